package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * One run of the command inside the test.
 *
 * @param code the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int code, String out, String err) {

    static Run cx(String... args) {
        return on(Terminal.NONE, InputStream.nullInputStream(), args);
    }

    static Run withInput(String text, String... args) {
        return on(Terminal.NONE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), args);
    }

    static Run on(Terminal terminal, InputStream in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cx.run(new Surroundings(in, terminal), new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }

    /** Returns what was written as JSON by a run that went well, whatever rows it named as left out. */
    JsonNode json() throws JsonProcessingException {
        assertThat(code).isZero();
        return new ObjectMapper().readTree(out);
    }
}
