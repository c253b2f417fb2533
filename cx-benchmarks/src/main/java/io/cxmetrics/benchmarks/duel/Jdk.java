package io.cxmetrics.benchmarks.duel;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed Java.
 *
 * @param home where it is installed
 * @param version such as 17.0.15
 */
public record Jdk(Path home, String version) {

    /** Returns the one that runs this. */
    public static Jdk running() {
        return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
    }

    /** Returns one of a feature release that is installed beside the running one. */
    public static Optional<Jdk> beside(Jdk running, int feature) throws IOException {
        Path folder = running.home().toRealPath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted()
                    .map(Jdk::at)
                    .flatMap(Optional::stream)
                    .filter(jdk -> Runtime.Version.parse(jdk.version()).feature() == feature)
                    .findFirst();
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty(); // a home that cannot be read is none to run
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty() ? Optional.empty() : Optional.of(new Jdk(home, version));
    }

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }
}
