package io.cxmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    @Test
    void thePageIsMadeFromTheCatalogue() throws IOException {
        Path page = Path.of(System.getProperty("cx.root", ".."), "docs", "metrics.md");
        assertThat(Files.readString(page)).isEqualTo(MetricsPage.text());
    }
}
