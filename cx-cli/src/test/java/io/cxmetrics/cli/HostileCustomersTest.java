package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of customers as nobody should send them, and as somebody does. */
class HostileCustomersTest {

    private static final String SUBSCRIPTIONS = """
            c,s,e,p
            ann,2026-01-01,9999-12-31,10
            bob,2026-01-01,2026-02-10,10
            cid,2026-03-01,2026-02-01,10
            dee,2026-06-01,,10
            """;

    private static final String LOG = """
            c,t,a
            ann,2026-01-01,10
            ann,2026-02-02,10
            bob,2026-03-03,10
            """;

    private static String json(String input, String args) {
        Run run = Run.withInput(input, (args + " - --format=json").split(" "));
        assertThat(run.code()).isZero();
        return run.out();
    }

    private static void says(int code, String message, Run run) {
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "churn --left=left --mrr=a",
                "clv --left=left --mrr=a --tenure=one",
                "clv --customer=c --at=t --amount=a",
                "rfm --customer=c --at=t --amount=a",
                "mrr --customer=c --month=t --amount=a",
                "mrr --customer=c --start=t --price=a --as-of=2026-05-01"
            })
    void sumsThatDoNotFitAreBadData(String args) {
        StringBuilder rows = new StringBuilder("c,t,a,left,one\n");
        for (int i = 0; i < 12; i++) {
            rows.append('k').append(i).append(",2026-01-01,999999999999999,yes,1\n");
        }
        says(
                1,
                "amounts are too large to be added up; see --decimals",
                Run.withInput(rows.toString(), (args + " - --decimals=3").split(" ")));
        assertThat(json(rows.toString(), args + " --decimals=0")).contains("\"rows\": 12");
    }

    /** A year that stands for no end is none, and no last day. */
    @Test
    void anEndThatStandsForNoneIsNoLastDay() {
        assertThat(json(SUBSCRIPTIONS, "churn --customer=c --start=s --end=e")).contains("\"as_of\": \"2026-06-01\"");
        assertThat(json(SUBSCRIPTIONS, "mrr --customer=c --start=s --end=e --price=p"))
                .contains("\"as_of\": \"2026-06-01\"", "\"months\": 5");
        assertThat(json(SUBSCRIPTIONS, "mrr --customer=c --start=s --end=e --price=p --as-of=2026-03-31"))
                .contains("\"opening\": 20.0", "\"churn\": 10.0", "\"closing\": 10.0");
    }

    @Test
    void whatIsAfterTheLastDayIsLeftOut() {
        assertThat(json(SUBSCRIPTIONS, "churn --customer=c --start=s --end=e --as-of=2026-03-31"))
                .contains("\"customers\": 2", "\"starts_later\": 1", "\"end_before_start\": 1");
        assertThat(json(SUBSCRIPTIONS, "mrr --customer=c --start=s --end=e --price=p --as-of=2025-12-31"))
                .as("nothing is left, and no row is forgotten")
                .contains("\"months\": 0", "\"starts_later\": 4", "\"left_out_total\": 4");
        assertThat(json(SUBSCRIPTIONS, "mrr --customer=c --start=s --end=e --price=p --as-of=2026-01-15"))
                .as("no month is over")
                .contains("\"months\": 0", "\"starts_later\": 2", "\"left_out_total\": 2");
        assertThat(json(LOG, "retention --customer=c --at=t --as-of=2026-01-31"))
                .contains("\"size\": 1", "\"after_as_of\": 2", "\"left_out_total\": 2");
        assertThat(json(LOG, "rfm --customer=c --at=t --amount=a --as-of=2026-02-28"))
                .contains("\"customers\": 1", "\"after_as_of\": 1", "\"customers_without_purchase\": 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "churn --customer=c --start=t --end=t",
                "mrr --customer=c --start=t --price=a",
                "survival --customer=c --start=t --end=t"
            })
    void withoutAStartNoDayIsTheLast(String args) {
        assertThat(json("c,t,a\n", args)).contains("\"rows\": 0").doesNotContain("as_of", "1970", "\"null\"");
        says(
                1,
                "-: none of its 1 rows could be used: 1 no_start (-, line 2: t must not be blank, got NA)",
                Run.withInput("c,t,a\nann,NA,5\n", (args + " -").split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retention --customer=c --at=t", "rfm --customer=c --at=t --amount=a"})
    void withoutARowThatCanBeReadThereIsNoReport(String args) {
        assertThat(json("c,t,a\n", args)).contains("\"rows\": 0").doesNotContain("as_of", "1970", "\"null\"");
        says(
                1,
                "-: none of its 1 rows could be used: 1 no_date (-, line 2: t must not be blank, got NA)",
                Run.withInput("c,t,a\nann,NA,5\n", (args + " -").split(" ")));
    }

    @Test
    void aCurrencyIsSaidWhereTheFileSaysIt() {
        assertThat(json(SUBSCRIPTIONS, "mrr --customer=c --start=s --end=e --price=p --as-of=2026-03-31"))
                .doesNotContain("currency");
    }

    @Test
    void aGroupOfWhichNobodyCountsDoesNotEndTheComparison() {
        assertThat(json("t,left,g\n5,yes,x\n6,no,x\nbad,yes,y\n7,yes,z\n", "survival --tenure=t --left=left --by=g"))
                .contains("\"horizon\": 6", "\"log_rank_degrees_of_freedom\": 1", "\"invalid_tenure\": 1");
    }

    @Test
    void tenuresAreListedOnceAndInOrder() {
        Run run = Run.withInput("t,left\n5,yes\n", "survival", "-", "--tenure=t", "--left=left", "--at=7,1,1,3");
        assertThat(run.out().lines().map(line -> line.replaceFirst(" .*", "")))
                .containsSubsequence("tenure", "1", "3", "7", "unit:")
                .containsOnlyOnce("1");
    }

    @Test
    void missingIsNotNoWhateverMeansYes() {
        assertThat(json("left\ngone\nNA\n\"\"\nhere\n-\n", "churn --left=left --left-when=gone"))
                .contains("\"customers\": 2", "\"left\": 1", "\"no_left\": 3");
        assertThat(json("left\nNA\nhere\n", "churn --left=left --left-when=NA"))
                .as("unless it is what means yes")
                .contains("\"customers\": 2", "\"left\": 1");
    }

    @Test
    void nobodyPaysLessThanNothing() {
        Run run = Run.withInput(
                "m,t,left\n-5,1,yes\n5,2,no\n5,2,yes\n",
                "clv --mrr=m --tenure=t --left=left - --format=json".split(" "));
        assertThat(run.err()).isEqualTo("cx: -, line 2: m must not be negative, got -5; left out\n");
        assertThat(run.out()).contains("\"customers\": 2", "\"arpu\": 5.0", "\"churn\": 25.0", "\"negative_mrr\": 1");
    }

    @Test
    void aYearIsInOurEra() {
        assertThat(json("c,m,a\nann,0000-01,5\nann,0001-01,5\n", "mrr --customer=c --month=m --amount=a"))
                .contains("\"customers\": 1", "\"invalid_month\": 1");
    }

    @Test
    void strictSaysHowAnAmountIsWritten() {
        says(
                1,
                "-, line 2: a must be an amount of at most 15 digits and 2 decimals, got 1.005",
                Run.withInput(
                        "c,t,a\nann,2026-01-01,1.005\n",
                        "clv",
                        "-",
                        "--customer=c",
                        "--at=t",
                        "--amount=a",
                        "--strict"));
        assertThat(json("c,t,a\nann,2026-01-01,1.005\n", "clv --customer=c --at=t --amount=a --decimals=3"))
                .contains("\"net\": 1.005");
    }

    @Test
    void cohortsSayHowSureTheyAre() {
        assertThat(json(LOG, "retention --customer=c --at=t --confidence=0.9"))
                .contains("\"interval\": \"wilson\"", "\"confidence\": 0.9");
    }

    /**
     * In February ann was there for 9 days, bob for 19 and cid for 28: 100 (1 - exp(-2 / 56 x 30.436875)) by python.
     */
    @Test
    void churnSaysWhatItsBasesCount() {
        String two = "c,s,e\n" + "ann,2026-01-01,2026-02-10\nbob,2026-01-01,2026-02-20\ncid,2026-01-01,\n";
        assertThat(json(two, "churn --customer=c --start=s --end=e --as-of=2026-02-28"))
                .contains("\"departures\": 2", "\"customer_days\": 56", "\"eligible\": 3", "\"eligible_left\": 2")
                .contains("\"churn_exposure\": 66.278388049");
    }

    @ParameterizedTest
    @CsvSource({"day, 364", "week, 52", "month, 11", "quarter, 3", "year, 0"})
    void onlyWholePeriodsAreTenure(String per, String tenure) {
        assertThat(json(
                        "c,s,e\nann,2026-01-01,2026-12-31\n",
                        "survival --customer=c --start=s --end=e --as-of=2026-12-31 --per=" + per))
                .contains("\"unit\": \"" + per + "s\"", "\"median\": " + tenure + ".0");
    }
}
