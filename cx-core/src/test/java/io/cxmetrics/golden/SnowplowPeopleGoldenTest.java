package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.usage.ScrollDepth;
import io.cxmetrics.web.visitor.UniqueVisitors;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Users and scroll depth of the integration test of Snowplow's web model, with the tables that its authors expect. */
@GoldenTest
class SnowplowPeopleGoldenTest {

    private static final Duration QUARANTINE = Duration.ofDays(3);

    private final Golden golden = Golden.of("snowplow_web");

    @TestFactory
    Stream<DynamicTest> everyGoldenOfPeople() {
        return golden.check("users_expected", this::users)
                .check("scroll_depth", this::scrollDepth)
                .checkedElsewhere("sessions_expected", "bounce", "exit_pages", "page_views_expected", "dedupe")
                .tests();
    }

    private static LocalDateTime time(NamedCsvRecord row, String column) {
        return LocalDateTime.parse(row.getField(column).replace(' ', 'T'));
    }

    /** The user of a session is that of its row; page views count in each session that they are in. */
    private void users(Expected expected) {
        List<NamedCsvRecord> sessions = golden.rows("snowplow_web_sessions_expected.csv");
        Map<String, UniqueVisitors<String>> pageViews = pageViews(sessions.stream()
                .collect(toMap(row -> row.getField("domain_sessionid"), row -> time(row, "start_tstamp"))));
        Map<String, List<NamedCsvRecord>> byUser = sessions.stream()
                .filter(row -> !row.getField("domain_userid").isEmpty())
                .collect(groupingBy(row -> row.getField("domain_userid")));
        assertThat(sessions.stream()
                        .map(row -> row.getField("domain_userid"))
                        .filter(user -> !user.isEmpty())
                        .collect(UniqueVisitors.<String>toUniqueVisitors())
                        .count())
                .isEqualTo(expected.size());
        Set<String> seen = new HashSet<>();
        byUser.forEach((user, rows) -> {
            Expected row = row(expected, user);
            seen.add(user);
            row.number(
                            "sessions",
                            rows.stream()
                                    .collect(UniqueVisitors.toUniqueVisitors(
                                            (NamedCsvRecord each) -> each.getField("domain_sessionid")))
                                    .count())
                    .number(
                            "page_views",
                            rows.stream()
                                    .mapToLong(each -> pageViews
                                            .get(each.getField("domain_sessionid"))
                                            .count())
                                    .sum())
                    .number(
                            "engaged_time_in_s",
                            rows.stream()
                                    .collect(summingLong(each -> Long.parseLong(each.getField("engaged_time_in_s")))));
        });
        assertThat(seen).hasSize(expected.size());
    }

    private static Expected row(Expected expected, String user) {
        for (int i = 0; i < expected.size(); i++) {
            Expected row = expected.in("" + i);
            if (row.textAt("domain_userid").equals(user)) {
                return row;
            }
        }
        throw new AssertionError("no row of user " + user);
    }

    /**
     * The distinct page views of each session, of events that are seen once and neither late nor out of a long session.
     */
    private Map<String, UniqueVisitors<String>> pageViews(Map<String, LocalDateTime> starts) {
        Set<String> seen = new HashSet<>();
        return golden.rows("events_flat.csv").stream()
                .sorted(Comparator.comparing(row -> row.getField("collector_tstamp")))
                .filter(row -> seen.add(row.getField("event_id")))
                .filter(row -> Set.of("page_view", "page_ping").contains(row.getField("event_name")))
                .filter(row -> !row.getField("page_view_id").isEmpty())
                .filter(row -> starts.containsKey(row.getField("domain_sessionid")))
                .filter(row -> !time(row, "dvce_sent_tstamp")
                        .isAfter(time(row, "dvce_created_tstamp").plus(QUARANTINE)))
                .filter(row -> !time(row, "derived_tstamp")
                        .isAfter(starts.get(row.getField("domain_sessionid")).plus(QUARANTINE)))
                .collect(UniqueVisitors.<String>aggregation()
                        .<NamedCsvRecord>mapInput(row -> row.getField("page_view_id"))
                        .groupedBy((NamedCsvRecord row) -> row.getField("domain_sessionid"))
                        .toCollector());
    }

    /** Whole percents, as upstream rounds them; every row agrees with its own. */
    private void scrollDepth(Expected expected) {
        List<NamedCsvRecord> rows = golden.rows("snowplow_web_page_views_expected.csv");
        double[] depths = new double[rows.size()];
        for (int i = 0; i < depths.length; i++) {
            NamedCsvRecord row = rows.get(i);
            double depth = ScrollDepth.depth(
                    pixels(row, "vertical_pixels_scrolled"), pixels(row, "br_viewheight"), pixels(row, "doc_height"));
            depths[i] = Math.round(100 * depth) / 100.0;
            assertThat(depths[i])
                    .as(row.toString())
                    .isEqualTo(Double.parseDouble(row.getField("vertical_percentage_scrolled")) / 100);
        }
        ScrollDepth views = ScrollDepth.of(depths);
        expected.number("page_views", views.views())
                .number("mean", 100 * views.mean())
                .number("median", 100 * views.median());
        for (int mark : new int[] {25, 50, 75, 90, 100}) {
            expected.in("reach").number("" + mark, views.reach(mark / 100.0).events());
        }
    }

    private static double pixels(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
