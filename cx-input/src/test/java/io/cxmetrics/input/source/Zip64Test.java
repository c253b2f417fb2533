package io.cxmetrics.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.Packed;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Zip files in the form for large entries, put together byte by byte after APPNOTE.TXT. */
class Zip64Test {

    private static final byte[] TEXT = "nps\n9\n".getBytes(StandardCharsets.UTF_8);

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum() {
        CRC32 checksum = new CRC32();
        checksum.update(TEXT);
        return (int) checksum.getValue();
    }

    /** An entry whose sizes stand in an extra field of 20 bytes, behind one of another kind. */
    private static ByteBuffer stored() {
        ByteBuffer zip = bytes();
        zip.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt(checksum())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 1)
                .putShort((short) 26)
                .put((byte) 'a');
        zip.putShort((short) 7).putShort((short) 1).put((byte) 0);
        zip.putShort((short) 1)
                .putShort((short) 16)
                .putLong(TEXT.length)
                .putLong(TEXT.length)
                .put((byte) 0);
        return zip.put(TEXT);
    }

    private static byte[] withDirectory(ByteBuffer zip) {
        zip.putInt(0x02014b50)
                .put(new byte[24])
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 0);
        zip.put(new byte[12]).put((byte) 'a');
        zip.putInt(0x06064b50).putLong(44).put(new byte[44]);
        zip.putInt(0x07064b50).put(new byte[16]);
        zip.putInt(0x06054b50)
                .put(new byte[16])
                .putShort((short) 2)
                .put((byte) 'h')
                .put((byte) 'i');
        byte[] written = new byte[zip.position()];
        zip.flip().get(written);
        return written;
    }

    @Test
    void sizesMayStandInAnExtraField() {
        Source source = Source.of("f", new ByteArrayInputStream(withDirectory(stored())));
        assertThat(SourceTest.read(source)).containsExactly("f!a=nps\n9\n");
    }

    @Test
    void sizesBehindAnEntryMayHaveEightBytes() {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(TEXT);
        deflater.finish();
        byte[] packed = new byte[100];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteBuffer zip = bytes();
        zip.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 8)
                .putShort((short) 8)
                .putInt(0);
        zip.putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 0)
                .put((byte) 'a');
        zip.put(packed, 0, length)
                .putInt(0x08074b50)
                .putInt(checksum())
                .putLong(length)
                .putLong(TEXT.length);
        Source source = Source.of("f", Packed.pipe(withDirectory(zip), 5));
        assertThat(SourceTest.read(source)).containsExactly("f!a=nps\n9\n");
    }

    @Test
    void anExtraFieldLongerThanItsHeaderSaysIsDamage() {
        byte[] zip = withDirectory(stored());
        zip[33] = 99;
        assertThatThrownBy(() -> SourceTest.read(Source.of("f", new ByteArrayInputStream(zip))))
                .hasMessage("f: entry 1 of the zip file has a damaged header");
        byte[] cut = Arrays.copyOf(withDirectory(stored()), 60);
        assertThatThrownBy(() -> SourceTest.read(Source.of("f", new ByteArrayInputStream(cut))))
                .hasMessage("f: entry a is cut short at byte 60");
    }
}
