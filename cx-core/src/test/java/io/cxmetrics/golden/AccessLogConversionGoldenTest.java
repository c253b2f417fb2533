package io.cxmetrics.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.funnel.Conversion;
import io.cxmetrics.web.funnel.ConversionUnit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who came to one part of a site, and how many requests failed, out of 10,000 lines of the log of a web server. */
@GoldenTest
class AccessLogConversionGoldenTest {

    private static final Pattern LINE = Pattern.compile(
            "(\\S+) \\S+ \\S+ \\[([^]]+)] \"(\\S+) (\\S+) [^\"]*\" (\\d{3}) \\S+ \"[^\"]*\" \"([^\"]*)\"");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private static final Pattern BOT = Pattern.compile(
            "bot|crawler|spider|slurp|feed|fetch|monitor|wget|curl|python|java/|libwww|archiver",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STATIC = Pattern.compile(
            ".*\\.(png|jpg|jpeg|gif|css|js|ico|svg|woff|ttf|bmp|xbm|map|mpg|wav|au|zip|gz|tgz|tar|pdf|rpm|deb|exe|xpi"
                    + "|txt)",
            Pattern.CASE_INSENSITIVE);

    private record Request(String ip, Instant at, String method, String path, int status, String agent) {

        static Optional<Request> parse(String line) {
            Matcher parts = LINE.matcher(line);
            return parts.matches()
                    ? Optional.of(new Request(
                            parts.group(1),
                            OffsetDateTime.parse(parts.group(2), TIME).toInstant(),
                            parts.group(3),
                            parts.group(4).replaceFirst("\\?.*", ""),
                            Integer.parseInt(parts.group(5)),
                            parts.group(6)))
                    : Optional.empty();
        }

        boolean isPageViewOfAPerson() {
            return method.equals("GET")
                    && (status == 200 || status == 304)
                    && !STATIC.matcher(path).matches()
                    && !BOT.matcher(agent).find();
        }

        WebEvent<String> pageView() {
            return WebEvent.pageView(ip + "|" + agent, at, path);
        }
    }

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("apache_access_log")
                .check("conversion_xdotool", this::conversion)
                .check("error_rate", this::errors)
                .checkedElsewhere(
                        "profile",
                        "sessions_all",
                        "sessions_no_bots",
                        "sessions_no_bots_timeout_300",
                        "sessions_no_bots_timeout_3600",
                        "sessions_no_bots_by_ip")
                .tests();
    }

    private static List<Request> requests() {
        try (BufferedReader log = new BufferedReader(
                new InputStreamReader(SharedData.open("data/apache_access_log/apache_logs.gz"), UTF_8))) {
            return log.lines().map(Request::parse).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Page views, each in a session of its visitor that ends after half an hour without any. */
    private static List<WebEvent<String>> inSessions() {
        List<WebEvent<String>> views = new ArrayList<>();
        requests().stream()
                .filter(Request::isPageViewOfAPerson)
                .map(Request::pageView)
                .sorted(comparing(WebEvent<String>::visitor).thenComparing(WebEvent::at))
                .forEach(view -> views.add(view.withSession(session(views, view))));
        return views;
    }

    private static String session(List<WebEvent<String>> before, WebEvent<String> view) {
        if (!before.isEmpty()) {
            WebEvent<String> last = before.get(before.size() - 1);
            Duration gap = Duration.between(last.at(), view.at());
            if (last.visitor().equals(view.visitor()) && gap.compareTo(Duration.ofMinutes(30)) <= 0) {
                return last.session();
            }
        }
        return "session " + before.size();
    }

    private void conversion(Expected expected) {
        Conversion conversion = inSessions().stream()
                .collect(Conversion.aggregation(
                                ConversionUnit.SESSION,
                                WebEvent<String>::session,
                                (WebEvent<String> view) -> view.name().startsWith("/projects/xdotool"))
                        .toCollector());
        expected.number("sessions", conversion.units())
                .number("converted", conversion.converted())
                .number("pct", conversion.share().percent())
                .interval("ci95_wilson", conversion.interval(0.95).times(100));
    }

    private void errors(Expected expected) {
        List<Request> requests = requests();
        Conversion errors = requests.stream()
                .collect(Conversion.toConversion(ConversionUnit.EVENT, request -> request.status() >= 400));
        Proportion failures = requests.stream().collect(Proportion.toProportion(request -> request.status() >= 500));
        expected.number("n", errors.units())
                .number("errors", errors.converted())
                .number("pct", errors.share().percent())
                .number(
                        "404",
                        requests.stream()
                                .filter(request -> request.status() == 404)
                                .count())
                .number("5xx", failures.events());
    }
}
