package io.cxmetrics.input.table;

import static io.cxmetrics.input.table.TableLayout.DETECTED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Packed;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.source.Source;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static List<String> read(String text, String... names) {
        return Tables.read(Tables.of(text), names);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsDetected(String separator) {
        String text = "nps,plan,note\n9,gold,\"a,b\"\n3,free,\"two\nlines\"\n".replace(",", separator);
        assertThat(read(text, "plan", "nps")).containsExactly("2: gold|9", "3: free|3");
    }

    @Test
    void commasInsideOfFieldsDoNotMakeThemTheSeparator() {
        assertThat(read("nps;price\n9;1,50\n8;2,75\n", "price")).containsExactly("2: 1,50", "3: 2,75");
        assertThat(read("comment\nwell, fine\nno, not, at all\n", "comment"))
                .containsExactly("f, line 2: expected 1 fields, found 2", "f, line 3: expected 1 fields, found 3");
        assertThat(read("a\n1\n\n2", "a")).containsExactly("2: 1", "3: ", "4: 2");
    }

    @Test
    void theHintForSpreadsheetsIsNoRowAndLinesStillCount() {
        assertThat(read("sep=;\r\nnps;land\r\n9;DE\r\n", "nps", "land")).containsExactly("3: 9|DE");
        assertThat(read("\"sep=|\"\nnps|land\n9|DE\n", "nps")).containsExactly("3: 9");
        assertThat(read("\uFEFF\"nps\",\"land\"\n\"9\",\"DE\"\n", "nps")).containsExactly("2: 9");
    }

    @Test
    void singleQuotesAreDetected() {
        assertThat(read("'nps','note'\n'9','a,b'\n'8','it''s'\n", "note")).containsExactly("2: a,b", "3: it's");
        assertThat(read("note,nps\nit's,9\n", "note")).containsExactly("2: it's");
        assertThat(Tables.read("a;b\n'x;y';2\n", DETECTED.withQuote('\''), "a")).containsExactly("2: x;y");
        assertThat(Tables.read("a'b\nx'2\n", DETECTED.withSeparator('\''), "b")).containsExactly("2: 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsOfAllSystemsAreLineEnds(String end) {
        String text = "a,b\n1,\"x\ny\"\n\n2,z\n".replace("\n", end);
        assertThat(read(text, "a")).containsExactly("2: 1", "5: 2");
    }

    @Test
    void aSeparatorThatEndsEachRowIsNoField() {
        assertThat(read("a,b\n1,2,\n3,4,\n", "b")).containsExactly("2: 2", "3: 4");
        assertThat(read("a,b,\n1,2\n3,4,\n", "b")).containsExactly("2: 2", "3: 4");
    }

    @Test
    void shortRowsAreMalformedUnlessTheyArePadded() {
        String text = "nps,land,comment\n9,DE\n10,AT,great\n0,DE,x,y\n";
        assertThat(read(text, "nps"))
                .containsExactly(
                        "3: 10", "f, line 4: expected 3 fields, found 4", "f, line 2: expected 3 fields, found 2");
        assertThat(Tables.read(text, DETECTED.withPadding(), "nps", "comment"))
                .containsExactly("2: 9|", "3: 10|great", "f, line 4: expected 3 fields, found 4");
    }

    @Test
    void headerRowsAreNoRows() {
        String qualtrics =
                "Date,Q1,\nStart Date,\"How likely\nare you?\",Plan\n\"{\"\"Id\"\":1}\",x,y\n2026-01-01,9,gold\n";
        assertThat(Tables.read(qualtrics, DETECTED.withHeaderRows(3), "Q1", "Plan"))
                .containsExactly("5: 9|gold");
        assertThat(Tables.read("9,a\n8,b\n", DETECTED.withHeaderRows(0), "1", "2"))
                .containsExactly("1: 9|a", "2: 8|b");
        assertThat(Tables.read("9,a\n8,b\n", DETECTED.withHeaderRows(0))).containsExactly("1: ", "2: ");
        assertThat(Tables.read("a,b\n", DETECTED.withHeaderRows(3), "a")).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedIsAnErrorThatSaysHowManyLinesItTakes() {
        String rows = IntStream.rangeClosed(1, 30).mapToObj(i -> i + ",x\n").collect(Collectors.joining());
        String text = "a,b\n" + rows + "31,\"open\n" + rows;
        assertThatThrownBy(() -> read(text, "a"))
                .isInstanceOf(InputException.class)
                .hasMessage("f, line 32: a quote that opens here is never closed, and takes the 30 lines below it into "
                        + "one cell");
        assertThatThrownBy(() -> read("a,\"b", "a"))
                .hasMessage(
                        "f, line 1: a quote that opens here is never closed, and takes the 0 lines below it into one "
                                + "cell");
    }

    @Test
    void aMalformedRowOfManyLinesSaysWhereItEnds() {
        assertThat(read("a,b\n1,\"x\n2,y\n3,\",z\n4,w\n", "a"))
                .containsExactly(
                        "5: 4", "f, line 2: expected 2 fields, found 3 in a row that runs to line 4; is a quote open?");
    }

    @Test
    void charactersBehindAClosingQuoteStayInTheField() {
        assertThat(read("a,b\n\"x\"y,1\n\"p\"\"q\",2\n", "a")).containsExactly("2: xy", "3: p\"q");
    }

    @Test
    void columnsAreFoundByNameOrPlace() {
        String text = " nps ,plan,plan,\n9,a,b,c\n";
        assertThat(read(text, "nps", "#3", "#4")).containsExactly("2: 9|b|c");
        assertThatThrownBy(() -> read(text, "plan"))
                .hasMessage("f: 2 columns are named plan; name one by its place, such as #2");
        assertThatThrownBy(() -> read(text, "Npss"))
                .hasMessage("f: no column Npss among nps, plan, plan, (blank); did you mean nps?")
                .extracting(e -> ((InputException) e).kind())
                .isEqualTo(InputException.Kind.REQUEST);
        assertThatThrownBy(() -> read(text, "")).hasMessageStartingWith("f: no column  among");
        assertThatThrownBy(() -> read(text, "#5")).hasMessageStartingWith("f: no column #5 among");
        assertThatThrownBy(() -> read(text, "nps", "#1"))
                .hasMessage("f: nps and #1 are one column; ask for it by one name");
        assertThatThrownBy(() -> read("a:b\n1:2\n", "x"))
                .hasMessage("f: no column x among a:b; is the separator another than the detected one?");
        try (Rows rows = Tables.of(text).rows()) {
            assertThat(rows.columns()).containsExactly("nps", "plan", "plan", "");
            Column nps = rows.column("nps");
            assertThat(rows.column(" nps")).isSameAs(nps).hasToString("nps");
            assertThat(nps.name()).isEqualTo("nps");
            assertThat(rows.optionalColumn("x")).isEmpty();
            assertThat(rows.optionalColumn("#3")).isPresent();
            Row row = requireNonNull(rows.next());
            assertThat(row.place()).hasToString("f, line 2");
            assertThat(row.file()).isEqualTo("f");
            assertThatThrownBy(() -> rows.column("plan"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("columns must be asked for before the first row, got plan");
        }
    }

    @Test
    void blankIsWhiteSpaceOnly() {
        try (Rows rows = Tables.of("a,b\n \u2003,-\n").rows()) {
            Column a = rows.column("a");
            Column b = rows.column("b");
            Row row = requireNonNull(rows.next());
            assertThat(row.isBlank(a)).isTrue();
            assertThat(row.text(a)).isEqualTo(" \u2003");
            assertThat(row.isBlank(a)).isTrue();
            assertThat(row.isBlank(b)).isFalse();
        }
    }

    @Test
    void manyFilesAreOneTable() {
        Table table = Table.of(
                Source.of("a", new ByteArrayInputStream(Packed.utf8("nps,plan\n9,gold\n"))),
                Source.of("b", new ByteArrayInputStream(Packed.zip("x", "plan;nps\nfree;3\n", "y", "nps\n5\n"))));
        assertThat(table).hasToString("a and 1 more");
        assertThat(Tables.read(table, "nps")).containsExactly("2: 9", "2: 3", "2: 5");
        Table other = Table.of(
                Source.of("a", new ByteArrayInputStream(Packed.utf8("nps\n9\n"))),
                Source.of("b", new ByteArrayInputStream(Packed.utf8("score\n9\n"))));
        assertThatThrownBy(() -> Tables.read(other, "nps")).hasMessageStartingWith("b: no column nps among score");
        assertThatThrownBy(() -> Table.of(Source.of("x"), Source.of("x")))
                .hasMessage("x: is named twice; its rows would count twice");
        assertThatThrownBy(() -> Table.of()).hasMessage("sources must not be empty");
    }

    @Test
    void anEmptyFileHasNoHeaderAndAHeaderAloneHasNoRows() {
        assertThatThrownBy(() -> read("", "a")).hasMessage("f: is empty: no header row");
        assertThatThrownBy(() -> read("\n\n", "a")).hasMessage("f: is empty: no header row");
        assertThat(read("a,b\n", "a")).isEmpty();
        assertThat(read("\n\na,b\n1,2", "a")).containsExactly("4: 1");
    }

    @Test
    void damagedBytesAreNamedOnceWithTheirLine() {
        byte[] latin = "a,b\n1,x\n2,größe\n3,größe\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Tables.read(Tables.of(latin), "a"))
                .containsExactly(
                        "2: 1",
                        "3: 2",
                        "4: 3",
                        "f, line 3: bytes that are not UTF-8, here and maybe further on; is the character set "
                                + "another?");
    }

    @Test
    void aHundredThousandColumnsAreRead() {
        String header = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(read(header + "\n" + row + "\n", "c99999", "c7")).containsExactly("2: 99999|7");
    }

    /** Fifty million letters, made on the way. */
    @Test
    void aCellOfFiftyMegabytesIsRead() {
        byte[] end = Packed.utf8("\",7\n1,2\n");
        InputStream huge = new InputStream() {
            private final byte[] start = Packed.utf8("a,b\n\"");
            private long at;

            @Override
            public int read() {
                throw new AssertionError("one at a time");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                long cell = 50_000_000L;
                if (at < start.length) {
                    target[offset] = start[(int) at++];
                    return 1;
                }
                if (at < start.length + cell) {
                    int n = (int) Math.min(length, start.length + cell - at);
                    Arrays.fill(target, offset, offset + n, (byte) 'x');
                    at += n;
                    return n;
                }
                int left = (int) (start.length + cell + end.length - at);
                if (left == 0) {
                    return -1;
                }
                target[offset] = end[end.length - left];
                at++;
                return 1;
            }
        };
        assertThat(Tables.read(Table.of(Source.of("f", huge)), "b")).containsExactly("2: 7", "3: 2");
    }

    @Test
    void aLayoutRefusesWhatCannotBe() {
        assertThatThrownBy(() -> DETECTED.withHeaderRows(4)).hasMessage("headerRows must be in [0, 3], got 4");
        assertThatThrownBy(() -> DETECTED.withSeparator('\n')).hasMessage("separator must not be a line end, got LF");
        assertThatThrownBy(() -> DETECTED.withQuote('\r')).hasMessage("quote must not be a line end, got CR");
        assertThatThrownBy(() -> DETECTED.withQuote(';').withSeparator(';'))
                .hasMessage("quote must differ from the separator, got ;");
    }
}
