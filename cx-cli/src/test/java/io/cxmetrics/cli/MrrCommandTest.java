package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrrCommandTest {

    /** Ann expands, bob leaves and comes back, cid contracts, dee is new. */
    private static final String SNAPSHOTS = """
            customer,month,mrr,plan
            ann,2026-01,100.00,pro
            ann,2026-02,150.00,pro
            ann,2026-03-15,150.00,pro
            bob,2026-01,50.00,free
            bob,2026-03,60.00,free
            cid,2026-01,30.10,free
            cid,2026-02,20.05,free
            cid,2026-03,20.05,free
            dee,2026-03,10,free
            dee,2026-13,10,free
            dee,2026-03,ten,free
            dee,2026-03,-5,free
            ,2026-03,5,free
            """;

    private static final String[] COLUMNS = {"--customer=customer", "--month=month", "--amount=mrr"};

    private static Run mrr(String input, String[] columns, String... more) {
        List<String> args = new ArrayList<>(List.of("mrr", "-"));
        args.addAll(List.of(columns));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    @Test
    void bridgesFromMonthToMonth() {
        Run run = mrr(SNAPSHOTS, COLUMNS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().split("\n"))
                .contains(
                        "all   180.10  10.00         60.00      50.00        10.05  50.00   240.05   94.4  127.7      "
                                + "     0.0         6.97         4",
                        "2026-02   180.10   0.00          0.00      50.00        10.05  50.00   170.05   66.7   94.4  "
                                + "        33.3         0.83         0",
                        "2026-03   170.05  10.00         60.00       0.00         0.00   0.00   240.05  100.0  100.0  "
                                + "         0.0          inf         0",
                        "left out: 1 invalid amount, 1 invalid month, 1 negative amount, 1 no customer");
    }

    @Test
    void trailingRatesCompareTwoMonthsDirectly() {
        assertThat(mrr(SNAPSHOTS, COLUMNS, "--trailing=2", "--format=json").out())
                .as("from January to March bob paid 10 more and cid 10.05 less")
                .contains("\"nrr_trailing\": 127.734591893392")
                .contains("\"grr_trailing\": 94.419766796224");
    }

    @Test
    void spreadsYearlyPricesAndLeavesOutOtherCurrencies() {
        String subscriptions = """
                customer,start,end,price,every,currency
                ann,2026-01-10,,1000,12,EUR
                bob,2026-01-20,2026-02-20,50.5,1,eur
                cid,2026-01-20,,70,1,USD
                dee,2026-02-01,,-1,1,EUR
                ann,2026-02-01,,10,1,EUR
                eve,2026-02-01,,10,0,EUR
                fay,2026-02-01,,10,1,euros
                """;
        String[] columns = {
            "--customer=customer",
            "--start=start",
            "--end=end",
            "--price=price",
            "--billing-months=every",
            "--currency=currency",
            "--as-of=2026-02-28"
        };
        assertThat(mrr(subscriptions, columns, "--format=json").out())
                .contains("\"opening\": 133.83", "\"churn\": 50.5", "\"closing\": 83.33", "\"currency\": \"EUR\"")
                .contains("\"other_currency\": 1", "\"negative_price\": 1", "\"overlap\": 1")
                .contains("\"billing_not_positive\": 1", "\"invalid_currency\": 1", "\"left_out_total\": 5");
        assertThat(mrr(subscriptions, columns, "--format=json", "--overlap=allow")
                        .out())
                .contains("\"closing\": 93.33", "\"expansion\": 10.0");
        assertThat(mrr(subscriptions, columns, "--format=json", "--in=usd").out())
                .contains("\"closing\": 70.0", "\"other_currency\": 3");
    }

    @Test
    void withoutMonthsThereIsNothingToSay() {
        Run none = mrr("customer,month,mrr\n", COLUMNS);
        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("left out: nothing");
        assertThat(mrr("customer,month,mrr\nann,2026-01,5\n", COLUMNS, "--format=json")
                        .out())
                .contains("\"opening\": 5.0", "\"closing\": 5.0", "\"months\": 1")
                .doesNotContain("nrr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --customer=customer                                  | --month: is needed with --amount, or --start with --end and --price
            --customer=customer --month=month                    | --month: is needed with --amount, or --start with --end and --price
            --customer=customer --start=month                    | --price: is needed
            --month=month --amount=mrr                           | --customer: is needed
            --customer=customer --month=month --amount=mrr --trailing=-1 | --trailing: must be in [0, 1200], got -1
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        Run run = mrr(SNAPSHOTS, args.split(" "));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void monthsFarApartAreASlip() {
        Run run = mrr("customer,month,mrr\nann,2026-01,5\nann,0026-01,5\n", COLUMNS);
        assertThat(run.err())
                .isEqualTo(
                        "cx: months of - must not be more than 10000, got 0026-01 to 2026-01" + System.lineSeparator());
        assertThat(run.code()).isEqualTo(1);
    }
}
