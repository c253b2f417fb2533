package io.cxmetrics.cli.input;

import io.cxmetrics.report.Terminal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file or of standard input, gzip or plain. */
public final class FileInput {

    private FileInput() {}

    /** Opens a file, or standard input for {@code -}; what comes can be marked. */
    static InputStream open(String file, InputStream stdin, Terminal terminal, PrintWriter err) throws IOException {
        if (file.equals("-")) {
            return unzipped(stdin);
        }
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw CliException.usage(file + ": is a folder, not a file");
        }
        if (!Files.isReadable(path)) {
            throw CliException.usage(file + ": no such file, or not readable");
        }
        return unzipped(Progress.around(Files.newInputStream(path), Files.size(path), terminal, err));
    }

    /** Returns the path of a file; under a plain C locale not every name has one. */
    public static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw CliException.usage(file + ": no name of a file in this locale; try LC_ALL=C.UTF-8");
        }
    }

    /** Knows gzip by its first two bytes, whatever the name. */
    private static BufferedInputStream unzipped(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    /** A byte order mark of UTF-16 tells more than an option that was left alone. */
    static Charset charset(InputStream in, Charset asked) throws IOException {
        in.mark(2);
        int mark = in.read() << 8 | in.read();
        in.reset();
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : asked;
    }
}
