package io.cxmetrics.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the module lies on the disk, for tests that read it. */
final class ModelFiles {

    private ModelFiles() {}

    static Path root() {
        String said = System.getProperty("cx.root");
        return said == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(said);
    }

    static List<Path> sources() {
        try (Stream<Path> files = Files.walk(root().resolve("cx-models/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> exportedPackages(Class<?> type) {
        return ModuleFinder.of(classesOf(type)).findAll().iterator().next().descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
    }
}
