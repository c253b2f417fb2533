package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ann answers 2, then 10, then (dated earlier, but later in the file) 6; Bob answers 9 once. */
class RespondentsTest {

    private static final String FILE = """
            who,at,r,plan
            ann,2026-01-02,2,x
            ann,2026-01-03,10,y
            bob,2026-01-01,9,x
            ann,2026-01-01,6,x
            """;

    private static String nps(String... more) {
        String[] args = new String[5 + more.length];
        System.arraycopy(new String[] {"nps", "-", "--rating=r", "--respondent=who", "--format=json"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        Run run = Run.withInput(FILE, args);
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void keepsTheLatestByDateOrByPlaceInTheFile() {
        assertThat(nps("--over=at")).contains("\"keep\": \"latest\"", "\"n\": 2", "\"nps\": 100.0", "\"not_kept\": 2");
        assertThat(nps()).contains("\"n\": 2", "\"nps\": 0.0", "\"not_kept\": 2");
    }

    @Test
    void keepsTheFirst() {
        assertThat(nps("--keep=first", "--over=at")).contains("\"mean\": 7.5", "\"nps\": 0.0");
        assertThat(nps("--keep=first")).contains("\"mean\": 5.5", "\"nps\": 0.0");
    }

    @Test
    void keepsAll() {
        assertThat(nps("--keep=all")).contains("\"n\": 4", "\"nps\": 0.0", "\"left_out_total\": 0");
    }

    @Test
    void takesTheMean() {
        assertThat(nps("--keep=mean"))
                .contains(
                        "\"n\": 2", "\"promoters\": 1", "\"detractors\": 1", "\"mean\": 7.5", "\"merged_into_mean\": 2")
                .doesNotContain("histogram", "median");
    }

    @Test
    void everybodyCountsOnceInEachLine() {
        assertThat(nps("--by=plan").replaceAll("\\s+", " "))
                .contains("\"by\": { \"plan\": \"x\" }, \"rows\": 3, \"n\": 2,")
                .contains("\"by\": { \"plan\": \"y\" }, \"rows\": 1, \"n\": 1,");
    }

    @Test
    void severalColumnsMakeOneKey() {
        assertThat(nps("--respondent=plan")).contains("\"n\": 3");
    }

    @Test
    void boxesCountMeansToo() {
        Run run = Run.withInput(
                "who,r\na,5\na,4\nb,1\nb,2\nc,5\nc,1\n",
                "csat",
                "-",
                "--rating=r",
                "--respondent=who",
                "--keep=mean",
                "--format=json");
        assertThat(run.out())
                .contains(
                        "\"satisfied\": 1",
                        "\"neutral\": 1",
                        "\"dissatisfied\": 1",
                        "\"mean\": 3.0",
                        "\"normalised\": 50.0");
    }
}
