package io.cxmetrics.input.source;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file that can be opened, wherever it comes from: a path, which may be a named pipe, a stream, or standard input.
 * What it holds is told by its first bytes and not by its name: plain text, gzip with any number of members, or a zip
 * with any number of entries.
 *
 * <p><b>Characters.</b> A byte order mark (UTF-8, UTF-16, UTF-32) says the character set; then {@link #withCharset};
 * UTF-8 otherwise, and UTF-16 without a mark where every other byte is zero. Bytes that are no text in it read as
 * U+FFFD, and {@link Text#isDamaged()} tells so.
 *
 * <p><b>Errors.</b> What cannot be read whole is an {@link InputException} that says where: a file cut short, a wrong
 * checksum, padding or text after the last gzip member, a zip whose directory lists other entries. Spreadsheets
 * ({@code .xlsx}, {@code .xls}), Parquet and other packers are refused by name.
 *
 * <p>Immutable. A source of a stream can be opened once.
 *
 * <pre>{@code
 * byte[] csv = "nps,plan\n9,gold\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Source source = Source.of("survey.csv", new java.io.ByteArrayInputStream(csv));
 * Texts texts = source.open();
 * Text text = texts.next();
 * text.name(); // survey.csv
 * text.peek(3); // nps
 * texts.close();
 * }</pre>
 *
 * @since 0.1
 */
public final class Source {

    private final String name;
    private final @Nullable Path path;
    private final @Nullable InputStream stream;
    private final @Nullable Charset charset;

    private final UnaryOperator<InputStream> through;

    private Source(
            String name,
            @Nullable Path path,
            @Nullable InputStream stream,
            @Nullable Charset charset,
            UnaryOperator<InputStream> through) {
        this.name = name;
        this.path = path;
        this.stream = stream;
        this.charset = charset;
        this.through = through;
    }

    /**
     * Returns the source of a file, a named pipe, or a device such as {@code /dev/stdin}.
     *
     * @param path where it lies
     * @return the source, not opened yet
     */
    public static Source of(Path path) {
        return new Source(path.toString(), path, null, null, UnaryOperator.identity());
    }

    /**
     * Returns the source of a file by its name.
     *
     * @param file the path, or {@code -} for standard input
     * @return the source, not opened yet
     * @throws InputException if the text is no path
     */
    public static Source of(String file) {
        if (file.equals("-")) {
            return standardInput();
        }
        try {
            return of(Path.of(file));
        } catch (InvalidPathException e) {
            throw InputException.request(file + ": is no name of a file here; LC_ALL=C.UTF-8 may help");
        }
    }

    /**
     * Returns the source of bytes from elsewhere.
     *
     * @param name what errors call it
     * @param stream the bytes, which closing closes
     * @return the source, which can be opened once
     */
    public static Source of(String name, InputStream stream) {
        return new Source(
                requireNonNull(name, "name"), null, requireNonNull(stream, "stream"), null, UnaryOperator.identity());
    }

    /**
     * Returns the source of standard input.
     *
     * @return the source, which can be opened once
     */
    public static Source standardInput() {
        return of("standard input", System.in);
    }

    /**
     * Returns this source read in a character set, unless a byte order mark says another.
     *
     * @param asked the character set
     * @return the source
     */
    public Source withCharset(Charset asked) {
        return new Source(name, path, stream, requireNonNull(asked, "charset"), through);
    }

    /**
     * Returns this source with its bytes passing through another stream, such as one that shows how far reading is.
     *
     * @param around puts a stream around the opened one, whose closing closes both
     * @return the source
     */
    public Source through(UnaryOperator<InputStream> around) {
        return new Source(name, path, stream, charset, requireNonNull(around, "around"));
    }

    /**
     * Returns the name.
     *
     * @return the path as given, or the name of the stream
     */
    public String name() {
        return name;
    }

    /**
     * Opens the file and looks at its first bytes.
     *
     * @return its texts: one, or one for each entry of a zip
     * @throws InputException if it is not there, or of a kind that cannot be read
     */
    public Texts open() {
        return Texts.of(new Bytes(name, through.apply(stream())), charset);
    }

    /**
     * Returns this source for two readings: the first sees no more than the beginning, the second sees it whole. A file
     * is opened twice, the beginning of a stream or a pipe is remembered.
     *
     * @return the source
     * @throws InputException if it is not there
     */
    public Source lookable() {
        if (stream instanceof LookedAtStream || (path != null && Files.isRegularFile(path))) {
            return this;
        }
        return new Source(name, null, new LookedAtStream(stream()), charset, through);
    }

    private InputStream stream() {
        if (stream instanceof LookedAtStream looked) {
            return looked.open();
        }
        if (path == null) {
            return requireNonNull(stream);
        }
        if (Files.isDirectory(path)) {
            throw InputException.request(name + ": is a folder, not a file");
        }
        if (!Files.exists(path)) {
            throw InputException.request(name + ": no such file");
        }
        try {
            // A channel would ask a pipe for its position, which it has not.
            return path.getFileSystem() == FileSystems.getDefault()
                    ? new FileInputStream(path.toFile())
                    : Files.newInputStream(path);
        } catch (IOException e) {
            throw InputException.request(name + ": cannot be opened: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
