package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every exported type and package says of itself, in each module that has a module-info. */
class PublicTypesTest {

    private static final Pattern TYPE = Pattern.compile("(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*"
            + "(?:class|interface|enum|record|@interface) (\\w+)");
    private static final Pattern SINCE = Pattern.compile("(?m)^ \\* @since \\d+\\.\\d+$");
    private static final List<String> MARKS = List.of("@CheckReturnValue", "@NullMarked");

    private static List<Path> modules() throws IOException {
        try (var folders = Files.list(ProjectFiles.root())) {
            return folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(sources -> Files.exists(sources.resolve("module-info.java")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyExportedTypeSaysSinceWhen() throws IOException {
        List<String> silent = new ArrayList<>();
        int types = 0;
        for (Path sources : modules()) {
            for (String exported : ProjectFiles.exportedPackages(sources)) {
                for (Path file : filesOf(sources, exported)) {
                    String text = Files.readString(file);
                    Matcher type = TYPE.matcher(text);
                    if (type.find()) {
                        types++;
                        if (!SINCE.matcher(javadocBefore(text, type.start())).find()) {
                            silent.add(exported + "." + type.group(1));
                        }
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(types).isGreaterThan(200);
    }

    /** A result that nobody reads is a mistake, and so is a null that nobody expects. */
    @Test
    void everyPackageIsMarked() throws IOException {
        List<String> unmarked = new ArrayList<>();
        int packages = 0;
        for (Path sources : modules()) {
            for (Path file : ProjectFiles.javaFiles(sources)) {
                if (file.endsWith("package-info.java")) {
                    packages++;
                    if (!Files.readAllLines(file).containsAll(MARKS)) {
                        unmarked.add(sources.relativize(file).toString());
                    }
                }
            }
        }
        assertThat(unmarked).isEmpty();
        assertThat(packages).isGreaterThan(30);
    }

    private static List<Path> filesOf(Path sources, String exported) {
        Path folder = sources.resolve(exported.replace('.', '/'));
        return ProjectFiles.javaFiles(folder).stream()
                .filter(file -> folder.equals(file.getParent()))
                .toList();
    }

    private static String javadocBefore(String text, int type) {
        int end = text.lastIndexOf("*/", type);
        int start = end < 0 ? -1 : text.lastIndexOf("/**", end);
        return start < 0 ? "" : text.substring(start, end);
    }
}
