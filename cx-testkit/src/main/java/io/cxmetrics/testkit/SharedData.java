package io.cxmetrics.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * Real data, and values computed of them outside Java. They lie beside the checkout rather than in it, so they may be
 * absent.
 *
 * <p>The system property {@code cx.shared} says where:
 *
 * <ul>
 *   <li>nothing: in {@code ../shared}, beside the checkout. Where there is nothing, golden tests are skipped and say so
 *       once; with {@code CI=true} in the environment they fail.
 *   <li>a folder, absolute or relative to the checkout: there, and golden tests fail if it does not exist.
 *   <li>{@code none}: golden tests are skipped, whatever lies beside the checkout.
 * </ul>
 *
 * <p>Only tests marked {@link GoldenTest} may ask. A test without the mark fails where the data are present,
 * too, so that nobody learns of it first on a machine without them.
 */
public final class SharedData {

    private static final AtomicInteger GOLDEN_TESTS = new AtomicInteger();

    private SharedData() {}

    static void enter() {
        GOLDEN_TESTS.incrementAndGet();
    }

    static void leave() {
        GOLDEN_TESTS.decrementAndGet();
    }

    /** Returns a file by its path inside the folder. One that is missing is an error: the data are whole or absent. */
    public static Path file(String path) {
        if (GOLDEN_TESTS.get() == 0) {
            throw new IllegalStateException("a test that reads shared data must be marked @GoldenTest, read " + path);
        }
        Path file = Whereabouts.here().folder().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("path must be that of a file of the shared data, got " + file);
        }
        return file;
    }

    /** Opens a file by its path inside the folder; one whose name ends in {@code .gz} is decompressed. */
    public static InputStream open(String path) throws IOException {
        InputStream in = Files.newInputStream(file(path));
        return path.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
