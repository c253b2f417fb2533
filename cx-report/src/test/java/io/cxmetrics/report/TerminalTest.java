package io.cxmetrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void theFirstVariableThatIsSetNamesTheCharacterSet() {
        assertThat(Terminal.utf8(Map.of("LANG", "de_DE.UTF-8"))).isTrue();
        assertThat(Terminal.utf8(Map.of("LANG", "de_DE.utf8", "LC_ALL", ""))).isTrue();
        assertThat(Terminal.utf8(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C"))).isFalse();
        assertThat(Terminal.utf8(Map.of("LC_CTYPE", "ja_JP.eucJP"))).isFalse();
    }
}
