package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Events of a shop, each taken for a page view, with session ids to compare with. */
@GoldenTest
class ShopSessionsGoldenTest {

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        Golden golden = Golden.of("retentioneering_ecom");
        List<NamedCsvRecord> rows = golden.rows("ecom.csv.gz");
        List<WebEvent<String>> events =
                rows.stream().map(ShopSessionsGoldenTest::event).toList();
        return golden.check("profile", expected -> profile(expected, rows))
                .check("sessionize", expected -> sessionize(expected, events))
                .check("sessions_all_events", new SessionChecks(events)::all)
                .checkedElsewhere(
                        "funnel_sessions",
                        "funnel_users",
                        "funnel_users_window_1h",
                        "funnel_users_window_7d",
                        "cart_abandonment",
                        "conversion",
                        "feature_usage",
                        "retention_weekly",
                        "active_users")
                .tests();
    }

    private static WebEvent<String> event(NamedCsvRecord row) {
        return WebEvent.pageView(
                        row.getField("user_id"),
                        LocalDateTime.parse(row.getField("timestamp").replace(' ', 'T'))
                                .toInstant(ZoneOffset.UTC),
                        row.getField("event"))
                .withSession(row.getField("session_id"));
    }

    private static void profile(Expected expected, List<NamedCsvRecord> rows) {
        Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .sessions(rows.stream().map(ShopSessionsGoldenTest::event).toList());
        expected.number("rows", rows.size())
                .number("users", count(rows, "user_id").size())
                .number("sessions", count(rows, "session_id").size())
                .number(
                        "exact_duplicates",
                        rows.size()
                                - rows.stream()
                                        .map(NamedCsvRecord::getFields)
                                        .distinct()
                                        .count())
                .counts("events", count(rows, "event"))
                .number("rows_out_of_time_order", sessions.intake().outOfOrder());
    }

    private static Map<String, Long> count(List<NamedCsvRecord> rows, String column) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.getField(column), Collectors.counting()));
    }

    /** Every session is all events of one id, and no id is in two. */
    private static void sessionize(Expected expected, List<WebEvent<String>> events) {
        Set<String> ids = new HashSet<>();
        Sessions<String> inferred =
                Sessionizer.<String>of(SessionDefinition.GA4.rules()).sessions(events);
        inferred.forEach((session, part) -> {
            assertThat(part)
                    .extracting(WebEvent::session)
                    .containsOnly(part.get(0).session());
            assertThat(ids.add(part.get(0).session())).isTrue();
        });
        Sessions<String> given = Sessionizer.<String>of(SessionRules.given()).sessions(events);
        expected.number("sessions", inferred.list().size())
                .text("identical_to_session_id", "" + (given.list().size() == ids.size()));
        assertThat(given.list()).hasSameSizeAs(inferred.list());
    }
}
