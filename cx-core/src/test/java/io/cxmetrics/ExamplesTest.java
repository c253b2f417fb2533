package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the Javadoc, the README and the pages beside it compiles, runs, and says what is true: where an
 * expression is followed by a comment, the comment is the value.
 */
class ExamplesTest {

    @TempDir
    private static Path folder;

    @TestFactory
    List<DynamicTest> examplesSayWhatIsTrue() throws IOException {
        List<ExampleBlock> blocks = new ArrayList<>();
        for (Path file : ProjectFiles.javaFiles(ProjectFiles.mainSources())) {
            blocks.addAll(ExampleBlock.inJavadoc(file));
        }
        assertThat(blocks).as("examples in Javadoc").isNotEmpty();
        for (Path page : ProjectFiles.pages()) {
            blocks.addAll(ExampleBlock.inMarkdown(page));
        }
        assertThat(blocks)
                .as("examples in the README")
                .anyMatch(block -> block.name().startsWith("README.md"));
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            ExampleBlock block = blocks.get(i);
            String name = "Example" + i;
            tests.add(dynamicTest(block.name(), () -> check(block, name)));
        }
        return tests;
    }

    @Test
    void aWrongValueIsFound(@TempDir Path other) throws IOException, ReflectiveOperationException {
        Path file = other.resolve("Wrong.md");
        Files.writeString(file, """
                text
                ```java
                record Answer(int rating) {}
                List<Answer> answers = List.of(
                        new Answer(10), // not a value
                        new Answer(3));
                int n = answers.size(); // also not a value
                n; // 2
                answers.stream()
                        .collect(Nps.toNps(Answer::rating))
                        .score(); // 1.0
                ```
                <!-- example: spark -->
                ```java
                nonsense
                ```
                """);
        List<ExampleBlock> blocks = ExampleBlock.inMarkdown(file);
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).name()).isEqualTo("Wrong.md:3");
        assertThat(blocks.get(0).expected()).containsExactly("2", "1.0");
        assertThat(run(blocks.get(0), "Wrong")).containsExactly("2", "0.0");
    }

    private static void check(ExampleBlock block, String name) throws IOException, ReflectiveOperationException {
        assertThat(run(block, name)).isEqualTo(block.expected());
    }

    private static List<String> run(ExampleBlock block, String name) throws IOException, ReflectiveOperationException {
        String imports = Stream.concat(
                        Stream.of("java.util", "java.util.stream", "java.time"),
                        ProjectFiles.exportedPackages().stream())
                .map(used -> "import " + used + ".*;\n")
                .collect(Collectors.joining());
        String source = imports + String.join("\n", block.imports())
                + "\nimport static java.time.DayOfWeek.*;\nimport static java.util.stream.Collectors.*;\n\n"
                + "public final class "
                + name
                + " {\n    public static List<String> run() throws Exception {\n"
                + "        List<String> stated = new ArrayList<>();\n" + block.body("stated")
                + "        return stated;\n    }\n}\n";
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        compile(file);
        URL[] places = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, ExamplesTest.class.getClassLoader())) {
            List<?> stated = (List<?>) loader.loadClass(name).getMethod("run").invoke(null);
            return stated.stream().map(String::valueOf).toList();
        }
    }

    private static void compile(Path file) throws IOException {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        String classes = ProjectFiles.mainClasses().toString();
        int result =
                javac.run(out, out, "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classes, file.toString());
        assertThat(result).as(() -> messages + "\n" + lines(file)).isZero();
    }

    private static String lines(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
