package io.cxmetrics.input;

import io.cxmetrics.input.table.TableLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One way to write a table, made by chance: separator, quotes, hint, byte order mark, encoding, line ends, order of
 * columns, short rows, and how it is packed. It writes on its own, without the code under test.
 *
 * @param separator what stands between fields
 * @param quote what fields are enclosed in
 * @param end the line end
 * @param charset the encoding
 * @param mark the byte order mark, in hex
 * @param shortRows whether blank last cells are left away
 * @param trailing whether a separator ends each row
 * @param hint whether a line sep= stands above the header
 * @param seed what order, quotes and packing are drawn by
 */
record Dress(
        char separator,
        char quote,
        String end,
        Charset charset,
        String mark,
        boolean shortRows,
        boolean trailing,
        boolean hint,
        long seed) {

    private static final String[][] ENCODINGS = {
        {"UTF-8", ""},
        {"UTF-8", "EFBBBF"},
        {"UTF-16LE", "FFFE"},
        {"UTF-16BE", "FEFF"},
        {"UTF-32LE", "FFFE0000"},
        {"UTF-32BE", "0000FEFF"},
        {"ISO-8859-1", ""},
        {"windows-1252", ""}
    };

    static Dress of(long seed) {
        Random random = new Random(seed);
        String[] encoding = ENCODINGS[random.nextInt(ENCODINGS.length)];
        boolean shortRows = random.nextBoolean();
        return new Dress(
                ",;\t|".charAt(random.nextInt(4)),
                random.nextInt(3) == 0 ? '\'' : '"',
                new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)],
                Charset.forName(encoding[0]),
                encoding[1],
                shortRows,
                !shortRows && random.nextBoolean(),
                random.nextInt(4) == 0,
                random.nextLong());
    }

    /** What a reader must be told, because no file says it: a single quote, short rows. */
    TableLayout layout() {
        TableLayout layout = quote == '\'' ? TableLayout.DETECTED.withQuote(quote) : TableLayout.DETECTED;
        return shortRows ? layout.withPadding() : layout;
    }

    /** The table as bytes of a file. */
    byte[] write(List<String> header, List<List<String>> rows) {
        Random random = new Random(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, header.size()).boxed().toList());
        Collections.shuffle(order, random);
        StringBuilder text = new StringBuilder(hint ? "sep=" + separator + end : "");
        text.append(line(header, order, random)).append(end);
        for (int i = 0; i < rows.size(); i++) {
            text.append(line(rows.get(i), order, random));
            text.append(i == rows.size() - 1 && random.nextBoolean() ? "" : end);
            text.append(random.nextInt(20) == 0 && i < rows.size() - 1 ? end : "");
        }
        byte[] bytes =
                Packed.join(HexFormat.of().parseHex(mark), text.toString().getBytes(charset));
        return switch (random.nextInt(3)) {
            case 0 -> members(bytes, random);
            case 1 -> Packed.zip("table.csv", bytes);
            default -> bytes;
        };
    }

    private String line(List<String> row, List<Integer> order, Random random) {
        int last = order.size();
        while (shortRows && last > 1 && row.get(order.get(last - 1)).isEmpty()) {
            last--;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < last; i++) {
            String cell = row.get(order.get(i));
            boolean quoted = random.nextInt(4) == 0
                    || cell.chars().anyMatch(c -> c == separator || c == quote || c == '\n' || c == '\r');
            String inside =
                    cell.replace(String.valueOf(quote), String.valueOf(quote).repeat(2));
            line.append(i > 0 ? separator : "").append(quoted ? quote + inside + quote : cell);
        }
        return line.append(trailing ? separator : "").toString();
    }

    private static byte[] members(byte[] bytes, Random random) {
        List<byte[]> members = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
            members.add(Packed.gzip(Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        return Packed.join(members.toArray(new byte[0][]));
    }

    /** Whether the encoding must be named. */
    boolean namesCharset() {
        return mark.isEmpty() && !charset.equals(StandardCharsets.UTF_8);
    }
}
