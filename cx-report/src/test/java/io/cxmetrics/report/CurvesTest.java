package io.cxmetrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final Curves.Curve FALLING = new Curves.Curve("falling", x -> 1 - x / 20);
    private static final Curves.Curve SHORT = new Curves.Curve("short", x -> x < 10 ? 1 : Double.NaN);

    @Test
    void drawsFromOneToZero() {
        List<String> lines = new Curves("title", 20, "months", List.of(FALLING)).lines(true);
        assertThat(lines).hasSize(14);
        assertThat(lines.get(0)).isEqualTo("title");
        assertThat(lines.get(1)).startsWith(" 100 % │●●●●").doesNotEndWith(" ");
        assertThat(lines.get(6)).startsWith("  50 % │").contains("●");
        assertThat(lines.get(11)).startsWith("   0 % │").endsWith("●");
        assertThat(lines.get(12)).startsWith("       └───");
        assertThat(lines.get(13)).startsWith("        0 ").endsWith("20 months");
    }

    @Test
    void tellsCurvesApartAndStopsWhereTheyDo() {
        List<String> lines = new Curves("title", 20, "months", List.of(FALLING, SHORT)).lines(false);
        assertThat(lines.get(1)).contains("oooo").hasSizeLessThan(45);
        assertThat(lines).endsWith("        * falling", "        o short");
        assertThat(String.join("", lines)).matches("\\p{ASCII}*");
    }
}
