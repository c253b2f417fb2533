package io.cxmetrics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes {@code samples/subscriptions.csv}: the subscriptions of two years of the company of {@link SampleSurvey}.
 * Customers on a yearly plan leave at the end of a year only, some customers change their plan, and some come back
 * after a break. Two rows are wrong as rows of billing systems are: one ends before it starts, and one overlaps with
 * another of its customer.
 */
final class SampleSubscriptions {

    private static final int CUSTOMERS = 600;
    private static final LocalDate START = LocalDate.of(2024, 7, 1);
    private static final LocalDate END = LocalDate.of(2026, 7, 1);

    /** A plan with its monthly price in cents, every how many months it is billed, and how many leave in a month. */
    private record Plan(String name, int price, int billing, double churn) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("Solo", 1900, 1, 0.055),
            new Plan("Team", 7900, 1, 0.03),
            new Plan("Enterprise", 48000, 12, 0.012));

    private final SplittableRandom random = new SplittableRandom(20260703);
    private final List<String> rows = new ArrayList<>();

    private SampleSubscriptions() {}

    /** Writes the file anew: run this after a change of the generator. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv());
    }

    static String csv() {
        return new SampleSubscriptions().make();
    }

    private String make() {
        for (int i = 1; i <= CUSTOMERS; i++) {
            customer(String.format(Locale.ROOT, "C%04d", i));
        }
        rows.add(17, "C0901,Solo,2025-03-10,2025-03-01,19.00,1,EUR");
        rows.add(230, "C0902,Team,2025-01-10,,79.00,1,EUR");
        rows.add(231, "C0902,Team,2025-05-10,,79.00,1,EUR");
        return "customer,plan,started_on,ended_on,price,billing_months,currency\n" + String.join("\n", rows) + "\n";
    }

    private void customer(String id) {
        LocalDate start = START.plusDays(random.nextInt(700));
        Plan plan = plan();
        while (start.isBefore(END)) {
            LocalDate end = end(start, plan);
            rows.add(String.join(
                    ",",
                    id,
                    plan.name,
                    start.toString(),
                    end.isBefore(END) ? end.toString() : "",
                    String.format(
                            Locale.ROOT, "%d.%02d", plan.price * plan.billing / 100, plan.price * plan.billing % 100),
                    String.valueOf(plan.billing),
                    "EUR"));
            // One in four goes on with another plan, one in ten comes back after a while, and the others have left.
            double next = random.nextDouble();
            if (next < 0.25) {
                start = end;
                plan = plan();
            } else if (next < 0.35) {
                start = end.plusDays(20 + random.nextInt(100));
            } else {
                return;
            }
        }
    }

    private Plan plan() {
        double u = random.nextDouble();
        return PLANS.get(u < 0.5 ? 0 : u < 0.85 ? 1 : 2);
    }

    private LocalDate end(LocalDate start, Plan plan) {
        int months = 0;
        do {
            months += plan.billing;
        } while (random.nextDouble() >= plan.churn * plan.billing && months < 240);
        return start.plusMonths(months);
    }
}
