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

    /** Counted in Python, day by day: 37 of the 433 customers of 2026-03-31 are not there on 2026-06-30. */
    @Test
    void subscriptionsReadLikeTwoYears() {
        String[] columns = {"--customer=customer", "--start=started_on", "--end=ended_on", "--as-of=2026-06-30"};
        String file = Path.of("samples", "subscriptions.csv").toString();
        Run churn =
                Run.cx("churn", file, columns[0], columns[1], columns[2], columns[3], "--per=quarter", "--format=csv");
        assertThat(churn.out().lines().filter(line -> line.contains(",2026-Q2,")))
                .singleElement()
                .asString()
                .contains(",433,52,1,37,");
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
                .contains(",71014.0,0.0,19.0,60.0,0.0,509.0,70584.0,");
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
                .contains("\"customers\": 699", "\"orders\": 1404", "\"net\": 49565.36", "\"repeat_customers\": 282");
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
