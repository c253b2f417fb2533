package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands stand on options, options on the console, and no package is crowded. */
class LayersTest {

    private static final Path MAIN =
            Path.of(System.getProperty("cx.root", ".."), "cx-cli/src/main/java/io/cxmetrics/cli");
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?io\\.cxmetrics\\.cli\\.([a-z.]*)[A-Z]");

    private static final Map<String, List<String>> MAY_IMPORT =
            Map.of("", List.of("option.", "console."), "option", List.of("console."), "console", List.of());

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void packagesImportOnlyWhatIsBelow() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> layer : MAY_IMPORT.entrySet()) {
            for (Path file : javaFiles(MAIN.resolve(layer.getKey()))) {
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    if (!layer.getValue().contains(imports.group(1))) {
                        wrong.add(file.getFileName() + " " + imports.group());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreNoOtherPackagesAndNoneIsCrowded() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(MAIN)) {
            folders = all.filter(Files::isDirectory).toList();
        }
        assertThat(folders).hasSize(MAY_IMPORT.size());
        for (Path folder : folders) {
            assertThat(javaFiles(folder)).hasSizeBetween(3, 30);
        }
    }
}
