package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the README that needs Spark compiles. */
class ExamplesTest {

    private static final String MARKER = "<!-- example: spark -->";

    private static List<String> examples() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("cx.root", ".."), "README.md"));
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(MARKER)) {
                int end = i + 2;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                examples.add(String.join("\n", lines.subList(i + 2, end)));
            }
        }
        return examples;
    }

    @Test
    void examplesCompile(@TempDir Path folder) throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSize(2);
        for (int i = 0; i < examples.size(); i++) {
            String name = "Example" + i;
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, """
                    import static org.apache.spark.sql.functions.*;
                    import io.cxmetrics.spark.*;
                    import io.cxmetrics.spark.transform.*;
                    import io.cxmetrics.web.BounceRule;
                    import io.cxmetrics.web.Funnel;
                    import io.cxmetrics.web.SessionRules;
                    import java.time.Duration;
                    import org.apache.spark.sql.Dataset;
                    import org.apache.spark.sql.Row;

                    class %s {
                        void run(Dataset<Row> responses, Dataset<Row> views, Dataset<Row> events) {
                            %s
                        }
                    }
                    """.formatted(name, examples.get(i)));
            StringWriter messages = new StringWriter();
            PrintWriter out = new PrintWriter(messages);
            int result = ToolProvider.findFirst("javac")
                    .orElseThrow()
                    .run(
                            out,
                            out,
                            "-proc:none",
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            file.toString());
            assertThat(result).as(messages.toString()).isZero();
        }
    }
}
