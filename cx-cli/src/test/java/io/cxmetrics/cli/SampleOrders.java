package io.cxmetrics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes {@code samples/orders.csv}: the orders of a year in the shop of the company of {@link SampleSurvey}. Few
 * customers order often and most do once, some orders are given back in part, and two rows have no customer or no
 * amount.
 */
final class SampleOrders {

    private static final int CUSTOMERS = 700;
    private static final LocalDateTime START = LocalDateTime.of(2025, 7, 1, 0, 0);
    private static final int DAYS = 365;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final SplittableRandom random = new SplittableRandom(20260704);
    private final List<String> rows = new ArrayList<>();

    private SampleOrders() {}

    /** Writes the file anew: run this after a change of the generator. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv());
    }

    static String csv() {
        return new SampleOrders().make();
    }

    private String make() {
        for (int i = 1; i <= CUSTOMERS; i++) {
            customer(String.format(Locale.ROOT, "C%04d", i), random.nextInt(3) == 0 ? "app" : "shop");
        }
        Collections.sort(rows);
        rows.set(400, rows.get(400).replaceFirst(",C\\d+,", ",,"));
        rows.set(800, rows.get(800).replaceFirst("[-.\\d]+$", "n/a"));
        return "ordered_at,customer,channel,amount\n" + String.join("\n", rows) + "\n";
    }

    private void customer(String id, String channel) {
        double day = DAYS * random.nextDouble();
        // Days between orders, another mean for each customer.
        double mean = StrictMath.exp(4.2 + 0.8 * SampleSurvey.normal(random));
        double stays = random.nextDouble();
        while (day < DAYS) {
            LocalDateTime at = START.plusMinutes((long) (day * 24 * 60));
            long cents = Math.round(100 * StrictMath.exp(3.4 + 0.6 * SampleSurvey.normal(random)));
            row(at, id, channel, cents);
            if (random.nextInt(25) == 0) {
                row(at.plusDays(1 + random.nextInt(9)), id, channel, -cents / 2);
            }
            if (random.nextDouble() > stays) {
                return;
            }
            day += -mean * StrictMath.log(1 - random.nextDouble());
        }
    }

    private void row(LocalDateTime at, String id, String channel, long cents) {
        if (at.isBefore(START.plusDays(DAYS))) {
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s%d.%02d",
                    at.format(TIME),
                    id,
                    channel,
                    cents < 0 ? "-" : "",
                    Math.abs(cents) / 100,
                    Math.abs(cents) % 100));
        }
    }
}
