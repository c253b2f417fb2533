package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnCommandTest {

    private static final String CUSTOMERS = """
            id,churned,charges,plan
            1,Yes,10.50,a
            2,No,20.00,a
            3,No,5.25,b
            4,maybe,1,b
            5,,3,b
            6,No,abc,a
            7,No,-1,a
            """;

    /** Bob leaves in February and comes back in March, cid comes and leaves in February, and eve never was. */
    private static final String SUBSCRIPTIONS = """
            customer,start,end,region
            ann,2026-01-01,,north
            bob,2026-01-10,2026-02-15,north
            cid,2026-02-01,2026-02-20,south
            bob,2026-03-05,,north
            dee,2026-01-20,2026-03-31,south
            eve,2026-03-02,2026-03-01,south
            ,2026-03-02,,south
            fay,soon,,south
            """;

    private static Run churn(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("churn", "-"));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    private static String json(String input, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        Run run = churn(input, args.toArray(String[]::new));
        assertThat(run.code()).isZero();
        return run.out();
    }

    /** The Wilson interval of 1 of 3 by statsmodels 0.14. */
    @Test
    void countsThoseWhoLeft() {
        assertThat(json(CUSTOMERS, "--left=churned"))
                .contains("\"rows\": 7", "\"customers\": 5", "\"left\": 1", "\"churn\": 20.0")
                .contains("\"invalid_left\": 1", "\"no_left\": 1")
                .doesNotContain("mrr");
        assertThat(json(CUSTOMERS, "--left=churned", "--mrr=charges"))
                .contains("\"customers\": 3", "\"low\": 6.14919", "\"high\": 79.2340")
                .contains("\"mrr\": 35.75", "\"mrr_lost\": 10.5", "\"revenue_churn\": 29.370629370629")
                .contains("\"left_out_total\": 4", "\"invalid_mrr\": 1", "\"negative_mrr\": 1");
    }

    @Test
    void takesOtherWordsForYes() {
        assertThat(json(CUSTOMERS, "--left=churned", "--left-when=Yes,maybe"))
                .contains("\"left\": 2", "\"customers\": 6", "\"no_left\": 1");
    }

    @Test
    void followsSubscriptionsFromPeriodToPeriod() {
        String[] lines = churn(SUBSCRIPTIONS, "--customer=customer", "--start=start", "--end=end", "--as-of=2026-03-31")
                .out()
                .split("\n");
        assertThat(lines)
                .contains(
                        "all         0       4          1     3       2     40.0   11.8 to 76.9         3",
                        "2026-01         0       3          0     0       3        -              -         0",
                        "2026-02         3       1          0     2       2     33.3    6.1 to 79.2         0",
                        "2026-03         2       0          1     1       2     50.0    9.5 to 90.5         0",
                        "left out: 1 end before start, 1 invalid start, 1 no customer");
    }

    @Test
    void hasABaseByName() {
        String[] common = {"--customer=customer", "--start=start", "--end=end", "--as-of=2026-03-31"};
        assertThat(json(SUBSCRIPTIONS, common))
                .contains("\"churn_at_start\": 33.33333333333333", "\"churn_average\": 80.0")
                .contains("\"left_of_those_at_start\": 1", "\"left_in_the_period_they_came\": 1");
        assertThat(json(SUBSCRIPTIONS, common[0], common[1], common[2], common[3], "--base=eligible"))
                .as("who came in a month could have left in it")
                .contains("\"base\": \"eligible\"", "\"churn\": 50.0");
        assertThat(json(SUBSCRIPTIONS, common[0], common[1], common[2], common[3], "--base=average"))
                .contains("\"churn\": 80.0", "\"low\": null");
        assertThat(json(SUBSCRIPTIONS, common[0], common[1], common[2], common[3], "--base=exposure"))
                .as("two departures in the 80 customer-days of February")
                .contains("\"customer_days\": 89");
    }

    @Test
    void groupsAndPeriodsAreAsAskedFor() {
        String out = json(
                SUBSCRIPTIONS,
                "--customer=customer",
                "--start=start",
                "--end=end",
                "--by=region",
                "--per=quarter",
                "--as-of=2026-06-30",
                "--from=2026-01-01");
        assertThat(out).contains("\"region\": \"north\"", "\"period\": \"2026-Q1\"", "\"period\": \"2026-Q2\"");
        assertThat(json(SUBSCRIPTIONS, "--customer=customer", "--start=start", "--end=end", "--grace-days=30"))
                .as("bob was away for 18 days")
                .contains("\"reactivated\": 0");
    }

    /** Bob's old subscription ends a day after the new one starts, and ann's upgrade has no day between. */
    @Test
    void anUpgradeIsNoDepartureFromAnyPlan() {
        String upgrades = """
                customer,start,end,plan
                ann,2026-01-10,2026-04-15,basic
                ann,2026-04-15,,pro
                bob,2026-01-10,2026-04-16,basic
                bob,2026-04-15,,pro
                cid,2026-01-10,2026-04-20,basic
                """;
        String[] columns = {"--customer=customer", "--start=start", "--end=end", "--as-of=2026-06-30"};
        String out = json(upgrades, columns[0], columns[1], columns[2], columns[3], "--by=plan", "--from=2026-04-01");
        assertThat(out.split("\"left\": 1,", -1))
                .as("cid, of all and of basic, in April")
                .hasSize(5);
        assertThat(out).contains("\"left_out_total\": 0").doesNotContain("\"left\": 2");
    }

    /** A row that cannot be read may be the one by which dee is still there. */
    @Test
    void aRowThatCannotBeReadIsNoDeparture() {
        String out = json(
                "customer,start,end\nann,2026-01-01,\ndee,2026-01-01,2026-02-10\ndee,2026-02-10,someday\n",
                "--customer=customer",
                "--start=start",
                "--end=end",
                "--as-of=2026-03-31");
        assertThat(out).contains("\"customers_left_out\": 1", "\"left\": 0", "\"invalid_end\": 1");
    }

    @Test
    void anEndMayBeTheLastDay() {
        String late = "customer,start,end\na,2026-01-01,2026-04-30\na,2026-05-01,\n";
        String[] columns = {"--customer=customer", "--start=start", "--end=end", "--as-of=2026-06-30"};
        assertThat(json(late, columns)).contains("\"departures\": 1");
        assertThat(json(late, columns[0], columns[1], columns[2], columns[3], "--end-inclusive"))
                .doesNotContain("\"departures\": 1");
    }

    @Test
    void severalCurrenciesAskForOne() {
        String mixed = "gone,pays,cur\nyes,100,EUR\nno,5000,JPY\n";
        String[] columns = {"--left=gone", "--mrr=pays", "--currency=cur"};
        assertThat(churn(mixed, columns).err()).contains("currency must be one, got EUR and JPY (-, line 3)");
        assertThat(churn(mixed, columns).code()).isEqualTo(2);
        assertThat(json(mixed, columns[0], columns[1], columns[2], "--in=eur"))
                .contains("\"mrr\": 100.0", "\"other_currency\": 1");
    }

    @Test
    void drawsABarOnATerminal() {
        Run run = Run.on(
                new Terminal(true, false, true),
                new ByteArrayInputStream(CUSTOMERS.getBytes(StandardCharsets.UTF_8)),
                "churn",
                "-",
                "--left=churned");
        assertThat(run.out()).contains("20.0  ████░░░░░░░░░░░░░░░░");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ''                                        | --left: is needed, or --customer with --start and --end
            --left=churned --start=start              | --left: is needed, or --customer with --start and --end
            --start=start                             | --customer: is needed
            --customer=customer --start=start --end=end --grace-days=-1 | --grace-days: must not be negative, got -1
            --customer=customer --start=start --from=x | --from: must be a date or a time, got x
            --customer=customer --start=start --from=1900-01-01 --per=day | period must give at most 10000 periods, got DAY from 1900-01-01 through 2026-03-05
            --left=end --decimals=12 --mrr=end        | --decimals: must be in [0, 6], got 12
            --customer=customer --start=start --base=all | Invalid value for option '--base': 'all' is not one of at-start, average, exposure, eligible; see cx churn --help
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        Run run = churn(SUBSCRIPTIONS, args.isEmpty() ? new String[0] : args.split(" "));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void strictStopsAtTheFirstBadValue() {
        assertThat(churn(CUSTOMERS, "--left=churned", "--strict").err())
                .isEqualTo("cx: -, line 5: churned must be yes or no, got maybe" + System.lineSeparator());
    }
}
