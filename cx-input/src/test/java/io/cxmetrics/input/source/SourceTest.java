package io.cxmetrics.input.source;

import static io.cxmetrics.input.Packed.gzip;
import static io.cxmetrics.input.Packed.join;
import static io.cxmetrics.input.Packed.pipe;
import static io.cxmetrics.input.Packed.utf8;
import static io.cxmetrics.input.Packed.zip;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    static List<String> read(Source source) {
        List<String> all = new ArrayList<>();
        try (Texts texts = source.open()) {
            for (Text text = texts.next(); text != null; text = texts.next()) {
                StringWriter out = new StringWriter();
                text.transferTo(out);
                all.add(text.name() + "=" + out);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    private static Source source(byte[] bytes) {
        return Source.of("f", new ByteArrayInputStream(bytes));
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(source(bytes)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void aPlainFileIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.csv.gz"); // the name does not count
        Files.writeString(file, "nps\n9\n");
        assertThat(read(Source.of(file))).containsExactly(file + "=nps\n9\n");
        assertThat(read(Source.of(file.toString()))).hasSize(1);
        assertThat(Source.of(file)).hasToString(file.toString());
        assertThat(Source.of("-").name()).isEqualTo("standard input");
    }

    @Test
    void whatIsNoFileIsAnErrorOfTheRequest(@TempDir Path folder) {
        assertThatThrownBy(() -> Source.of(folder).open())
                .hasMessage(folder + ": is a folder, not a file")
                .extracting(e -> ((InputException) e).kind())
                .isEqualTo(InputException.Kind.REQUEST);
        assertThatThrownBy(() -> Source.of(folder.resolve("none")).open()).hasMessageEndingWith("none: no such file");
        assertThatThrownBy(() -> Source.of("a\0b"))
                .hasMessage("a?b: is no name of a file here; LC_ALL=C.UTF-8 may help");
    }

    @Test
    void aStreamThatFailsSaysWhere() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream Closed");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> Source.of("standard input", failing).open())
                .hasMessage("standard input: cannot be read after byte 0: Stream Closed");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(20)
    void aNamedPipeIsRead(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        byte[] bytes = gzip("a\n", "b\n");
        Thread writer = new Thread(() -> {
            try {
                Files.write(pipe, bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        writer.start();
        assertThat(read(Source.of(pipe))).containsExactly(pipe + "=a\nb\n");
        writer.join();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 1 << 20})
    void allGzipMembersAreReadThoughNothingIsAvailable(int atATime) {
        StringBuilder expected = new StringBuilder();
        List<byte[]> members = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String text = "row " + random.nextLong() + "\n";
            String member = text.repeat(random.nextInt(30));
            expected.append(member);
            members.add(gzip(utf8(member)));
        }
        byte[] bytes = join(members.toArray(new byte[0][]));
        assertThat(read(Source.of("f", pipe(bytes, atATime)))).containsExactly("f=" + expected);
    }

    @Test
    void aLargeMemberCrossesItsBuffers() {
        byte[] noise = new byte[700_000];
        new Random(3).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ('a' + (noise[i] & 15));
        }
        String text = new String(noise, StandardCharsets.ISO_8859_1);
        assertThat(read(source(join(gzip(text, text))))).containsExactly("f=" + text + text);
        assertThat(read(source(gzip(gzip("twice"))))).containsExactly("f=twice");
    }

    @Test
    void optionalPartsOfAGzipHeaderArePassedOver() {
        byte[] plain = gzip("a");
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 0, 0};
        byte[] fancy = join(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(read(source(join(plain, fancy)))).containsExactly("f=aa");
    }

    @Test
    void whatFollowsAGzipMemberIsNeverLostInSilence() {
        byte[] good = gzip("nps\n9\n");
        int n = good.length;
        String after = "f: what follows member 1 of the gzip file, at byte " + n
                + ", is no other member: padding, text or a damaged header";
        refused(join(good, new byte[512]), after);
        refused(join(good, utf8("nps\n10\n")), after);
        byte[] damaged = gzip("8\n");
        damaged[0] = 0;
        refused(join(good, damaged), after);
        damaged[0] = 0x1f;
        damaged[2] = 7;
        refused(join(good, damaged), "f: member 2 of the gzip file names an unknown method of compression");
        damaged[2] = 8;
        damaged[3] = 0x40;
        refused(join(good, damaged), "f: member 2 of the gzip file has reserved flags");
    }

    @Test
    void aGzipFileThatIsCutShortSaysWhere() {
        byte[] good = gzip("nps\n9\n");
        refused(Arrays.copyOf(good, 5), "f: member 1 of the gzip file is cut short at byte 5");
        refused(Arrays.copyOf(good, 13), "f: member 1 of the gzip file is cut short at byte 13");
        refused(
                Arrays.copyOf(good, good.length - 3),
                "f: member 1 of the gzip file is cut short at byte " + (good.length - 3));
    }

    @Test
    void aGzipFileWithOtherBytesThanWerePackedIsRefused() {
        byte[] checksum = gzip("nps\n9\n");
        checksum[checksum.length - 8] ^= 1;
        refused(checksum, "f: member 1 of the gzip file is damaged: its checksum is wrong");
        byte[] size = gzip("nps\n9\n");
        size[size.length - 4] ^= 1;
        refused(size, "f: member 1 of the gzip file is damaged: its size is wrong");
        byte[] inside = gzip("nps\n9\n");
        inside[10] = 7;
        assertThatThrownBy(() -> read(source(inside)))
                .hasMessageStartingWith("f: member 1 of the gzip file is damaged near");
        byte[] bomb = gzip(gzip(gzip(gzip("x"))));
        refused(bomb, "f: is packed by gzip more than 3 times over");
    }

    @Test
    void aZipGivesItsEntriesInOrder() {
        byte[] zip = zip("b.csv", "1", "folder/", "", "folder/a.csv", "22", "__MACOSX/a", "x", ".DS_Store", "y");
        assertThat(read(source(zip))).containsExactly("f!b.csv=1", "f!folder/a.csv=22");
        assertThat(read(Source.of("f", pipe(zip, 3)))).hasSize(2);
        assertThat(read(source(gzip(zip)))).hasSize(2);
    }

    @Test
    void anEntryThatNobodyReadIsPassedOver() throws IOException {
        try (Texts texts = source(zip("a", "1".repeat(100_000), "b", "2")).open()) {
            assertThat(texts.next()).isNotNull();
            Text second = requireNonNull(texts.next());
            assertThat(second.name()).isEqualTo("f!b");
            assertThat(texts.next()).isNull();
        }
    }

    @Test
    void aStoredEntryIsRead() throws IOException {
        assertThat(read(source(stored("abc")))).containsExactly("f!a.csv=abc");
        byte[] damaged = stored("abc");
        damaged[35 + 1] ^= 1; // behind the header of 30 bytes and the name of 5
        refused(damaged, "f: entry a.csv is damaged: its checksum is wrong");
    }

    private static byte[] stored(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("a.csv");
            CRC32 checksum = new CRC32();
            checksum.update(utf8(text));
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length());
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(utf8(text));
        }
        return out.toByteArray();
    }

    @Test
    void aDamagedZipIsNeverReadInPart() {
        byte[] zip = zip("a.csv", "1\n", "b.csv", "2\n");
        int second = indexOf(zip, new byte[] {'P', 'K', 3, 4}, 1);
        byte[] header = zip.clone();
        header[second + 2] = 9;
        refused(
                header,
                "f: what follows entry 1 of the zip file, at byte " + second
                        + ", is neither an entry nor the directory: the file is damaged or cut short");
        refused(
                Arrays.copyOf(zip, second),
                "f: what follows entry 1 of the zip file, at byte " + second
                        + ", is neither an entry nor the directory: the file is damaged or cut short");
        refused(
                Arrays.copyOf(zip, zip.length - 2),
                "f: the directory of the zip file is cut short at byte " + (zip.length - 2));
        refused(join(zip, utf8("x")), "f: something follows the end of the zip file, at byte " + zip.length);
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2}, 0);
        int next = indexOf(zip, new byte[] {'P', 'K', 1, 2}, directory + 1);
        byte[] lost = join(Arrays.copyOf(zip, directory), Arrays.copyOfRange(zip, next, zip.length));
        refused(lost, "f: the zip file lists 1 entries but holds 2; it is damaged");
        refused(Arrays.copyOf(zip, 20), "f: entry 1 of the zip file is cut short at byte 20");
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    @Test
    void aZipThatCannotBeReadFromTheFrontIsRefused() {
        byte[] encrypted = zip("a.csv", "1");
        encrypted[6] |= 1;
        refused(encrypted, "f: entry a.csv is encrypted; unpack it first");
        byte[] other = zip("a.csv", "1");
        other[8] = 12;
        refused(other, "f: entry a.csv cannot be read from the front; unpack it first");
        refused(zip("folder/", ""), "f: the zip file holds no file");
        refused(zip(), "f: is a zip file without entries; nothing can be read");
    }

    @Test
    void aSpreadsheetIsRefusedWithAWayOut() {
        String csv = "open it in the spreadsheet and save it as CSV (File, Save As, CSV UTF-8)";
        refused(zip("[Content_Types].xml", "x", "xl/workbook.xml", "y"), "f: is a spreadsheet (such as .xlsx); " + csv);
        refused(
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                "f: is a spreadsheet (such as .xlsx); " + csv);
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        refused(old, "f: is an Excel or Office file (.xls); " + csv);
        refused(utf8("PAR1...."), "f: is a Parquet file; write it as CSV or JSON lines first");
        byte[] bzip2 = {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53};
        refused(bzip2, "f: is packed by bzip2; unpack it first: bzip2 -dc FILE");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-32LE, FFFE0000", "UTF-32BE, 0000FEFF"})
    void aByteOrderMarkSaysTheCharacterSet(String charset, String mark) throws IOException {
        byte[] bytes = join(java.util.HexFormat.of().parseHex(mark), "größe\n".getBytes(Charset.forName(charset)));
        assertThat(read(source(bytes))).containsExactly("f=größe\n");
        assertThat(read(source(bytes).withCharset(StandardCharsets.ISO_8859_1))).containsExactly("f=größe\n");
        try (Texts texts = source(bytes).open()) {
            assertThat(texts.next()).extracting(Text::charset).isEqualTo(Charset.forName(charset));
        }
    }

    @Test
    void withoutAMarkTheCallerSaysTheCharacterSet() {
        byte[] latin = "größe".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(source(latin).withCharset(StandardCharsets.ISO_8859_1))).containsExactly("f=größe");
        assertThat(read(source(latin))).containsExactly("f=gr\uFFFD\uFFFDe");
        assertThat(read(source("abc\n".getBytes(StandardCharsets.UTF_16LE)))).containsExactly("f=abc\n");
        assertThat(read(source("abc\n".getBytes(StandardCharsets.UTF_16BE)))).containsExactly("f=abc\n");
        assertThat(read(source("abc".getBytes(Charset.forName("UTF-32BE"))).withCharset(Charset.forName("UTF-32"))))
                .containsExactly("f=abc");
        assertThat(read(source(new byte[0]))).containsExactly("f=");
    }

    @Test
    void aTextCountsItsLinesAndKnowsDamage() throws IOException {
        try (Texts texts = source(utf8("a\nb\r\nc\rd")).open()) {
            Text text = requireNonNull(texts.next());
            assertThat(text.peek(3)).isEqualTo("a\nb");
            assertThat(text.peek(5)).isEqualTo("a\nb\r\n");
            text.skipAhead(2);
            assertThat(text.lines()).isEqualTo(1);
            assertThat(text.peek(100)).isEqualTo("b\r\nc\rd");
            StringWriter out = new StringWriter();
            text.transferTo(out);
            assertThat(out).hasToString("b\r\nc\rd");
            assertThat(text.lines()).isEqualTo(4);
            assertThat(text.isDamaged()).isFalse();
        }
        try (Texts texts = source(new byte[] {'a', (byte) 0xff}).open()) {
            Text text = requireNonNull(texts.next());
            assertThat(text.read(new char[10])).isEqualTo(2);
            assertThat(text.isDamaged()).isTrue();
        }
    }
}
