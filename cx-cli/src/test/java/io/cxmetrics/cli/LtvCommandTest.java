package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LtvCommandTest {

    private static final String[] SAMPLE = {
        "ltv",
        Path.of("samples", "orders.csv").toString(),
        "--customer=customer",
        "--at=ordered_at",
        "--amount=amount",
        "--as-of=2026-06-30"
    };

    private static Run sample(String... more) {
        List<String> args = new ArrayList<>(List.of(SAMPLE));
        args.addAll(List.of(more));
        return Run.cx(args.toArray(String[]::new));
    }

    /** Fits to CDNOW up to 30 September 1997 by 40-digit arithmetic, of weeks and cents that were rounded. */
    @GoldenTest
    @ParameterizedTest
    @CsvSource({"bg-nbd, bgnbd", "mbg-nbd, mbgnbd", "pareto-nbd, pnbd"})
    void fitsTheModelsOfTheField(String model, String name) throws IOException {
        JsonNode report = Run.cx(
                        "ltv",
                        SharedData.file("data/clv/cdnow_sample_transactions.csv.gz")
                                .toString(),
                        "--customer=customer_id",
                        "--at=date",
                        "--amount=amount",
                        "--as-of=1997-09-30",
                        "--model=" + model,
                        "--top=3",
                        "--format=json")
                .json();
        JsonNode fits = new ObjectMapper()
                .readTree(SharedData.file("golden/clv/fits.json").toFile())
                .get("fits");
        same(fits.get(name), report.get("parameters"), report.get("standard_errors"));
        assertThat(report.get("log_likelihood").doubleValue())
                .isCloseTo(fits.get(name).get("log_likelihood").doubleValue(), within(0.2));
        same(fits.get("gg"), report.get("spend_parameters"), report.get("spend_standard_errors"));
        assertThat(report.at("/total/customers").longValue()).isEqualTo(2357);
        assertThat(report.get("groups")).hasSize(3);
        assertThat(report.get("converged").textValue()).isEqualTo("yes");
    }

    private static void same(JsonNode expected, JsonNode parameters, JsonNode errors) {
        for (int i = 0; i < expected.get("names").size(); i++) {
            String name = expected.get("names").get(i).textValue();
            double value = expected.get("params").get(i).doubleValue();
            double error = expected.get("se").get(i).doubleValue();
            assertThat(parameters.get(name).doubleValue()).as(name).isCloseTo(value, within(1e-3 * value));
            assertThat(errors.get(name).doubleValue()).as(name).isCloseTo(error, within(1e-3 * error));
        }
    }

    @Test
    void theMostValuableComeFirst() throws JsonProcessingException {
        JsonNode report = sample("--top=5", "--format=json").json();
        assertThat(report.get("groups")).hasSize(5);
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode customer : report.get("groups")) {
            assertThat(customer.get("value").doubleValue()).isLessThanOrEqualTo(before);
            assertThat(customer.get("alive").doubleValue()).isBetween(0.0, 1.0);
            before = customer.get("value").doubleValue();
        }
        JsonNode half = sample("--top=5", "--format=json", "--margin=0.5").json();
        assertThat(half.at("/total/value").doubleValue())
                .isCloseTo(report.at("/total/value").doubleValue() / 2, within(1e-6));
        assertThat(sample("--format=csv").out().lines()).hasSize(1 + 1 + 698);
        assertThat(sample().out()).contains("LTV = ", "parameters: r=", "standard errors: r=");
    }

    @Test
    void withoutAmountsThereArePurchases() throws JsonProcessingException {
        JsonNode report = Run.cx(SAMPLE[0], SAMPLE[1], SAMPLE[2], SAMPLE[3], "--weeks=13", "--format=json")
                .json();
        assertThat(report.at("/total/purchases").doubleValue()).isPositive();
        assertThat(report.at("/total/value").isNull()).isTrue();
        assertThat(report.has("spend_model")).isFalse();
    }

    @Test
    void whatNobodyCanFitIsSaid() {
        Run run = Run.withInput("c,t\na,2026-01-01\nb,2026-01-02\n", "ltv", "-", "--customer=c", "--at=t");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("cx: -: no model fits: ").hasLineCount(1);
        Run few =
                Run.withInput("c,t\na,2026-01-01\na,2026-01-09\nb,2026-01-02\n", "ltv", "-", "--customer=c", "--at=t");
        assertThat(few.code()).isZero();
        assertThat(few.err()).contains("the data do not say how large it is");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --customer=c                                  | --at: is needed
            --customer=c --at=t --margin=0.3              | --margin: needs --amount
            --customer=c --at=t --weeks=0                 | --weeks: must be in [1, 5200], got 0
            --customer=c --at=t --top=0                   | --top: must be at least 1, got 0
            --customer=c --at=t --amount=a --margin=30    | --margin: must be in (0, 1], got 30.0
            --customer=c --at=t --amount=a --discount=10  | --discount: must be in [0, 1], got 10.0
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        Run run = Run.cx(("ltv no-such-file.csv " + args).split(" "));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }
}
