package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Intervals by hand: 2/1/2 has the adjusted shares 2.75/8, so 100 x 1.96 sqrt(0.6875 / 8) = 57.5 either way. */
class TableTest {

    private static final String FILE = "r,plan,d\n10,b,2026-01-01\n9,b,2026-02-01\n0,10,2026-01-01\n"
            + ",b,2026-01-01\n8,,2026-02-01\n0,9,2026-02-01\n";

    private static String table(Terminal terminal, String... more) {
        String[] args = new String[3 + more.length];
        System.arraycopy(new String[] {"nps", "-", "--rating=r"}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        Run run = Run.on(terminal, new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)), args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    @Test
    void alignsNumbersAndSortsGroupsByValue() {
        assertThat(table(Terminal.NONE, "--by=plan")).isEqualTo("""
                        NPS of r = 100 (promoters - detractors) / answers; promoters 9 to 10, detractors 0 to 6

                        plan     n  promoters %  passives %  detractors %     NPS   95 % interval  left out
                        all      5         40.0        20.0          40.0     0.0   -57.5 to 57.5         1
                        9        1          0.0         0.0         100.0  -100.0   -98.5 to 48.5         0
                        10       1          0.0         0.0         100.0  -100.0   -98.5 to 48.5         0
                        (blank)  1          0.0       100.0           0.0     0.0   -60.0 to 60.0         0
                        b        2        100.0         0.0           0.0   100.0  -24.4 to 100.0         1

                        scale: 0..10
                        interval: adjusted-wald
                        confidence: 0.95
                        rows: 6 (5 used, 1 left out, 0 malformed)
                        left out: 1 blank
                        """);
    }

    @Test
    void drawsOnATerminal() {
        String drawn = table(new Terminal(true, false, true), "--by=plan", "--over=d");
        assertThat(drawn)
                .contains("over time\n")
                .contains("-100.0  ██████████░░░░░░░░░░  ")
                .contains(" 100.0  ░░░░░░░░░░██████████  ")
                .contains("  ▁█\n".replace("▁█", "▅▅"));
        assertThat(table(new Terminal(true, false, false), "--over=d"))
                .contains("..........")
                .doesNotContain("█")
                .matches(text -> text.chars().allMatch(c -> c < 128), "is plain ASCII");
    }

    @Test
    void drawsNothingIntoFiles() {
        assertThat(table(Terminal.NONE, "--over=d")).doesNotContain("over time", "░", "....");
    }
}
