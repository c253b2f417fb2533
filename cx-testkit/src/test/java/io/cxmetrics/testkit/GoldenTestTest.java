package io.cxmetrics.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs classes marked {@link GoldenTest} inside a test, with data and without. */
class GoldenTestTest {

    private static final List<String> LOG = new ArrayList<>();

    /** Whether the classes below are run by a test, rather than by a pattern of names that matches them too. */
    private static boolean inside;

    static boolean isInside() {
        return inside;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @EnabledIf("io.cxmetrics.testkit.GoldenTestTest#isInside")
    @interface Fixture {}

    @TempDir
    Path folder;

    String before = "";

    @BeforeEach
    void data() throws IOException {
        LOG.clear();
        before = System.getProperty("cx.shared", "");
        Files.createDirectory(folder.resolve("golden"));
        Files.writeString(folder.resolve("golden/plain.txt"), "plain");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("golden/packed.txt.gz")))) {
            out.write("packed".getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void back() {
        if (before.isEmpty()) {
            System.clearProperty("cx.shared");
        } else {
            System.setProperty("cx.shared", before);
        }
    }

    /** A class that says when it is initialized, as one would that starts a session there. */
    @Fixture
    @GoldenTest
    static class WholeClass {

        static {
            LOG.add("initialized");
        }

        @BeforeAll
        static void beforeAll() throws IOException {
            LOG.add("before all " + Files.readString(SharedData.file("golden/plain.txt")));
        }

        @Test
        void plain() throws IOException {
            LOG.add(Files.readString(SharedData.file("golden/plain.txt")));
        }

        @Test
        void packed() throws IOException {
            try (InputStream in = SharedData.open("golden/packed.txt.gz")) {
                LOG.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Fixture
    static class OneMethod {

        @Test
        @GoldenTest
        void golden() {
            SharedData.file("golden/plain.txt");
            LOG.add("golden");
        }

        @Test
        void ordinary() {
            LOG.add("ordinary");
        }
    }

    @Fixture
    static class Unmarked {

        @Test
        void reads() {
            SharedData.file("golden/plain.txt");
        }
    }

    @Fixture
    @GoldenTest
    static class OfAMissingFile {

        @Test
        void reads() {
            SharedData.file("golden/typo.txt");
        }
    }

    /** What came of a run: one line for whatever did not just succeed, and all that it printed. */
    private record Outcome(List<String> lines, String printed) {}

    private static Outcome run(String shared, Class<?>... classes) {
        return run(shared, List.of(), classes);
    }

    private static Outcome run(String shared, List<Filter<?>> filters, Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .filters(filters.toArray(Filter<?>[]::new))
                .selectors(
                        Stream.of(classes).map(DiscoverySelectors::selectClass).toList())
                .build();
        System.setProperty("cx.shared", shared);
        List<String> lines = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                lines.add(test.getDisplayName() + " skipped: " + reason);
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable()
                        .ifPresent(failure -> lines.add(test.getDisplayName() + " failed: " + failure.getMessage()));
            }
        };
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        inside = true;
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            inside = false;
            System.setOut(console);
        }
        return new Outcome(lines, printed.toString(StandardCharsets.UTF_8));
    }

    /** One test for both: a class is initialized once. */
    @Test
    void skippedBeforeAnythingRunsThenRunsWithData() {
        Outcome without = run("none", WholeClass.class, OneMethod.class);
        String reason = "golden tests are skipped: cx.shared is none";
        assertThat(without.lines())
                .containsExactly("GoldenTestTest$WholeClass skipped: " + reason, "golden() skipped: " + reason);
        assertThat(without.printed()).isEqualTo(reason + System.lineSeparator());
        assertThat(LOG).containsExactly("ordinary");

        LOG.clear();
        Outcome with = run(folder.toString(), WholeClass.class, OneMethod.class);
        assertThat(with.lines()).isEmpty();
        assertThat(with.printed()).isEmpty();
        assertThat(LOG)
                .containsExactlyInAnyOrder("initialized", "before all plain", "plain", "packed", "golden", "ordinary");
    }

    @Test
    void haveATag() {
        run(folder.toString(), List.of(TagFilter.includeTags("golden")), OneMethod.class);
        assertThat(LOG).containsExactly("golden");
    }

    @Test
    void failWhereANamedFolderIsMissing() {
        Outcome outcome = run(folder.resolve("typo").toString(), OneMethod.class, OfAMissingFile.class);
        assertThat(outcome.lines()).hasSize(2).allMatch(line -> line.contains(" failed: "));
        assertThat(LOG).containsExactly("ordinary");
    }

    @Test
    void dataAreWholeOrAbsent() {
        assertThat(run(folder.toString(), OfAMissingFile.class).lines())
                .containsExactly("reads() failed: path must be that of a file of the shared data, got "
                        + folder.resolve("golden/typo.txt"));
    }

    @Test
    void aTestWithoutTheMarkMayNotRead() {
        String message = "a test that reads shared data must be marked @GoldenTest, read golden/plain.txt";
        assertThat(run(folder.toString(), Unmarked.class, OneMethod.class, Unmarked.class)
                        .lines())
                .contains("reads() failed: " + message);
        assertThatThrownBy(() -> SharedData.file("golden/plain.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }
}
