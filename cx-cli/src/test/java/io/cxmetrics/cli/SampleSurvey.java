package io.cxmetrics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes {@code samples/survey.csv}: one quarter of a made-up software company, as dirty as such files are. The same
 * seed always gives the same bytes, and a test holds the committed file to it.
 *
 * <p>Free customers are asked least often for their number, so each carries a larger weight. Satisfaction rises through
 * the quarter, and Enterprise is happier than Free.
 */
final class SampleSurvey {

    private static final int ROWS = 1_800;
    private static final LocalDateTime START = LocalDateTime.of(2026, 7, 1, 0, 0);
    private static final int MINUTES = 92 * 24 * 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private record Plan(String name, double share, double mood, String weight) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("Free", 0.30, -0.35, "1.60"),
            new Plan("Team", 0.45, 0.05, "0.90"),
            new Plan("Enterprise", 0.25, 0.40, "0.46"));

    private static final List<String> REGIONS = List.of("Americas", "EMEA", "EMEA", "APAC");
    private static final List<String> CHANNELS = List.of("email", "email", "in-app", "in-app", "phone");

    private final SplittableRandom random = new SplittableRandom(20260701);

    private SampleSurvey() {}

    /** Writes the file anew: run this after a change of the generator. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv());
    }

    static String csv() {
        return new SampleSurvey().make();
    }

    private String make() {
        List<String> rows = new ArrayList<>();
        rows.add("response_id,customer_id,answered_at,plan,region,channel,nps,csat,effort,weight");
        for (int i = 1; i <= ROWS; i++) {
            rows.add(row(i));
        }
        // What exports do to rows: one cut short, one with a comma that was not quoted.
        rows.set(412, "R00412,C0977,2026-07-21 10:02,Team");
        rows.set(1288, "R01288,C0136,2026-09-03 16:45,Free,EMEA,email,6,3,4, sorry, wrong button,1.60");
        return String.join("\n", rows) + "\n";
    }

    private String row(int id) {
        int minute = random.nextInt(MINUTES);
        Plan plan = plan();
        double mood = plan.mood + 0.3 * minute / MINUTES + normal(random);
        String nps = dirty(rating(8.1 + 1.9 * mood, 0, 10), "99", "N/A", "7.5");
        String csat = dirty(rating(4.0 + 0.8 * mood + 0.3 * normal(random), 1, 5), "0", "Blank", "6");
        String effort = dirty(rating(5.2 + 1.1 * mood + 0.5 * normal(random), 1, 7), "", "NA", "n/a");
        return String.join(
                ",",
                String.format(Locale.ROOT, "R%05d", id),
                String.format(Locale.ROOT, "C%04d", 1 + random.nextInt(1_400)),
                START.plusMinutes(minute).format(TIME),
                plan.name,
                pick(REGIONS),
                pick(CHANNELS),
                nps,
                csat,
                effort,
                plan.weight);
    }

    private Plan plan() {
        double u = random.nextDouble();
        for (Plan plan : PLANS) {
            u -= plan.share;
            if (u < 0) {
                return plan;
            }
        }
        return PLANS.get(PLANS.size() - 1);
    }

    /** Nearly normal, and the same on every machine, which logarithms do not promise. */
    static double normal(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }

    private static String rating(double value, int min, int max) {
        return String.valueOf(Math.min(Math.max(Math.round(value), min), max));
    }

    private String dirty(String rating, String code, String blank, String wrong) {
        double u = random.nextDouble();
        return u < 0.04 ? code : u < 0.07 ? "" : u < 0.08 ? blank : u < 0.082 ? wrong : rating;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
