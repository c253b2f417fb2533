package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they come: every row is an answer, is left out with a reason, or is reported with its line. */
class DirtyFilesTest {

    @TempDir
    Path folder;

    private Run csat(String text, String... more) {
        String[] args = new String[5 + more.length];
        System.arraycopy(new String[] {"csat", "-", "--rating", "r", "--format=json"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return Run.withInput(text, args);
    }

    @Test
    void reportsRowsThatDoNotFitTheHeader() {
        Run run = csat("id,r\n1,5\n2\n3,4,4\n\n4,1\n");
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("cx: -, line 4: expected 2 fields, found 3; left out\n"
                        + "cx: -, line 3: expected 2 fields, found 1; left out\n");
        assertThat(run.out())
                .contains(
                        "\"malformed_rows\": 2",
                        "\"rows\": 4",
                        "\"used_rows\": 2",
                        "\"n\": 2",
                        "\"left_out_total\": 0");
    }

    @Test
    void namesTheLastLineOfARowThatAStrayQuoteMadeLong() {
        Run run = csat("r,text\n5,\"never\n4,a\n3,b\"\n5,c\n");
        assertThat(run.err()).isEmpty(); // two fields, and a line break inside quotes is lawful
        run = csat("r,text,x\n5,\"never,1\n4,a,1\n3,b\",1\n5,c,1\n");
        assertThat(run.err()).isEmpty();
        run = csat("r,text,x\n5,\"never,1\n4,a,1\n3,b\"\n5,c,1\n");
        assertThat(run.err())
                .isEqualTo("cx: -, line 2: expected 3 fields, found 2 in a row that runs to line 4; "
                        + "is a quote open?; left out\n");
    }

    @Test
    void reportsAQuoteThatIsNeverClosed() {
        Run run = csat("r,text\n5,fine\n4,\"lost\n3,b\n2,c\n");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("cx: -, line 3: ").contains("quote").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void reportsOnlyTheFirstOfVeryManyMalformedRows() {
        Run run = csat("id,r\n1,5\n" + "x\n".repeat(1000));
        assertThat(run.err().lines())
                .containsExactly(
                        "cx: -, line 3: expected 2 fields, found 1; left out",
                        "cx: -, line 4: expected 2 fields, found 1; left out",
                        "cx: -, line 5: expected 2 fields, found 1; left out",
                        "cx: 997 more: short row; left out",
                        "cx: -: only 1 of 1001 rows could be used");
        assertThat(run.out()).contains("\"malformed_rows\": 1000");
    }

    @Test
    void countsWhatIsNoAnswerByReason() {
        Run run = csat("r\n5\nNA\n\n7\n2.5\nsoso\n9\nn/a\n4.0\n", "--no-answer", "9");
        assertThat(run.err())
                .isEqualTo("cx: -, line 6: r must be a whole number in 1..5, got 2.5; left out\n"
                        + "cx: -, line 7: r must be a whole number in 1..5, got soso; left out\n"
                        + "cx: -, line 5: r must be a whole number in 1..5, got 7; left out\n"
                        + "cx: -: only 2 of 7 rows could be used\n");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("\"rows\": 9,")
                .contains("\"n\": 2,")
                .contains("\"left_out_total\": 7, \"left_out\": { \"blank\": 2, \"fractional\": 1, \"no_answer\": 1,"
                        + " \"not_a_number\": 1, \"not_applicable\": 1, \"out_of_scale\": 1 }");
    }

    @Test
    void strictStopsAtTheFirstBadRowOrValue() {
        assertThat(csat("id,r\n1,5\n2\n", "--strict"))
                .isEqualTo(new Run(1, "", "cx: -, line 3: expected 2 fields, found 1\n"));
        assertThat(csat("r\n5\n8\n", "--strict"))
                .isEqualTo(new Run(1, "", "cx: -, line 3: r must be a whole number in 1..5, got 8\n"));
        assertThat(csat("r,w\n5,1\n4,-1\n", "--strict", "--weight", "w"))
                .isEqualTo(new Run(1, "", "cx: -, line 3: w must be 0 or in [1e-100, 1e100], got -1\n"));
        assertThat(csat("r,d\n5,2026-02-30\n", "--strict", "--over", "d"))
                .isEqualTo(new Run(1, "", "cx: -, line 2: d must be a date or a time, got 2026-02-30\n"));
        assertThat(csat("r\n5\n\nNA\n", "--strict").code()).isZero();
    }

    @Test
    void leavesOutRowsWithoutAWeight() {
        Run run = csat("r,w\n5,2\n1,\n4,x\n1,NaN\n1,1\n5,1e200\n", "--weight", "w");
        assertThat(run.out())
                .contains("\"n\": 2", "\"sum_of_weights\": 3.0", "\"csat\": 66.6666666666666", "\"invalid_weight\": 4");
    }

    @Test
    void repeatedRowsAreLeftOutOnRequest() {
        String text = "id,r\n1,5\n1,5\n1,4\n";
        assertThat(csat(text).out()).contains("\"n\": 3");
        assertThat(csat(text, "--distinct").out()).contains("\"n\": 2", "\"duplicate_row\": 1");
    }

    @Test
    void readsGzipByteOrderMarksAndOtherCharacterSets() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("\uFEFFr,city\n5,Z\u00fcrich\n".getBytes(StandardCharsets.UTF_8));
        }
        Path zipped = Files.write(folder.resolve("named.csv"), bytes.toByteArray());
        assertThat(Run.cx("csat", zipped.toString(), "--rating", "r", "--by", "city")
                        .out())
                .contains("Z\u00fcrich");

        Path latin = Files.write(
                folder.resolve("latin.csv"), "r;city\r\n5;Z\u00fcrich\r\n".getBytes(Charset.forName("windows-1252")));
        assertThat(Run.cx(
                                "csat",
                                latin.toString(),
                                "--rating=r",
                                "--by=city",
                                "--delimiter=;",
                                "--charset=windows-1252")
                        .out())
                .contains("Z\u00fcrich");
    }

    @Test
    void saysWhenACompressedFileIsCutShort() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 50_000; i++) {
                gzip.write((i % 5 + 1 + "," + i * 7919 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = bytes.toByteArray();
        Path cut = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Run run = Run.cx("csat", cut.toString(), "--rating", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("cx: " + cut + ": member 1 of the gzip file is cut short at byte ")
                .hasLineCount(1);
    }

    @Test
    void anEmptyFileHasNoHeader() {
        assertThat(csat("\n\n")).isEqualTo(new Run(1, "", "cx: -: is empty: no header row\n"));
    }

    @Test
    void aHeaderAloneIsNoEvidence() {
        assertThat(csat("r\n").out()).contains("\"n\": 0", "\"csat\": null", "\"low\": null", "\"mean\": null");
    }
}
