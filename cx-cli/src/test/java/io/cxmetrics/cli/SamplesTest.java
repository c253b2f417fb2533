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
