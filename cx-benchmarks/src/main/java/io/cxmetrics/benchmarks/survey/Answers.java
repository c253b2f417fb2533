package io.cxmetrics.benchmarks.survey;

import java.util.SplittableRandom;

/** Made-up answers to a survey, always the same, in an order that no branch predictor guesses. */
final class Answers {

    private Answers() {}

    /** Draws 22 % detractors, 25 % passives and 53 % promoters. */
    static byte[] recommend(int size) {
        SplittableRandom random = new SplittableRandom(42);
        byte[] ratings = new byte[size];
        for (int i = 0; i < size; i++) {
            double u = random.nextDouble();
            ratings[i] =
                    (byte) (u < 0.22 ? random.nextInt(7) : u < 0.47 ? 7 + random.nextInt(2) : 9 + random.nextInt(2));
        }
        return ratings;
    }

    /** Draws each point from 1 to the highest alike. */
    static byte[] upTo(int highest, int size) {
        SplittableRandom random = new SplittableRandom(43);
        byte[] ratings = new byte[size];
        for (int i = 0; i < size; i++) {
            ratings[i] = (byte) (1 + random.nextInt(highest));
        }
        return ratings;
    }

    static int[] ints(byte[] ratings) {
        int[] ints = new int[ratings.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = ratings[i];
        }
        return ints;
    }
}
