package io.cxmetrics.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cxmetrics.Summary;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
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

/** The examples of the Javadoc and of docs/reading.md compile, run, and state true values. */
class ExamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("cx.root", ".."));

    @TempDir
    private static Path folder;

    @TestFactory
    List<DynamicTest> examplesSayWhatIsTrue() throws IOException {
        List<Example> examples = new ArrayList<>(Example.inMarkdown(ROOT.resolve("docs/reading.md")));
        assertThat(examples).as("examples in docs/reading.md").hasSize(5);
        try (Stream<Path> files = Files.walk(ROOT.resolve("cx-input/src/main/java"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                examples.addAll(Example.inJavadoc(file));
            }
        }
        assertThat(examples).as("examples in all").hasSizeGreaterThan(12);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            String name = "Example" + i;
            tests.add(dynamicTest(example.name(), () -> check(example, name)));
        }
        return tests;
    }

    private static void check(Example example, String name) throws IOException, ReflectiveOperationException {
        assertThat(example.expected()).as("stated values").isNotEmpty();
        String imports = Stream.concat(
                        Stream.of(
                                "java.io",
                                "java.nio.charset",
                                "java.nio.file",
                                "java.time",
                                "java.time.temporal",
                                "java.util"),
                        Stream.concat(exports(Summary.class), exports(Reason.class)))
                .map(used -> "import " + used + ".*;\n")
                .collect(Collectors.joining());
        String source = imports + "public final class " + name
                + " {\n    public static List<String> run(Path folder) throws Exception {\n"
                + "        List<String> stated = new ArrayList<>();\n" + example.body()
                + "\n        return stated;\n    }\n}\n";
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        String classPath = String.join(
                File.pathSeparator,
                place(Summary.class).toString(),
                place(Reason.class).toString());
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(out, out, "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classPath, file.toString());
        assertThat(result).as(messages + "\n" + source).isZero();
        URL[] places = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, ExamplesTest.class.getClassLoader())) {
            List<?> stated = (List<?>)
                    loader.loadClass(name).getMethod("run", Path.class).invoke(null, folder);
            assertThat(stated.stream()
                            .map(value -> String.valueOf(value).replace(folder.toString(), "FOLDER"))
                            .toList())
                    .isEqualTo(example.expected());
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> exports(Class<?> type) {
        return ModuleFinder.of(place(type)).findAll().iterator().next().descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted();
    }
}
