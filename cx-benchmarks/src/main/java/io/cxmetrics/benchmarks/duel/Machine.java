package io.cxmetrics.benchmarks.duel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the duels ran on.
 *
 * @param cpu the name of the processor
 * @param cores how many cores there are
 */
public record Machine(String cpu, int cores) {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** Returns this one. */
    public static Machine here() throws IOException {
        return new Machine(
                Files.isReadable(CPU) ? name() : System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    private static String name() throws IOException {
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
