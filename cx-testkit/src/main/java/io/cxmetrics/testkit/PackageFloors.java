package io.cxmetrics.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages of a module on floors, read from its sources: what each names in imports or in full. Where each names
 * only floors below its own, there are no circles.
 */
public final class PackageFloors {

    private final List<String> upwards = new ArrayList<>();
    private final Map<String, Integer> files = new TreeMap<>();
    private int named;

    private PackageFloors() {}

    /**
     * Reads the sources of the module that is tested.
     *
     * @param root the root package
     * @param floors the floor of each package, 0 for the lowest
     * @return what was found
     * @throws IOException if a source cannot be read
     */
    public static PackageFloors of(String root, Map<String, Integer> floors) throws IOException {
        String said = System.getProperty("basedir");
        Path module = said == null ? Path.of("").toAbsolutePath() : Path.of(said);
        Pattern name = Pattern.compile("\\b(" + Pattern.quote(root) + "(?:\\.[a-z]+)*)\\.[A-Z]");
        List<Path> sources;
        try (Stream<Path> all = Files.walk(module.resolve("src/main/java"))) {
            sources = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        PackageFloors found = new PackageFloors();
        for (Path source : sources) {
            found.read(source, name, floors);
        }
        return found;
    }

    private void read(Path source, Pattern name, Map<String, Integer> floors) throws IOException {
        List<String> lines = Files.readAllLines(source);
        String from = lines.stream()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.length() - 1))
                .findFirst()
                .orElseThrow();
        files.merge(from, 1, Integer::sum);
        for (String line : lines) {
            Matcher matcher = name.matcher(line);
            while (matcher.find()) {
                String to = matcher.group(1);
                named++;
                if (!to.equals(from) && floors.getOrDefault(to, Integer.MAX_VALUE) >= floors.getOrDefault(from, 0)) {
                    upwards.add(source.getFileName() + ": " + line);
                }
            }
        }
    }

    /**
     * Returns the lines that name a package of the same floor, of one above, or of none.
     *
     * @return the lines, each with its file
     */
    public List<String> upwards() {
        return List.copyOf(upwards);
    }

    /**
     * Returns how many names of the module's own types were found.
     *
     * @return the number
     */
    public int named() {
        return named;
    }

    /**
     * Returns the packages.
     *
     * @return how many files each has
     */
    public Map<String, Integer> files() {
        return Map.copyOf(files);
    }
}
