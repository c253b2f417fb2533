package io.cxmetrics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes {@code samples/access.log}: five days of the server of a small site, in the combined format. People and
 * programs come to it, pages bring their files along, some are gone, and the last line is cut short.
 */
final class SampleAccessLog {

    private static final int VISITS = 420;
    private static final OffsetDateTime START = OffsetDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZoneOffset.ofHours(2));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);
    private static final String[] PAGES = {"/", "/pricing", "/docs/start", "/docs/metrics", "/blog/bounce", "/signup"};
    private static final String[] AGENTS = {
        "Mozilla/5.0 (X11; Linux x86_64) Firefox/139.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/137.0",
        "ExampleBot/2.1 (+https://bot.example/)"
    };

    /** A line and its time, by which they are written. */
    private record Entry(OffsetDateTime at, String line) {}

    private final SplittableRandom random = new SplittableRandom(20260707);
    private final List<Entry> entries = new ArrayList<>();
    private String client = "";
    private String agent = "";
    private OffsetDateTime now = START;

    private SampleAccessLog() {}

    /** Writes the file anew: run this after a change of the generator. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), log());
    }

    static String log() {
        return new SampleAccessLog().make();
    }

    private String make() {
        for (int i = 0; i < VISITS; i++) {
            client = "192.0.2." + random.nextInt(200);
            agent = AGENTS[random.nextInt(AGENTS.length)];
            now = START.plusSeconds(random.nextInt(5 * 86_400));
            visit();
        }
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::line));
        StringBuilder log = new StringBuilder();
        entries.forEach(entry -> log.append(entry.line()).append('\n'));
        return log.substring(0, log.length() - 20) + "\n";
    }

    private void visit() {
        String from = "-";
        String page = PAGES[random.nextInt(3) == 0 ? 0 : random.nextInt(PAGES.length)];
        do {
            request("GET " + page + (random.nextInt(8) == 0 ? "?utm_source=mail" : ""), status(), from);
            from = "https://site.example" + page;
            if (random.nextInt(2) == 0) {
                request("GET /site.css", 200, from);
            }
            page = PAGES[random.nextInt(PAGES.length)];
            now = now.plusSeconds(2 + (long) (-50 * StrictMath.log(1 - random.nextDouble())));
        } while (random.nextInt(5) < 3);
        if (random.nextInt(12) == 0) {
            request("POST /signup", 303, from);
        }
    }

    private int status() {
        int chance = random.nextInt(40);
        return chance == 0 ? 404 : chance == 1 ? 301 : chance < 6 ? 304 : 200;
    }

    private void request(String what, int status, String from) {
        entries.add(new Entry(
                now,
                String.format(
                        Locale.ROOT,
                        "%s - - [%s] \"%s HTTP/1.1\" %d %s \"%s\" \"%s\"",
                        client,
                        TIME.format(now),
                        what,
                        status,
                        status == 304 ? "-" : String.valueOf(500 + random.nextInt(20_000)),
                        from,
                        agent)));
    }
}
