package io.cxmetrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of a file that would colour a terminal, turn its text around, or run in a spreadsheet. */
class HostileLabelsTest {

    private static final Terminal SCREEN = new Terminal(true, true, true);

    private static String printed(String label, ReportFormat format, Terminal terminal, boolean raw) {
        Line group = new Line(List.of(label), "", 1, Map.of(), new Values().put("n", 13_671_800.0), List.of());
        Line total = new Line(List.of(), "", 1, Map.of(), new Values().put("n", 1.5e-7), List.of());
        List<Column> columns = List.of(Column.number("n", "n", 1));
        Report report = new Report("nps", Map.of("definition", "d"), columns, List.of("plan"), total, List.of(group));
        StringWriter out = new StringWriter();
        format.print(report, terminal, raw, new PrintWriter(out, true));
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void neverReachATerminal(ReportFormat format) {
        for (int c : new int[] {0x1b, 0x7f, 0x9b, 0x85, 0x200f, 0x202e, 0x2066, 0x2029}) {
            String label = "a" + Character.toString(c) + "b";
            assertThat(printed(label, format, SCREEN, true)).doesNotContain(Character.toString(c));
        }
    }

    @Test
    void areTheSameTextInJson() {
        assertThat(printed("a\u202eb\u009b", ReportFormat.JSON, Terminal.NONE, false))
                .contains("\"plan\": \"a\\u202eb\\u009b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-2", "@SUM(A1)", "\tx"})
    void areNoFormulasInCsv(String label) {
        assertThat(printed(label, ReportFormat.CSV, Terminal.NONE, false)).contains("'" + label);
        assertThat(printed(label, ReportFormat.CSV, Terminal.NONE, true)).doesNotContain("'");
    }

    @Test
    void numbersHaveNoExponent() {
        assertThat(printed("a", ReportFormat.CSV, Terminal.NONE, false)).contains(",13671800,", ",0.00000015,");
        assertThat(printed("a", ReportFormat.JSON, Terminal.NONE, false)).contains(": 13671800,", ": 0.00000015,");
    }
}
