package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
        assertThat(run.out().split("\n"))
                .contains(
                        "all   180.10  0.00         60.00      50.00        10.05  50.00     5.00   235.05   94.4  "
                                + "127.7           0.0         5.97         3",
                        "2026-02   180.10  0.00          0.00      50.00        10.05  50.00     0.00   170.05   66.7  "
                                + " 94.4          33.3         0.83         0",
                        "2026-03   170.05  0.00         60.00       0.00         0.00   0.00     5.00   235.05  100.0  "
                                + "100.0           0.0          inf         0",
                        "left out: 1 invalid amount, 1 invalid month, 1 no customer");
    }

    /** Rows of one customer and month add up, those below 0 too, and a month of credits is no departure. */
    @Test
    void creditsAddUp() {
        assertThat(mrr("""
                                customer,month,mrr
                                a,202601,49
                                a,202602,-1
                                a,202603,49
                                b,01/2026,20
                                b,02/2026,20
                                b,02/2026,-5
                                b,03/2026,20
                                """, COLUMNS, "--format=json").out())
                .contains("\"reactivation\": 0.0", "\"churn\": 0.0", "\"logo_churn\": 0.0", "\"closing\": 15.0");
    }

    /** The customer of Basic has no row after February, and the question goes on to April. */
    @Test
    void aGroupThatIsGoneHasChurned() throws Exception {
        JsonNode groups = mrr("""
                                customer,month,mrr,plan
                                a,2026-01,50,Basic
                                a,2026-02,50,Basic
                                c,2026-01,80,Pro
                                c,2026-02,80,Pro
                                c,2026-03,80,Pro
                                c,2026-04,80,Pro
                                """, COLUMNS, "--by=plan", "--format=json").json().get("groups");
        assertThat(groups.get(0).get("closing").doubleValue()).isZero();
        assertThat(groups.get(0).get("churn").doubleValue()).isEqualTo(50);
        assertThat(groups.get(0).get("grr").doubleValue()).isZero();
        assertThat(groups.get(0).get("periods")).hasSize(3);
        assertThat(groups.get(1).get("closing").doubleValue()).isEqualTo(80);
    }

    @Test
    void anEndMayBeTheLastDayAndABillBeYearly() {
        String rows = "customer,start,end,price\na,2026-01-01,2026-04-30,50\na,2026-05-01,,50\n";
        String[] columns = {"--customer=customer", "--start=start", "--end=end", "--price=price", "--as-of=2026-06-30"};
        assertThat(mrr(rows, columns, "--format=json").out()).contains("\"reactivation\": 50.0");
        assertThat(mrr(rows, columns, "--format=json", "--end-inclusive").out())
                .contains("\"closing\": 50.0")
                .doesNotContain("\"reactivation\": 50.0", "\"churn\": 50.0");
        String three = "customer,start,end,price\na,2026-01-01,,100\nb,2026-01-01,,100\nc,2026-01-01,,100\n";
        assertThat(mrr(three, columns, "--format=json", "--billing-months=12").out())
                .contains("\"closing\": 25.0")
                .doesNotContain("24.99", "25.0000");
    }

    /** Whichever stands first, two currencies ask for the one that counts. */
    @Test
    void severalCurrenciesAskForOne() {
        String head = "customer,start,price,currency\n";
        String euro = "a,2026-01-01,100,EUR\nc,2026-01-01,30,eur\n";
        String yen = "b,2026-01-01,5000,JPY\n";
        String[] columns = {"--customer=customer", "--start=start", "--price=price", "--currency=currency"};
        for (String rows : List.of(head + euro + yen, head + yen + euro)) {
            Run run = mrr(rows, columns, "--as-of=2026-03-31");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("currency must be one").contains("choose the one that counts, as with --in");
            assertThat(mrr(rows, columns, "--as-of=2026-03-31", "--in=EUR", "--format=json")
                            .out())
                    .contains("\"closing\": 130.0", "\"currency\": \"EUR\"", "\"other_currency\": 1");
        }
    }

    /** A yearly invoice is a twelfth in each of its months, and what it pays ahead is not there yet. */
    @Test
    void invoicesAreSpreadOverTheirService() {
        String invoices = "who,total,since,until\nann,1200,2026-01-15,2027-01-14\nbob,30,2026-02-01,2026-02-28\n";
        String[] columns = {"--customer=who", "--amount=total", "--start=since", "--end=until", "--end-inclusive"};
        assertThat(mrr(invoices, columns, "--as-of=2026-03-31", "--format=json").out())
                .contains("\"opening\": 100.0", "\"new\": 30.0", "\"churn\": 30.0", "\"closing\": 100.0")
                .contains("\"months\": 3");
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
        assertThat(mrr(subscriptions, columns, "--format=json", "--in=EUR").out())
                .contains("\"opening\": 133.83", "\"churn\": 50.5", "\"closing\": 83.33", "\"currency\": \"EUR\"")
                .contains("\"other_currency\": 1", "\"negative_price\": 1", "\"overlap\": 1")
                .contains("\"billing_not_positive\": 1", "\"invalid_currency\": 1", "\"left_out_total\": 5");
        assertThat(mrr(subscriptions, columns, "--format=json", "--in=EUR", "--overlap=allow")
                        .out())
                .contains("\"closing\": 93.33", "\"expansion\": 10.0");
        assertThat(mrr(subscriptions, columns, "--format=json", "--in=usd").out())
                .contains("\"closing\": 70.0", "\"other_currency\": 5");
    }

    @Test
    void withoutMonthsThereIsNothingToSay() {
        Run none = mrr("customer,month,mrr\n", COLUMNS);
        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("left out: nothing");
        assertThat(mrr("customer,month,mrr\nann,2026-01,5\n", COLUMNS, "--format=json")
                        .out())
                .contains("\"opening\": 5.0", "\"closing\": 5.0", "\"months\": 1")
                .contains("\"nrr\": null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --customer=customer                                  | --month: is needed with --amount, or --start with --end and --price
            --customer=customer --month=month                    | --month: is needed with --amount, or --start with --end and --price
            --customer=customer --start=month                    | --price: is needed, or --amount for invoices
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
                .isEqualTo("cx: months must not be more than 10000, got 0026-01 to 2026-01" + System.lineSeparator());
        assertThat(run.code()).isEqualTo(1);
    }
}
