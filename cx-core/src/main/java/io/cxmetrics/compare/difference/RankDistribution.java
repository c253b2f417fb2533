package io.cxmetrics.compare.difference;

/** Exact distributions of rank sums by the shift algorithm, which is right with ties as well. */
final class RankDistribution {

    private RankDistribution() {}

    /**
     * The probability that the rank sum of a random subset lies at least as far from its mean as the observed one.
     * Ranks are doubled, so that midranks are whole; they ascend.
     */
    static double subsetFarther(int[] doubledRanks, int size, long observed) {
        int all = doubledRanks.length;
        int total = 0;
        for (int rank : doubledRanks) {
            total += rank;
        }
        int most = 0;
        for (int i = all - size; i < all; i++) {
            most += doubledRanks[i];
        }
        double[][] ways = new double[size + 1][most + 1];
        ways[0][0] = 1;
        int reached = 0;
        for (int i = 0; i < all; i++) {
            int rank = doubledRanks[i];
            reached = Math.min(reached + rank, most);
            for (int chosen = Math.min(i + 1, size); chosen >= 1; chosen--) {
                double[] with = ways[chosen];
                double[] without = ways[chosen - 1];
                for (int sum = reached; sum >= rank; sum--) {
                    with[sum] += without[sum - rank];
                }
            }
        }
        // Twice the mean times the number of ranks is size * total: compared in whole numbers.
        long distance = Math.abs(observed * all - (long) size * total);
        double far = 0;
        double sumOfWays = 0;
        for (int sum = 0; sum <= most; sum++) {
            double way = ways[size][sum];
            sumOfWays += way;
            far += Math.abs((long) sum * all - (long) size * total) >= distance ? way : 0;
        }
        return Math.min(1, far / sumOfWays);
    }

    /**
     * The probability that the sum of randomly signed ranks is at least as far from half of all as the observed one.
     */
    static double signedFarther(int[] doubledRanks, long observed) {
        double[] ways = signed(doubledRanks);
        int total = ways.length - 1;
        long distance = Math.abs(2 * observed - total);
        double far = 0;
        double all = 0;
        for (int sum = 0; sum <= total; sum++) {
            all += ways[sum];
            far += Math.abs(2L * sum - total) >= distance ? ways[sum] : 0;
        }
        return Math.min(1, far / all);
    }

    private static double[] signed(int[] ranks) {
        int total = 0;
        for (int rank : ranks) {
            total += rank;
        }
        double[] ways = new double[total + 1];
        ways[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int sum = reached; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        return ways;
    }

    /** The probabilities of the sums 0, 1, ... of randomly signed ranks 1 to n. */
    static double[] ofSigns(int n) {
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = i + 1;
        }
        return shares(signed(ranks));
    }

    /** The probabilities of 0, 1, ..., a b pairs in which the second side is higher, without ties. */
    static double[] ofPairs(int a, int b) {
        // The coefficients of the Gaussian binomial: multiply by 1 - q^(b + i), divide by 1 - q^i.
        double[] ways = new double[a * b + 1];
        ways[0] = 1;
        for (int i = 1; i <= a; i++) {
            for (int u = ways.length - 1; u >= b + i; u--) {
                ways[u] -= ways[u - b - i];
            }
            for (int u = i; u < ways.length; u++) {
                ways[u] += ways[u - i];
            }
        }
        return shares(ways);
    }

    private static double[] shares(double[] ways) {
        double all = 0;
        for (double way : ways) {
            all += way;
        }
        for (int i = 0; i < ways.length; i++) {
            ways[i] /= all;
        }
        return ways;
    }

    /** The smallest value whose cumulative probability reaches a level, allowing for rounding as R's quantiles do. */
    static int quantile(double[] probabilities, double level) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i];
            if (sum >= level * (1 - 1e-12)) {
                return i;
            }
        }
        return probabilities.length - 1;
    }

    static double below(double[] probabilities, int end) {
        double sum = 0;
        for (int i = 0; i < end; i++) {
            sum += probabilities[i];
        }
        return sum;
    }
}
