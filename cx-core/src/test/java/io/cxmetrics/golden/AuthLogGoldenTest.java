package io.cxmetrics.golden;

import com.google.common.base.Suppliers;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.web.visitor.Logins;
import io.cxmetrics.web.visitor.UniqueVisitors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Attempts to log in to a machine by sshd over four weeks; lines name neither year nor zone, 2017 and UTC are assumed.
 */
@GoldenTest
class AuthLogGoldenTest {

    private static final Pattern LINE = Pattern.compile(
            "(\\w+ +\\d+ [0-9:]+) .*sshd\\[\\d+]: (?:Accepted (\\S+) for (\\S+) from (\\S+)|Invalid user ).*");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss", Locale.ENGLISH);

    /** One attempt; method, user and address are empty if it failed. */
    private record Attempt(Instant at, String method, String user, String address) {

        static Stream<Attempt> of(String line) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return Stream.empty();
            }
            Instant at = LocalDateTime.parse("2017 " + matcher.group(1).replaceAll(" +", " "), TIME)
                    .toInstant(ZoneOffset.UTC);
            return Stream.of(
                    matcher.group(2) == null
                            ? new Attempt(at, "", "", "")
                            : new Attempt(at, matcher.group(2), matcher.group(3), matcher.group(4)));
        }

        boolean accepted() {
            return !method.isEmpty();
        }
    }

    private record Log(List<String> lines, List<Attempt> attempts) {

        Logins<String> logins() {
            return attempts.stream()
                    .collect(Logins.<Attempt, String>aggregation(Attempt::user, Attempt::at, Attempt::accepted)
                            .toCollector());
        }

        Map<String, Logins<String>> byMethod() {
            return attempts.stream()
                    .filter(Attempt::accepted)
                    .collect(Logins.<Attempt, String>aggregation(Attempt::user, Attempt::at, Attempt::accepted)
                            .groupedBy((Attempt attempt) -> attempt.method())
                            .toCollector());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        Supplier<Log> log = Suppliers.memoize(AuthLogGoldenTest::read);
        return Golden.of("auth_log")
                .check("profile", expected -> profile(expected, log.get()))
                .check("logins", expected -> logins(expected, log.get()))
                .check(
                        "login_frequency",
                        expected -> frequency(expected, log.get().logins()))
                .check(
                        "login_success_rate",
                        expected -> expected.number(
                                        "pct", log.get().logins().successes().percent())
                                .number(
                                        "attempts",
                                        log.get().logins().successes().trials()))
                .check(
                        "daily_active_users",
                        expected -> expected.groupedCounts(
                                log.get().logins().usersByDay(ZoneOffset.UTC), UniqueVisitors::count))
                .check(
                        "time_between_logins",
                        expected -> timeBetween(expected, log.get().logins()))
                .tests();
    }

    private static Log read() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(SharedData.open("data/auth_log/auth.log.gz"), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            return new Log(lines, lines.stream().flatMap(Attempt::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void profile(Expected expected, Log log) {
        List<String> lines = log.lines();
        expected.number("lines", lines.size())
                .number("accepted", log.logins().successes().events())
                .number("invalid_user", log.logins().successes().complement().events())
                .text("first", lines.get(0).substring(0, 15))
                .text("last", lines.get(lines.size() - 1).substring(0, 15));
    }

    private static void logins(Expected expected, Log log) {
        Logins<String> logins = log.logins();
        Map<String, Long> byMethod = new HashMap<>();
        log.byMethod().forEach((method, each) -> byMethod.put(method, each.count()));
        expected.number("logins", logins.count())
                .number("unique_users", logins.users())
                .counts("per_user", logins.byUser())
                .counts("per_method", byMethod)
                .counts("per_date", logins.byDay(ZoneOffset.UTC))
                .number(
                        "distinct_source_ips",
                        log.attempts().stream()
                                .filter(Attempt::accepted)
                                .collect(UniqueVisitors.toUniqueVisitors(Attempt::address))
                                .count());
    }

    private static void frequency(Expected expected, Logins<String> logins) {
        expected.number("active_days", logins.byDay(ZoneOffset.UTC).size())
                .number("calendar_days", logins.count() / logins.perCalendarDay(ZoneOffset.UTC))
                .number("per_active_day", logins.perActiveDay(ZoneOffset.UTC))
                .number("per_calendar_day", logins.perCalendarDay(ZoneOffset.UTC));
    }

    private static void timeBetween(Expected expected, Logins<String> logins) {
        Sample hours = logins.timeBetween(Duration.ofHours(1));
        Moments moments = hours.moments();
        expected.number("n", moments.count())
                .number("mean", moments.mean())
                .number("sd", moments.standardDeviation())
                .number("min", moments.min())
                .number("max", moments.max())
                .number("sum", moments.sum())
                .number("median", hours.median());
        for (int p : new int[] {25, 50, 75, 90, 95, 99}) {
            expected.in("linear").number("p" + p, hours.quantile(p / 100.0));
            expected.in("nearest").number("p" + p, hours.quantile(p / 100.0, QuantileMethod.NEAREST_RANK));
        }
    }
}
