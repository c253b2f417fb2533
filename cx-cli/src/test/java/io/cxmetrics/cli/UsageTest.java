package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.catalogue.Catalogue;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong use ends with exit code 2 and one line that says what to do. */
class UsageTest {

    private static Run nps(String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"nps", "-", "--rating", "r"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.withInput("r,r2,d,d\n10,1,2026-01-01T00:30+09:00,x\n", args);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --keep=latest                | --keep: needs --respondent
            --per=week                   | --per: needs --over
            --zone=UTC                   | --zone: needs --over
            --date-format=yyyy           | --date-format: needs --over
            --confidence=95              | --confidence: must be in (0, 1), got 95.0
            --delimiter=ab               | --delimiter: must be one character or tab, got ab
            --by=region                  | -: no column region among r, r2, d, d
            --by=d                       | -: 2 columns are named d; name one by its place, such as #3
            --label=Yes                  | --label: must be like Yes=1, got Yes
            --label=Yes=11               | rating must be in [0, 10], got 11 for label Yes
            --passives-from=10           | breaks must be in order within 0..10, got passives from 10, promoters from 9
            """)
    void saysWhatIsWrong(String option, String message) {
        assertThat(nps(option)).isEqualTo(new Run(2, "", "cx: " + message + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --scale=5          | Invalid value for option '--scale': '5' is not a scale like 1..5
            --zone=Mars        | Invalid value for option '--zone': 'Mars' is not a time zone like Europe/Berlin
            --charset=UTF-9    | Invalid value for option '--charset': 'UTF-9' is not a character set like UTF-8
            --format=xml       | Invalid value for option '--format': 'xml' is not one of table, json, csv
            --keep=best        | Invalid value for option '--keep': 'best' is not one of first, latest, all, mean
            --interval=exact   | Invalid value for option '--interval' (METHOD): 'exact' is not one of wald, adjusted-wald, trinomial-t, goodman, bootstrap
            """)
    void saysWhichValuesThereAre(String option, String message) {
        assertThat(nps(option)).isEqualTo(new Run(2, "", "cx: " + message + "; see cx nps --help\n"));
    }

    @Test
    void refusesCombinationsWithoutMeaning() {
        assertThat(nps("--weight", "r2", "--respondent", "d"))
                .isEqualTo(new Run(2, "", "cx: --weight: cannot be combined with --respondent\n"));
        assertThat(nps("--weight", "r2", "--interval", "bootstrap"))
                .isEqualTo(new Run(2, "", "cx: --interval: bootstrap cannot be combined with --weight\n"));
    }

    @Test
    void takesTheDayAsWrittenWhereNobodyNamesAZone() {
        Run run = Run.withInput("r,at\n10,2026-01-01T00:30+09:00\n", "nps", "-", "--rating", "r", "--over", "at");
        assertThat(run.out()).contains("2026-01", "zone: as written");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(Run.cx("nps", "no/such/file.csv", "--rating", "r"))
                .isEqualTo(new Run(2, "", "cx: no/such/file.csv: no such file\n"));
        assertThat(Run.cx("nps", "samples", "--rating", "r"))
                .isEqualTo(new Run(2, "", "cx: samples: is a folder, not a file\n"));
        assertThat(Run.cx("nps", "samples/survey.csv", "--rating", "r", "--delimiter", ";")
                        .err())
                .endsWith("; is the separator another than the detected one?\n");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(Run.cx("nps"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "cx: Missing required options and parameters: '--rating=COLUMN', 'FILE'; see cx nps --help\n"));
        assertThat(Run.cx("npz").err())
                .startsWith("cx: Unmatched argument at index 0: 'npz'")
                .hasLineCount(1);
        assertThat(Run.cx().code()).isEqualTo(2);
        assertThat(Run.cx().err()).startsWith("Usage: cx ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nps", "csat", "ces"})
    void helpShowsAnExample(String command) {
        Run help = Run.cx(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Example: ", "\n  cx " + command + " survey.csv --rating ");
        assertThat(help.out()).contains(Catalogue.metric(command).formula());
        assertThat(Run.cx("help", command).out()).isEqualTo(help.out());
    }

    @Test
    void hasAVersion() {
        assertThat(Run.cx("--version").out()).startsWith("cx ");
    }

    @Test
    void aFailureNobodyForesawIsOneLineToo() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("cable\nunplugged");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };
        Run run = Run.on(io.cxmetrics.report.Terminal.NONE, broken, "nps", "-", "--rating", "r");
        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "cx: unexpected failure, please report it: java.lang.IllegalStateException: cable "
                                + "unplugged\n"));
    }
}
