package io.cxmetrics.input.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * In which characters bytes are written: a byte order mark says it; then the caller; then zeros at every other place,
 * which only UTF-16 has; UTF-8 otherwise.
 *
 * @param charset the character set
 * @param mark how many bytes of a byte order mark stand in front
 * @param how who said it, for the log
 */
record Encoding(Charset charset, int mark, String how) {

    private static final int LOOK = 64;

    /** The longer marks first, because that of UTF-32LE starts like that of UTF-16LE. */
    private static final Mark[] MARKS = {
        new Mark(Charset.forName("UTF-32LE"), 0xff, 0xfe, 0, 0),
        new Mark(Charset.forName("UTF-32BE"), 0, 0, 0xfe, 0xff),
        new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
        new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
        new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff)
    };

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Mark(Charset charset, int... bytes) {}

    static Encoding of(Bytes bytes, @Nullable Charset asked) {
        for (Mark mark : MARKS) {
            if (bytes.startsWith(mark.bytes)) {
                return new Encoding(mark.charset, mark.bytes.length, "a byte order mark");
            }
        }
        if (asked != null) {
            return new Encoding(asked, 0, "the caller");
        }
        int n = Math.min(bytes.ahead(LOOK), LOOK) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < n; i++) {
            zeros[i & 1] += bytes.peek(i) == 0 ? 1 : 0;
        }
        int most = n / 2;
        if (most > 1 && zeros[1] == most && zeros[0] == 0) {
            return new Encoding(StandardCharsets.UTF_16LE, 0, "its zeros");
        }
        if (most > 1 && zeros[0] == most && zeros[1] == 0) {
            return new Encoding(StandardCharsets.UTF_16BE, 0, "its zeros");
        }
        return new Encoding(StandardCharsets.UTF_8, 0, "nothing else");
    }
}
