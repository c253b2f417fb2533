package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A comparison that lets a wrong or a forgotten field pass would be worth nothing. */
class ExpectedTest {

    private final Expected expected =
            expected("{\"expected\": {\"a\": 2.5, \"b\": {\"x\": 1, \"y\": null}, \"c\": \"t\"}}");

    @Test
    void passesWhenEveryFieldWasComparedAndIsEqual() {
        expected.number("a", 2.5).text("c", "t").in("b").number("x", 1).number("y", Double.NaN);
        assertThatCode(expected::assertAllCompared).doesNotThrowAnyException();
    }

    @Test
    void failsForFieldThatWasNotCompared() {
        expected.number("a", 2.5).text("c", "t").in("b").number("x", 1);
        assertThatThrownBy(expected::assertAllCompared)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/b/y");
    }

    @Test
    void failsForOtherValues() {
        assertThatThrownBy(() -> expected.number("a", 2.5000001)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> expected.number("a", Double.NaN)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> expected.in("b").number("y", 0)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> expected.text("c", "u")).isInstanceOf(AssertionError.class);
    }

    @Test
    void failsForGroupsThatAreMissingOrTooMany() {
        Map<String, Long> one = Map.of("x", 1L);
        Map<String, Long> other = Map.of("x", 1L, "z", 1L);
        assertThatThrownBy(() -> expected.counts("b", one)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> expected.counts("b", other)).isInstanceOf(AssertionError.class);
    }

    private static Expected expected(String json) {
        try {
            return Expected.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
