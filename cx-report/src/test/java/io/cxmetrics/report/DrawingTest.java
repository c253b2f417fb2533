package io.cxmetrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawingTest {

    private final Drawing drawing = new Drawing(true);

    @Test
    void barsStartAtZeroWhereverItIs() {
        assertThat(drawing.bar(50, -100, 100)).isEqualTo("░░░░░░░░░░█████░░░░░");
        assertThat(drawing.bar(-50, -100, 100)).isEqualTo("░░░░░█████░░░░░░░░░░");
        assertThat(drawing.bar(0, -100, 100)).isEqualTo("░".repeat(20));
        assertThat(drawing.bar(75, 0, 100)).isEqualTo("█".repeat(15) + "░".repeat(5));
        assertThat(drawing.bar(900, 0, 200)).as("beyond the range").isEqualTo("█".repeat(20));
        assertThat(drawing.bar(-900, -100, 100)).isEqualTo("█".repeat(10) + "░".repeat(10));
        assertThat(drawing.bar(Double.NaN, 0, 100)).isEmpty();
    }

    @Test
    void linesRunFromTheLowestToTheHighest() {
        assertThat(drawing.line(new double[] {1, 2, 8, Double.NaN, 5})).isEqualTo("▁▂█ ▅");
        assertThat(drawing.line(new double[] {3, 3})).isEqualTo("▅▅");
        assertThat(drawing.line(new double[] {})).isEmpty();
        assertThat(new Drawing(false).line(new double[] {0, 7})).isEqualTo("_#");
    }

    @Test
    void shadesAreDarkerForMore() {
        assertThat(drawing.shade(0, 0, 100)).isEqualTo(" ");
        assertThat(drawing.shade(8, 0, 100)).isEqualTo("░");
        assertThat(drawing.shade(25, 0, 100)).isEqualTo("▒");
        assertThat(drawing.shade(100, 0, 100)).isEqualTo("█");
        assertThat(drawing.shade(130, 0, 100)).as("revenue may grow").isEqualTo("█");
        assertThat(drawing.shade(-10, 0, 100)).as("or be given back").isEqualTo(" ");
        assertThat(drawing.shade(Double.NaN, 0, 100)).isEqualTo(" ");
        assertThat(new Drawing(false).shade(100, 0, 100)).isEqualTo("#");
    }
}
