package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and labels that nobody would write on purpose. */
class HostileFilesTest {

    private static Run csat(byte[] input, String... more) {
        String[] args = new String[3 + more.length];
        System.arraycopy(new String[] {"csat", "-", "--rating=r"}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return Run.on(Terminal.NONE, new ByteArrayInputStream(input), args);
    }

    private static Run csat(String input, String... more) {
        return csat(input.getBytes(StandardCharsets.UTF_8), more);
    }

    @Test
    void eachGroupIsOneLineOfATable() {
        Run run = csat("r,c\n5,\"x\ny\"\n5,\u001b[31mred\n5,a\u0000\n5,\u202eodd\n5,\"t\tab\"\n", "--by=c");
        assertThat(run.out().lines().skip(2).limit(7).map(line -> line.replaceAll(" .*", "")))
                .containsExactly("c", "all", "\\u001b[31mred", "a\\u0000", "t\\tab", "x\\ny", "\\u202eodd");
        assertThat(csat("r\n5\n", "--by=r", "--label=a\nb=5").out()).doesNotContain("a\nb");
    }

    /** A terminal gives two columns to each of these but the accent, which stands on the letter before it. */
    @Test
    void wideLabelsStandInLineWithNarrowOnes() {
        String out = csat(
                        "r,c\n5,\u65e5\u672c\u8a9e\n5,\ud83d\ude00\ud83d\udc4d\ud83d\ude80\n5,abcde\u0301f\n", "--by=c")
                .out();
        assertThat(out)
                .contains(
                        "\nall     3 ",
                        "\nabcde\u0301f  1 ",
                        "\n\u65e5\u672c\u8a9e  1 ",
                        "\n\ud83d\ude00\ud83d\udc4d\ud83d\ude80  1 ");
    }

    @Test
    void longLabelsAreCutInATableOnly() {
        String label = "x".repeat(1000);
        assertThat(csat("r,c\n5," + label + "\n", "--by=c").out()).contains("\n" + "x".repeat(60) + "...  1 ");
        assertThat(csat("r,c\n5," + label + "\n", "--by=c", "--format=csv").out())
                .contains("," + label + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "mean", "left out", "CSAT %", "x bar"})
    void aGroupColumnMayHaveTheNameOfAColumnOfTheTable(String name) {
        Run run = csat("r," + name + "\n5,label\n", "--by=" + name);
        assertThat(run.out().lines().skip(2).limit(3).map(line -> line.replaceAll("  .*", "")))
                .containsExactly(name, "all", "label");
        assertThat(run.out())
                .contains("\nlabel")
                .contains("  CSAT %  95 % interval  ")
                .contains("  n  mean  ");
    }

    @Test
    void aGroupColumnMayHaveTheNameOfAColumnOfTheResult() {
        assertThat(csat("r,period,n\n5,label,x\n", "--by=period", "--by=n", "--format=csv")
                        .out())
                .startsWith("metric,level,by_period,by_n,period,rows,n,")
                .contains("\ncsat,group,label,x,,1,1,");
    }

    @Test
    void refusesAGroupColumnTwice() {
        assertThat(csat("r,c\n5,a\n", "--by=c", "--by=c"))
                .isEqualTo(new Run(2, "", "cx: --by: must name each column once, got c, c\n"));
    }

    @Test
    void jsonHoldsAnyLabel() throws IOException {
        String label = "a\n\u0000\u001b,'\\ \ud83d\ude00";
        String out =
                csat("r,c\n5,\"" + label + "\"\n", "--by=c", "--format=json").out();
        assertThat(new ObjectMapper().readTree(out).at("/groups/0/by/c").asText())
                .isEqualTo(label);
    }

    @Test
    void knowsUtf16ByItsMark() {
        for (String mark : new String[] {"UTF-16LE", "UTF-16BE"}) {
            byte[] bytes = "\ufeffr,c\n5,Z\u00fcrich\n".getBytes(java.nio.charset.Charset.forName(mark));
            Run run = csat(bytes, "--by=c");
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("\nZ\u00fcrich  1 ");
        }
    }

    @Test
    void warnsOfAnotherCharacterSet() {
        byte[] latin = "r,c\n5,a\n5,Z\u00fcrich\n5,Z\u00e4rich\n".getBytes(StandardCharsets.ISO_8859_1);
        Run run = csat(latin);
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("cx: -, line 3: bytes that are not UTF-8, here and maybe further on; is the "
                        + "character set another?\n");
        assertThat(csat(latin, "--charset=ISO-8859-1").err()).isEmpty();
    }

    @Test
    void readsGzipMembersInARowAndMissesACutTrailer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : new String[] {"r\n5\n", "4\n3\n"}) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(csat(bytes.toByteArray(), "--format=json").out()).contains("\"n\": 3");
        Run cut = csat(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 4));
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err())
                .startsWith("cx: -: member 2 of the gzip file is cut short at byte ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "31.04.2026", "00.01.2026", "29.02.2025"})
    void aDayThatNoMonthHasIsNoDate(String day) {
        assertThat(csat("r,d\n5," + day + "\n", "--over=d", "--date-format=dd.MM.yyyy", "--strict"))
                .isEqualTo(new Run(1, "", "cx: -, line 2: d must be a date or a time, got " + day + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-01", "+999999999-12-31", "-0044-03-15", "0000-01-01"})
    void yearsThatNoTicketHasAreNoDates(String day) {
        assertThat(Run.withInput(
                        "c,d\n" + day + ",2026-01-01\n", "support", "-", "--created=c", "--resolved=d", "--strict"))
                .isEqualTo(new Run(1, "", "cx: -, line 2: c must be a date or a time, got " + day + "\n"));
    }

    @Test
    void aPatternMustGiveADate() {
        assertThat(csat("r,d\n5,2026\n", "--over=d", "--date-format=yyyy"))
                .isEqualTo(new Run(2, "", "cx: date pattern must give a day, a month and a year, got yyyy\n"));
        assertThat(csat("r,d\n5,1/2/2026 1:05 pm\n", "--over=d", "--date-format=M/d/yyyy h:mm a", "--strict")
                        .code())
                .isZero();
    }

    @Test
    void numbersLookTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(csat("r\n5\n" + "x\n".repeat(1000)).out()).contains("1,000\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLineBreakIsNoDelimiter() {
        Run run = csat("r\n5\n", "--delimiter=\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("cx: --delimiter: must be one character or tab, got")
                .hasLineCount(1);
    }

    @Test
    void saysWhenNoFileCanHaveTheName() {
        assertThat(Run.cx("csat", "a\0b", "--rating=r"))
                .isEqualTo(new Run(2, "", "cx: a?b: is no name of a file here; LC_ALL=C.UTF-8 may help\n"));
        assertThat(Run.cx("support", "-", "--created=c", "--resolved=d", "--calendar=a\0b"))
                .isEqualTo(new Run(2, "", "cx: a\\u0000b: no name of a file in this locale; try LC_ALL=C.UTF-8\n"));
    }

    @Test
    void aMessageIsNeverEndless() {
        Run run = csat("r\n5\n", "--by=" + "x".repeat(100_000));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .hasSizeLessThan(2100)
                .startsWith("cx: -: no column xxx")
                .contains("xx...");
        assertThat(csat("\u001b[31m\n5\n").err()).contains("?[31m").doesNotContain("\u001b");
    }

    @Test
    void aValueWithAnAtSignIsNoFileOfOptions() {
        assertThat(csat("r,@pom.xml\n5,a\n", "--by", "@pom.xml").out()).contains("@pom.xml  n ");
    }

    private static String failing(OutputStream out, InputStream in, int code) {
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(in, Terminal.NONE);
        assertThat(Cx.run(surroundings, out, new PrintWriter(err), "csat", "-", "--rating=r"))
                .isEqualTo(code);
        return err.toString();
    }

    private static OutputStream broken(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void saysWhenItsOutputIsLost() {
        byte[] file = "r\n5\n".getBytes(StandardCharsets.UTF_8);
        assertThat(failing(broken("No space left on device"), new ByteArrayInputStream(file), 1))
                .isEqualTo("cx: standard output cannot be written: No space left on device\n");
        assertThat(failing(broken("Broken pipe"), new ByteArrayInputStream(file), 0))
                .isEmpty();
        assertThat(failing(OutputStream.nullOutputStream(), new ByteArrayInputStream(file), 0))
                .isEmpty();
    }

    @Test
    void saysWhenMemoryDoesNotSuffice() {
        InputStream vast = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("Java heap space");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };
        assertThat(failing(OutputStream.nullOutputStream(), vast, 1))
                .isEqualTo("cx: out of memory; give Java more, as with JAVA_TOOL_OPTIONS=-Xmx8g, or ask for fewer "
                        + "groups\n");
    }
}
