package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package of this module imports only from floors below its own, so that there are no circles. */
class FloorsTest {

    private static final String ROOT = "io.cxmetrics.spark";

    private static final Map<String, Integer> FLOORS =
            Map.of(ROOT + ".catalogue", 0, ROOT + ".catalyst", 1, ROOT + ".text", 1, ROOT, 2, ROOT + ".transform", 3);

    /** A package with more files than this is a hall. */
    private static final int MOST_FILES = 30;

    /** An import, or a full name in the code. */
    private static final Pattern NAMED = Pattern.compile("\\b(io\\.cxmetrics\\.spark(?:\\.[a-z]+)*)\\.[A-Z]");

    private static List<Path> sources() throws IOException {
        String said = System.getProperty("basedir");
        Path module = said == null ? Path.of("").toAbsolutePath() : Path.of(said);
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String packageOf(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.length() - 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void importsPointDownwardsOnly() throws IOException {
        List<String> upwards = new ArrayList<>();
        int inside = 0;
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            String from = packageOf(lines);
            assertThat(FLOORS).containsKey(from);
            for (String line : lines) {
                Matcher named = NAMED.matcher(line);
                while (named.find()) {
                    String to = named.group(1);
                    inside++;
                    if (!to.equals(from)
                            && FLOORS.getOrDefault(to, Integer.MAX_VALUE) >= FLOORS.getOrDefault(from, 0)) {
                        upwards.add(file.getFileName() + ": " + line);
                    }
                }
            }
        }
        assertThat(upwards).isEmpty();
        assertThat(inside).isGreaterThan(20);
    }

    @Test
    void noPackageIsAHall() throws IOException {
        Map<Path, Long> files =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files).hasSize(FLOORS.size());
        assertThat(files.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }
}
