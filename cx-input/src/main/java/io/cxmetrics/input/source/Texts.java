package io.cxmetrics.input.source;

import io.cxmetrics.input.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of one source, in order: one for a plain or a gzip file, one for each file inside a zip. Asking for the
 * next one passes over what is left of the one before, and checks it.
 *
 * <p>Belongs to one thread; to be closed.
 *
 * @since 0.1
 */
public final class Texts implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    /** A gzip file inside a gzip file inside a gzip file is a bomb or a slip. */
    private static final int DEEPEST = 3;

    private final Bytes bytes;
    private final @Nullable Charset charset;
    private final @Nullable Zip zip;
    private boolean given;

    private Texts(Bytes bytes, @Nullable Charset charset, @Nullable Zip zip) {
        this.bytes = bytes;
        this.charset = charset;
        this.zip = zip;
    }

    static Texts of(Bytes raw, @Nullable Charset charset) {
        Bytes bytes = raw;
        try {
            bytes = unpacked(raw);
            if (!bytes.startsWith('P', 'K', 3, 4)) {
                return new Texts(bytes, charset, null);
            }
            LOG.debug("{}: a zip file", bytes.name());
            return new Texts(bytes, charset, new Zip(bytes));
        } catch (InputException e) {
            try {
                bytes.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private static Bytes unpacked(Bytes raw) {
        Bytes bytes = raw;
        for (int depth = 0; ; depth++) {
            Magic.refuseForeign(bytes);
            if (!bytes.startsWith(0x1f, 0x8b)) {
                return bytes;
            }
            if (depth == DEEPEST) {
                throw InputException.data(bytes.name(), "is packed by gzip more than " + DEEPEST + " times over");
            }
            LOG.debug("{}: a gzip file", bytes.name());
            bytes = new Bytes(bytes.name(), new GzipStream(bytes));
        }
    }

    /**
     * Returns the next text.
     *
     * @return the text, or null after the last
     * @throws InputException if what comes cannot be read
     */
    public @Nullable Text next() {
        if (zip == null) {
            if (given) {
                return null;
            }
            given = true;
            return text(bytes);
        }
        for (Zip.Entry entry = zip.next(); entry != null; entry = zip.next()) {
            Magic.refuseSpreadsheet(bytes.name(), entry.name());
            if (isFile(entry.name())) {
                given = true;
                String name = bytes.name() + "!" + entry.name();
                return text(unpacked(new Bytes(name, entry)));
            }
        }
        if (!given) {
            throw InputException.data(bytes.name(), "the zip file holds no file");
        }
        return null;
    }

    /** What some systems add on their own is not what somebody packed. */
    private static boolean isFile(String name) {
        return !name.endsWith("/")
                && !name.startsWith("__MACOSX/")
                && !name.endsWith(".DS_Store")
                && !name.endsWith("Thumbs.db");
    }

    private Text text(Bytes plain) {
        Encoding encoding = Encoding.of(plain, charset);
        LOG.debug("{}: {}, told by {}", plain.name(), encoding.charset(), encoding.how());
        plain.skip(encoding.mark());
        InputStream in = new BytesStream(plain);
        return new Text(plain.name(), in, encoding.charset());
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
        bytes.close();
    }
}
