package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes between files, groups and periods. */
class CompareCommandTest {

    /** Table II (a) of R. Newcombe, Interval estimation for the difference, Statistics in Medicine 17 (1998): 0.2. */
    @Test
    void comparesTwoFilesAsInThePaper(@TempDir Path folder) throws IOException {
        Path before = Files.writeString(folder.resolve("a.csv"), "done\n" + "yes\n".repeat(48) + "no\n".repeat(32));
        Path after = Files.writeString(folder.resolve("b.csv"), "done\n" + "yes\n".repeat(56) + "no\n".repeat(14));
        Run run = Run.cx(
                "compare", "rate", before.toString(), after.toString(), "--yes=done", "--good=higher", "--format=json");
        JsonNode change = run.json().get("changes").get(0);
        assertThat(change.get("by").get("file").asText()).isEqualTo(after.toString());
        assertThat(change.get("difference").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(change.get("low").asDouble()).isCloseTo(5.24, within(0.005));
        assertThat(change.get("high").asDouble()).isCloseTo(33.39, within(0.005));
        assertThat(change.get("verdict").asText()).isEqualTo("better");
    }

    @Test
    void comparesGroupsWithABaselineAndCorrectsForTheirNumber() throws IOException {
        JsonNode report = Run.cx(
                        "compare",
                        "nps",
                        "samples/survey.csv",
                        "--rating=nps",
                        "--no-answer=99",
                        "--by=plan",
                        "--baseline=Free",
                        "--format=json")
                .json();
        JsonNode changes = report.get("changes");
        assertThat(changes).hasSize(2);
        double enterprise = report.get("groups").get(0).get("nps").asDouble();
        double free = report.get("groups").get(1).get("nps").asDouble();
        assertThat(changes.get(0).get("difference").asDouble()).isCloseTo(enterprise - free, within(1e-9));
        double smaller = Math.min(
                changes.get(0).get("p_value").asDouble(),
                changes.get(1).get("p_value").asDouble());
        assertThat(changes.get(0).get("p_adjusted").asDouble())
                .isGreaterThanOrEqualTo(changes.get(0).get("p_value").asDouble());
        assertThat(Math.min(
                        changes.get(0).get("p_adjusted").asDouble(),
                        changes.get(1).get("p_adjusted").asDouble()))
                .isCloseTo(2 * smaller, within(1e-15)); // Holm
    }

    @Test
    void comparesEachPeriodWithTheOneBefore() {
        Run run = Run.cx("compare", "csat", "samples/survey.csv", "--rating=csat", "--over=answered_at", "--margin=20");
        assertThat(run.out()).contains("against the period before", "\n2026-08 ", "\n2026-09 ", "within margin");
        Run csv =
                Run.cx("compare", "csat", "samples/survey.csv", "--rating=csat", "--over=answered_at", "--format=csv");
        assertThat(csv.out().lines().filter(line -> line.startsWith("csat,changes,")))
                .hasSize(2);
    }

    @Test
    void saysWhenThereIsNothingToCompare() {
        assertThat(Run.cx("compare", "ces", "samples/survey.csv", "--rating=effort")
                        .err())
                .endsWith("cx: nothing to compare: name two files, or groups with --by, or periods with --over\n");
        assertThat(Run.cx("compare", "nps", "samples/survey.csv", "--rating=nps", "--by=plan", "--baseline=x")
                        .err())
                .endsWith("cx: --baseline: must be one of the groups, got x\n");
        assertThat(Run.cx("compare", "nps", "samples/survey.csv", "--rating=nps", "--by=plan", "--margin=0")
                        .err())
                .endsWith("cx: --margin: must be above 0, got 0.0\n");
    }
}
