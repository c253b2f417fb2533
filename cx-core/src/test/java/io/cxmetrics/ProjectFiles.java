package io.cxmetrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the project lies on the disk, for tests that read it. */
final class ProjectFiles {

    private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports ([\\w.]+);");

    private ProjectFiles() {}

    /** The top-level folder: the build says it; an editor starts in the module or above it. */
    static Path root() {
        String said = System.getProperty("cx.root");
        if (said != null) {
            return Path.of(said);
        }
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return Files.isDirectory(here.resolve("cx-core")) || parent == null ? here : parent;
    }

    static Path mainSources() {
        return root().resolve("cx-core/src/main/java");
    }

    static Path mainClasses() {
        try {
            return Path.of(Summary.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The packages that module-info opens to the world, sorted; read from its source, which every build has. */
    static List<String> exportedPackages() {
        return exportedPackages(mainSources());
    }

    /** The packages that the module-info in a folder of sources opens to the world, sorted. */
    static List<String> exportedPackages(Path sources) {
        try {
            return EXPORTS.matcher(Files.readString(sources.resolve("module-info.java")))
                    .results()
                    .map(export -> export.group(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package of a source of the main code, by its folder. */
    static String packageOf(Path file) {
        return mainSources()
                .relativize(file.getParent())
                .toString()
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    /** The README and the pages in docs. */
    static List<Path> pages() {
        try (Stream<Path> files = Files.list(root().resolve("docs"))) {
            return Stream.concat(
                            Stream.of(root().resolve("README.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
