package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmCommandTest {

    /**
     * Five customers, each better in all three than the one before; f has only a refund, and nobody knows when g
     * bought.
     */
    private static final String ORDERS = """
            who,at,total
            a,2026-01-01,10
            b,2026-01-01,10
            b,2026-02-01,10
            c,2026-01-01,10
            c,2026-02-01,10
            c,2026-03-01,10
            d,2026-01-01,10
            d,2026-02-01,10
            d,2026-03-01,10
            d,2026-04-01,10
            e,2026-01-01,10
            e,2026-02-01,10
            e,2026-03-01,10
            e,2026-04-01,10
            e,2026-05-01,10
            f,2026-05-01,-10
            g,today,10
            """;

    private static Run rfm(String... more) {
        List<String> args = new ArrayList<>(List.of("rfm", "-", "--customer=who", "--at=at", "--amount=total"));
        args.addAll(List.of(more));
        return Run.withInput(ORDERS, args.toArray(String[]::new));
    }

    @Test
    void listsTheCustomers() {
        assertThat(rfm("--list").out().split("\n"))
                .contains(
                        "a / lost                        120              1  10.00  1  1  1         0",
                        "c / need attention               61              3  30.00  3  3  3         0",
                        "e / champions                     0              5  50.00  5  5  5         0");
        assertThat(rfm("--list", "--format=csv").out())
                .startsWith("metric,level,customer,segment,period,rows,")
                .contains("rfm,group,e,champions,,5,");
    }

    @Test
    void sumsUpTheSegments() {
        String out = rfm("--format=json").out();
        assertThat(out)
                .contains(
                        "\"customers\": 5",
                        "\"customers_without_purchase\": 1",
                        "\"customers_left_out\": 1",
                        "\"555\": 1",
                        "\"111\": 1")
                .contains("\"invalid_date\": 1", "\"recency_breaks\"", "\"as_of\": \"2026-05-01\"");
        assertThat(rfm().out().lines())
                .anyMatch(line -> line.startsWith("champions  ") && line.contains("20.0") && line.contains("33.3"))
                .anyMatch(line -> line.startsWith("hibernating") && line.contains("13.3"));
    }

    @Test
    void tilesHaveEquallyManyCustomers() {
        assertThat(rfm("--list", "--breaks=tiles").out()).contains("d / loyal");
    }

    @Test
    void withoutPurchasesThereIsNobody() {
        Run run = Run.withInput("who,at,total\n", "rfm", "-", "--customer=who", "--at=at", "--amount=total");
        assertThat(run.err()).isEqualTo("cx: -: holds no rows" + System.lineSeparator());
        assertThat(run.out()).contains("all                          0        -");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --customer=who --at=at                        | --amount: is needed
            --customer=who --at=at --amount=total --as-of=soon | --as-of: must be a date or a time, got soon
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        List<String> all = new ArrayList<>(List.of("rfm", "-"));
        all.addAll(List.of(args.split(" ")));
        Run run = Run.withInput(ORDERS, all.toArray(String[]::new));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }
}
