package io.cxmetrics.golden;

import com.google.common.base.Suppliers;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.activity.ActiveUsers;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.retention.cohort.ReturnIntervals;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.usage.FeatureUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Features, weekly retention and active users of the sample shop of retentioneering; times are read as UTC. */
@GoldenTest
class EcommerceFeaturesGoldenTest {

    private static final Set<String> FEATURES = Set.of(
            "search", "filter_results", "compare", "wishlist_add", "support_chat", "review_page", "account_page");

    @TestFactory
    Stream<DynamicTest> everyGoldenOfPeople() {
        Golden golden = Golden.of("retentioneering_ecom");
        Supplier<List<WebEvent<String>>> events = Suppliers.memoize(() -> golden.rows("ecom.csv.gz").stream()
                .map(EcommerceFeaturesGoldenTest::event)
                .toList());
        return golden.check("feature_usage", expected -> features(expected, events.get()))
                .check("retention_weekly", expected -> retention(expected, events.get()))
                .check("active_users", expected -> activeUsers(expected, events.get()))
                .checkedElsewhere(
                        "profile",
                        "sessionize",
                        "sessions_all_events",
                        "funnel_sessions",
                        "funnel_users",
                        "funnel_users_window_1h",
                        "funnel_users_window_7d",
                        "cart_abandonment",
                        "conversion")
                .tests();
    }

    private static WebEvent<String> event(NamedCsvRecord row) {
        String name = row.getField("event");
        return WebEvent.of(
                        row.getField("user_id"),
                        Instant.parse(row.getField("timestamp").replace(' ', 'T') + "Z"),
                        FEATURES.contains(name) ? EventKind.FEATURE : EventKind.PAGE_VIEW,
                        name)
                .withSession(row.getField("session_id"));
    }

    private static void features(Expected expected, List<WebEvent<String>> events) {
        FeatureUsage usage = events.stream()
                .collect(FeatureUsage.<String>aggregation(ZoneOffset.UTC, WebEvent::visitor)
                        .toCollector());
        expected.groups(
                FEATURES.stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
                (golden, feature) -> golden.number(
                                "users", usage.adoption(feature).events())
                        .number("user_pct", usage.adoption(feature).percent())
                        .number("sessions", usage.sessionShare(feature).events())
                        .number("session_pct", usage.sessionShare(feature).percent())
                        .number("uses", usage.feature(feature).uses()));
    }

    private static ActivityLog<String> log(List<WebEvent<String>> events) {
        return events.stream()
                .map(event -> Activity.of(event.visitor(), event.at()))
                .collect(ActivityLog.toActivityLog());
    }

    /**
     * A week counts if it is over by the last event, to the second: days that begin at its time of day say just that.
     */
    private static void retention(Expected expected, List<WebEvent<String>> events) {
        Instant last = events.stream().map(WebEvent::at).max(Instant::compareTo).orElseThrow();
        int second = last.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        int offset = second < LocalTime.NOON.toSecondOfDay() ? -second : 86_400 - second;
        OffsetDateTime midnight = last.atOffset(ZoneOffset.ofTotalSeconds(offset));
        CohortDefinition question = CohortDefinition.of(CalendarPeriod.YEAR, midnight.getOffset())
                .withIntervals(ReturnIntervals.windows(7));
        Cohort all = CohortTable.of(
                        log(events), question, midnight.toLocalDate().minusDays(1))
                .all();
        Map<Integer, Proportion> weeks = IntStream.range(0, 12)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), week -> all.retention(week)));
        expected.groups(
                weeks,
                (golden, week) -> golden.number("eligible", week.trials())
                        .number("active", week.events())
                        .number("pct", week.percent()));
    }

    private static void activeUsers(Expected expected, List<WebEvent<String>> events) {
        ActiveUsers users = ActiveUsers.of(log(events), ZoneOffset.UTC);
        expected.groups(
                Stream.of("2024-03-15", "2024-05-31").collect(Collectors.toMap(Function.identity(), LocalDate::parse)),
                (golden, date) -> golden.number("dau", users.daily(date))
                        .number("wau", users.weekly(date))
                        .number("mau", users.monthly(date)));
    }
}
