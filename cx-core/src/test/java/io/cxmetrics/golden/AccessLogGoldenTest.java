package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A log of a web server, of which half of the lines are earlier than the line before, and a fifth are of bots. */
@GoldenTest
class AccessLogGoldenTest {

    private static final Pattern COMBINED = Pattern.compile(
            "(\\S+) \\S+ \\S+ \\[([^]]+)] \"(\\S+) (\\S+)[^\"]*\" (\\d{3}) (\\d+|-) \"[^\"]*\" \"([^\"]*)\"");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private static final List<String> STATIC = List.of(
            "png", "jpg", "jpeg", "gif", "css", "js", "ico", "svg", "woff", "ttf", "bmp", "xbm", "map", "mpg", "wav",
            "au", "zip", "gz", "tgz", "tar", "pdf", "rpm", "deb", "exe", "xpi", "txt");

    private static final String BOTS =
            "bot|crawler|spider|slurp|feed|fetch|monitor|wget|curl|python|java/|libwww|archiver";

    private static final Pattern BOT = Pattern.compile(BOTS, Pattern.CASE_INSENSITIVE);

    private record Hit(String ip, Instant at, String method, String target, int status, long bytes, String agent) {

        String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        String visitor() {
            return ip + "|" + agent;
        }

        boolean isBot() {
            return BOT.matcher(agent).find();
        }

        boolean isPageView() {
            String name = path().toLowerCase(Locale.ROOT);
            return method.equals("GET")
                    && Set.of(200, 304).contains(status)
                    && STATIC.stream().noneMatch(extension -> name.endsWith("." + extension));
        }

        WebEvent<String> view(Function<Hit, String> visitor) {
            return WebEvent.of(visitor.apply(this), at, EventKind.PAGE_VIEW, path());
        }
    }

    private static List<String> lines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                SharedData.open("data/apache_access_log/apache_logs.gz"), StandardCharsets.ISO_8859_1))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Hit> hit(String line) {
        Matcher match = COMBINED.matcher(line);
        if (!match.matches()) {
            return Stream.empty();
        }
        return Stream.of(new Hit(
                match.group(1),
                TIME.parse(match.group(2), Instant::from),
                match.group(3),
                match.group(4),
                Integer.parseInt(match.group(5)),
                match.group(6).equals("-") ? 0 : Long.parseLong(match.group(6)),
                match.group(7)));
    }

    private static SessionChecks views(Stream<Hit> hits, Function<Hit, String> visitor) {
        return new SessionChecks(
                hits.filter(Hit::isPageView).map(hit -> hit.view(visitor)).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        List<String> lines = lines();
        List<Hit> hits = lines.stream().flatMap(AccessLogGoldenTest::hit).toList();
        SessionChecks all = views(hits.stream(), Hit::visitor);
        SessionChecks people = views(hits.stream().filter(hit -> !hit.isBot()), Hit::visitor);
        SessionChecks byIp = views(hits.stream().filter(hit -> !hit.isBot()), Hit::ip);
        return Golden.of("apache_access_log")
                .check("profile", expected -> profile(expected, lines.size(), hits))
                .check("sessions_all", expected -> {
                    all.all(expected);
                    all.byDay(expected);
                })
                .check("sessions_no_bots", expected -> {
                    people.all(expected);
                    people.byDay(expected);
                })
                .check(
                        "sessions_no_bots_timeout_300",
                        expected -> people.brief(expected, SessionRules.of(Duration.ofMinutes(5))))
                .check(
                        "sessions_no_bots_timeout_3600",
                        expected -> people.brief(expected, SessionRules.of(Duration.ofHours(1))))
                .check("sessions_no_bots_by_ip", expected -> {
                    byIp.brief(expected, SessionDefinition.GA4.rules());
                    expected.number("unique_visitors", distinct(byIp.views(), WebEvent::visitor));
                })
                .checkedElsewhere("conversion_xdotool", "error_rate")
                .tests();
    }

    private static void profile(Expected expected, int lines, List<Hit> hits) {
        List<Instant> times = hits.stream().map(Hit::at).toList();
        expected.number("lines", lines)
                .number("malformed", lines - hits.size())
                .counts("status", count(hits, Hit::status))
                .counts("methods", count(hits, Hit::method))
                .number("ips", distinct(hits, Hit::ip))
                .number("visitors_ip_ua", distinct(hits, Hit::visitor))
                .number(
                        "lines_earlier_than_the_one_before",
                        IntStream.range(1, times.size())
                                .filter(i -> times.get(i).isBefore(times.get(i - 1)))
                                .count())
                .number("bytes", hits.stream().mapToLong(Hit::bytes).sum())
                .number("bot_lines", hits.stream().filter(Hit::isBot).count())
                .text("bot_regex_case_insensitive", BOTS)
                .text("first", iso(times.stream().min(Comparator.naturalOrder()).orElseThrow()))
                .text("last", iso(times.stream().max(Comparator.naturalOrder()).orElseThrow()));
        assertThat(STATIC).hasSize(expected.in("static_extensions").size());
        for (int i = 0; i < STATIC.size(); i++) {
            expected.in("static_extensions").text("" + i, STATIC.get(i));
        }
    }

    private static String iso(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    private static <K> Map<K, Long> count(List<Hit> hits, Function<Hit, K> key) {
        return hits.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static <T> long distinct(List<T> all, Function<T, ?> key) {
        return all.stream().map(key).distinct().count();
    }
}
