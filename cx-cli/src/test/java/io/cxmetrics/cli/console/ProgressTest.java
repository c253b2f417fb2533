package io.cxmetrics.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final int SIZE = 3 << 20;
    private static final Terminal WATCHED = new Terminal(false, true, true);

    private final StringWriter err = new StringWriter();

    private InputStream read(int size, Terminal terminal) throws IOException {
        InputStream in =
                Progress.around(new ByteArrayInputStream(new byte[size]), size, terminal, new PrintWriter(err));
        assertThat(in.read()).isZero();
        assertThat(in.readAllBytes()).hasSize(size - 1);
        assertThat(in.read()).isEqualTo(-1);
        in.close();
        return in;
    }

    @Test
    void showsHowMuchOfALargeFileIsReadAndWipesItself() throws IOException {
        read(SIZE, WATCHED);
        assertThat(err.toString())
                .startsWith("\r[..............................] 0 %")
                .contains("\r[###############...............] 50 %")
                .contains("\r[##############################] 100 %\r ")
                .endsWith(" \r");
    }

    @Test
    void isSilentWhenNobodyWatchesOrTheFileIsSmall() throws IOException {
        read(SIZE, Terminal.NONE);
        read(1000, WATCHED);
        assertThat(err.toString()).isEmpty();
    }
}
