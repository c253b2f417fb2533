package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/**
 * A plain share of yes. Intervals were computed in R: {@code prop.test(2, 3, correct = FALSE)} and {@code binom.test}.
 */
class RateCommandTest {

    private static final String MAILS =
            "mail,clicked,list,sent\n1,yes,a,2026-01-05\n2,no,a,2026-01-12\n3,,b,2026-01-12\n"
                    + "4,Y,b,2026-02-01\n5,maybe,b,2026-02-01\n";

    @Test
    void countsYesAmongYesAndNo() throws JsonProcessingException {
        JsonNode report = Run.withInput(
                        MAILS,
                        "rate",
                        "-",
                        "--yes=clicked",
                        "--by=list",
                        "--over=sent",
                        "--interval=wilson,clopper-pearson",
                        "--format=json")
                .json();
        JsonNode total = report.get("total");
        assertThat(total.get("n").asLong()).isEqualTo(3);
        assertThat(total.get("rate").asDouble()).isCloseTo(66.66666666666667, within(1e-12));
        assertThat(total.get("low").asDouble()).isCloseTo(20.76596, within(1e-5));
        assertThat(total.get("high").asDouble()).isCloseTo(93.85081, within(1e-5));
        assertThat(total.get("low_clopper_pearson").asDouble()).isCloseTo(9.429932, within(1e-5));
        assertThat(total.get("high_clopper_pearson").asDouble()).isCloseTo(99.15962, within(1e-5));
        assertThat(total.get("left_out").toString()).isEqualTo("{\"invalid_flag\":1,\"no_flag\":1}");
        assertThat(report.get("groups").get(0).get("rate").asDouble()).isEqualTo(50);
        assertThat(total.get("periods").get(1).get("period").asText()).isEqualTo("2026-02");
    }

    @Test
    void takesTheWordsForYes() throws JsonProcessingException {
        JsonNode report = Run.withInput(MAILS, "rate", "-", "--yes=clicked", "--yes-when=yes,maybe", "--format=json")
                .json();
        assertThat(report.get("total").get("yes").asLong()).isEqualTo(2);
        assertThat(report.get("total").get("n").asLong()).isEqualTo(4);
    }

    @Test
    void refusesWhatHasNoEffect() {
        assertThat(Run.withInput(MAILS, "rate", "-", "--yes=clicked", "--per=week"))
                .isEqualTo(new Run(2, "", "cx: --per: needs --over\n"));
        assertThat(Run.withInput(MAILS, "rate", "-", "--yes=clicked", "--interval=wald,wald"))
                .isEqualTo(new Run(2, "", "cx: --interval: must name each once, got wald, wald\n"));
    }
}
