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
 * Makes {@code samples/tickets.csv}: the tickets of one quarter of the company of {@link SampleSurvey}, in Berlin wall
 * time. Urgent ones are solved within hours and low ones within days; some are open still, and two clocks were wrong.
 */
final class SampleTickets {

    private static final int ROWS = 1_200;
    private static final LocalDateTime START = LocalDateTime.of(2026, 7, 1, 0, 0);
    private static final LocalDateTime END = START.plusDays(92);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** How long a ticket of a priority takes, as the logarithm of hours. */
    private record Priority(String name, double share, double logHours) {}

    private static final List<Priority> PRIORITIES = List.of(
            new Priority("urgent", 0.08, 1.3),
            new Priority("high", 0.22, 2.3),
            new Priority("normal", 0.50, 3.2),
            new Priority("low", 0.20, 4.1));

    private final SplittableRandom random = new SplittableRandom(20260702);

    private SampleTickets() {}

    /** Writes the file anew: run this after a change of the generator. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv());
    }

    static String csv() {
        return new SampleTickets().make();
    }

    private String make() {
        List<String> rows = new ArrayList<>();
        rows.add("ticket_id,created_at,solved_at,priority,channel");
        for (int i = 1; i <= ROWS; i++) {
            rows.add(row(i));
        }
        rows.set(311, "T00311,2026-08-04 10:15,2026-08-03 10:20,high,email");
        rows.set(907, "T00907,2026-09-11 14:02,2026-09-11 13:58,normal,phone");
        return String.join("\n", rows) + "\n";
    }

    private String row(int id) {
        LocalDateTime created = created();
        Priority priority = priority();
        // StrictMath, since the same seed has to give the same bytes on every machine.
        double hours = StrictMath.exp(priority.logHours + 0.9 * SampleSurvey.normal(random));
        LocalDateTime solved = created.plusMinutes(Math.round(60 * hours));
        return String.join(
                ",",
                String.format(Locale.ROOT, "T%05d", id),
                created.format(TIME),
                solved.isBefore(END) ? solved.format(TIME) : "",
                priority.name,
                random.nextInt(3) == 0 ? "phone" : "email");
    }

    /** Most tickets come on working days between 8 and 18 o'clock. */
    private LocalDateTime created() {
        while (true) {
            LocalDateTime time = START.plusMinutes(random.nextInt(92 * 24 * 60));
            boolean busy = time.getDayOfWeek().getValue() < 6 && time.getHour() >= 8 && time.getHour() < 18;
            if (busy || random.nextInt(8) == 0) {
                return time;
            }
        }
    }

    private Priority priority() {
        double u = random.nextDouble();
        for (Priority priority : PRIORITIES) {
            u -= priority.share;
            if (u < 0) {
                return priority;
            }
        }
        return PRIORITIES.get(PRIORITIES.size() - 1);
    }
}
