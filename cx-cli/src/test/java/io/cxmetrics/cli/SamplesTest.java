package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Path SAMPLE = Path.of("samples", "survey.csv");

    @Test
    void committedFileIsWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readString(SAMPLE)).isEqualTo(SampleSurvey.csv());
    }

    @Test
    void committedTicketsAreWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readString(Path.of("samples", "tickets.csv"))).isEqualTo(SampleTickets.csv());
    }

    @Test
    void committedSubscriptionsAndOrdersAreWhatTheGeneratorsMake() throws IOException {
        assertThat(Files.readString(Path.of("samples", "subscriptions.csv"))).isEqualTo(SampleSubscriptions.csv());
        assertThat(Files.readString(Path.of("samples", "orders.csv"))).isEqualTo(SampleOrders.csv());
    }

    @Test
    void committedEventsAndLogAreWhatTheGeneratorsMake() throws IOException {
        assertThat(Files.readString(Path.of("samples", "events.csv"))).isEqualTo(SampleEvents.csv());
        assertThat(Files.readString(Path.of("samples", "access.log"))).isEqualTo(SampleAccessLog.log());
    }

    /** Counted in Python: 179 of 756 sessions bounce to Plausible, 202 of 763 to Matomo; 140 carts are abandoned. */
    @Test
    void eventsReadLikeSixWeeks() {
        String file = Path.of("samples", "events.csv").toString();
        String[] columns = {"--visitor=visitor", "--at=at", "--event=event"};
        Run web = Run.cx(
                "web",
                file,
                columns[0],
                columns[1],
                columns[2],
                "--page=page",
                "--campaign=campaign",
                "--id=order",
                "--definition=plausible,matomo",
                "--format=json");
        assertThat(web.out())
                .contains("\"sessions\": 756,", "\"bounces\": 179,", "\"sessions\": 763,", "\"bounces\": 202,");
        Run cart = Run.cx("cart", file, columns[0], columns[1], columns[2], "--order-id=order", "--format=csv");
        assertThat(cart.out()).contains("\ncart,total,,4165,218,77,140,19,1,");
    }

    /** Counted in Python: 120 of 303 sessions of 246 visitors have one page view. */
    @Test
    void logReadsLikeFiveDays() {
        Run run = Run.cx("web", Path.of("samples", "access.log").toString(), "--log", "--format=json");
        assertThat(run.err()).contains("line 1615: cut short: the quoted agent is never closed; left out");
        assertThat(run.out()).contains("\"visitors\": 246,", "\"sessions\": 303,", "\"bounces\": 120,");
    }

    /**
     * Counted in Python, day by day: 37 of the 432 customers of 2026-03-31 are not there on 2026-06-30. The
     * two customers with a subscription that cannot be used are left out. What their other subscription pays, 79.00,
     * is in what June opens and closes with.
     */
    @Test
    void subscriptionsReadLikeTwoYears() {
        String[] columns = {"--customer=customer", "--start=started_on", "--end=ended_on", "--as-of=2026-06-30"};
        String file = Path.of("samples", "subscriptions.csv").toString();
        Run churn =
                Run.cx("churn", file, columns[0], columns[1], columns[2], columns[3], "--per=quarter", "--format=csv");
        assertThat(churn.out().lines().filter(line -> line.contains(",2026-Q2,")))
                .singleElement()
                .asString()
                .contains(",432,52,1,37,");
        Run mrr = Run.cx(
                "mrr",
                file,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                "--price=price",
                "--billing-months=billing_months",
                "--format=csv");
        assertThat(mrr.out().lines().filter(line -> line.contains(",2026-06,")))
                .singleElement()
                .asString()
                .contains(",71014.0,0.0,19.0,60.0,0.0,509.0,0.0,70584.0,");
    }

    /** Counted in Python: of the 187 customers of the third quarter of 2025 order 53, 34 and 23 in the next three. */
    @Test
    void ordersReadLikeAYear() {
        String[] columns = {"--customer=customer", "--at=ordered_at", "--amount=amount"};
        String file = Path.of("samples", "orders.csv").toString();
        assertThat(Run.cx("retention", file, columns[0], columns[1], "--per=quarter", "--as-of=2026-06-30")
                        .out()
                        .lines())
                .contains("2025-Q3      187  100.0  28.3  18.2  12.3         0");
        assertThat(Run.cx("clv", file, columns[0], columns[1], columns[2], "--format=json")
                        .out())
                .contains("\"customers\": 698", "\"orders\": 1402", "\"net\": 49461.21", "\"repeat_customers\": 281")
                .as("one customer has an order whose amount nobody can read")
                .contains("\"customers_left_out\": 1");
    }

    /** Counted with pandas: rows of 10 fields whose nps is a whole number from 0 to 10, by month of answered_at. */
    @Test
    void readsLikeAQuarter() {
        Run run = Run.cx(
                "nps",
                SAMPLE.toString(),
                "--rating",
                "nps",
                "--no-answer",
                "99",
                "--over",
                "answered_at",
                "--format",
                "csv");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.split(",")).map(f -> f[1] + " " + f[2] + " " + f[4]))
                .containsExactly(
                        "level period n",
                        "total  1650",
                        "total_period 2026-07 571",
                        "total_period 2026-08 529",
                        "total_period 2026-09 550");
    }
}
