package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No line of the sources is wider than a page, comments included. */
class WidthTest {

    private static final int WIDTH = 120;
    private static final String TEXT_BLOCK = "(?<!\\\\)\"\"\"";

    @Test
    void everyLineFitsThePage() throws IOException {
        List<String> wide = new ArrayList<>();
        int files = 0;
        for (Path source : sources()) {
            files++;
            List<String> lines = Files.readAllLines(source);
            boolean inTextBlock = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                inTextBlock ^= line.split(TEXT_BLOCK, -1).length % 2 == 0;
                // An address cannot be broken, and a text block is what a program reads or prints.
                if (!inTextBlock && line.codePointCount(0, line.length()) > WIDTH && !line.contains("://")) {
                    wide.add(ProjectFiles.root().relativize(source) + ":" + (i + 1));
                }
            }
        }
        assertThat(wide).isEmpty();
        assertThat(files).isGreaterThan(300);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ProjectFiles.root())) {
            for (Path module : modules.sorted().toList()) {
                Path folder = module.resolve("src");
                if (Files.isDirectory(folder)) {
                    sources.addAll(ProjectFiles.javaFiles(folder));
                }
            }
        }
        return sources;
    }
}
