package io.cxmetrics.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cxmetrics.Summary;
import java.io.File;
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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the Javadoc and of the page compiles and runs, and a comment behind an expression is its value. */
class ExamplesTest {

    private static final String PAGE_MARK = "<!-- example: models -->";

    @TempDir
    private static Path folder;

    /** The lines of an example, and where it stands. */
    private record Example(String name, List<String> lines) {}

    @TestFactory
    List<DynamicTest> examplesSayWhatIsTrue() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path file : ModelFiles.sources()) {
            examples.addAll(between(file, "<pre>{@code", "}</pre>", ""));
        }
        try (Stream<Path> pages = Files.list(ModelFiles.root().resolve("docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                examples.addAll(between(page, "```java", "```", PAGE_MARK));
            }
        }
        assertThat(examples).hasSizeGreaterThan(3);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            String type = "Example" + i;
            tests.add(dynamicTest(example.name(), () -> check(example, type)));
        }
        return tests;
    }

    private static List<Example> between(Path file, String open, String close, String mark) throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(open) && before.contains(mark)) {
                List<String> code = new ArrayList<>();
                int first = i + 1;
                while (!lines.get(++i).contains(close)) {
                    code.add(lines.get(i).replaceFirst("^\\s*\\* ?", ""));
                }
                examples.add(new Example(file.getFileName() + ":" + first, code));
            }
            before = lines.get(i).isBlank() ? before : lines.get(i);
        }
        return examples;
    }

    private static void check(Example example, String type) throws IOException, ReflectiveOperationException {
        List<String> expected = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String line : example.lines()) {
            int comment = line.indexOf("; // ");
            if (comment >= 0 && !line.substring(0, comment).matches(".*[A-Za-z>\\]] \\w+ = .*")) {
                expected.add(line.substring(comment + 5).strip());
                body.append("stated.add(String.valueOf((Object) (")
                        .append(line, 0, comment)
                        .append(")));\n");
            } else {
                body.append(line).append('\n');
            }
        }
        String imports = Stream.of(
                        Stream.of("java.util", "java.util.stream"),
                        ModelFiles.exportedPackages(Fit.class).stream(),
                        Stream.of(
                                "io.cxmetrics", "io.cxmetrics.stat", "io.cxmetrics.stat.survival", "io.cxmetrics.time"))
                .flatMap(packages -> packages)
                .map(used -> "import " + used + ".*;\n")
                .collect(Collectors.joining("", "import io.cxmetrics.value.PurchaseHistory;\n", ""));
        Path file = folder.resolve(type + ".java");
        Files.writeString(
                file,
                imports + "public final class " + type + " {\n    public static List<String> run() throws Exception {\n"
                        + "List<String> stated = new ArrayList<>();\n" + body + "return stated;\n}\n}\n");
        compile(file);
        URL[] places = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, ExamplesTest.class.getClassLoader())) {
            assertThat(loader.loadClass(type).getMethod("run").invoke(null)).isEqualTo(expected);
        }
    }

    private static void compile(Path file) throws IOException {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        String classes = ModelFiles.classesOf(Fit.class) + File.pathSeparator + ModelFiles.classesOf(Summary.class);
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(out, out, "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classes, file.toString());
        String source = Files.readString(file);
        assertThat(result).as(() -> messages + "\n" + source).isZero();
    }
}
