package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the README that needs Spark compiles. */
class ExamplesTest {

    @Test
    void examplesCompile(@TempDir Path folder) throws IOException {
        List<String> examples = Readme.blocks("<!-- example: spark -->");
        assertThat(examples).hasSize(2);
        for (int i = 0; i < examples.size(); i++) {
            String name = "Example" + i;
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, """
                    import static org.apache.spark.sql.functions.*;
                    import io.cxmetrics.spark.*;
                    import io.cxmetrics.spark.transform.*;
                    import io.cxmetrics.web.session.BounceRule;
                    import io.cxmetrics.web.funnel.Funnel;
                    import io.cxmetrics.web.session.SessionDefinition;
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
