package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command over the sample files, against numbers that Python computes from the same files with nothing but its
 * standard library. The files belong to the checkout, so this runs on every machine.
 *
 * <p>The numbers are in {@code sample_values.json}; {@code src/test/python/sample_values.py} writes it and says how.
 */
class SampleValuesTest {

    private static JsonNode runs() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SampleValuesTest.class.getResourceAsStream("sample_values.json"))) {
            return new ObjectMapper().readTree(in).get("runs");
        }
    }

    private static List<String> command(JsonNode run) {
        List<String> words = new ArrayList<>();
        run.get("command").forEach(word -> words.add(word.asText()));
        return words;
    }

    @TestFactory
    Stream<DynamicTest> everyRun() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        runs().forEach(run -> tests.add(dynamicTest(String.join(" ", command(run)), () -> compare(run))));
        return tests.stream();
    }

    private static void compare(JsonNode run) throws IOException {
        List<String> words = command(run);
        words.add("--format=json");
        Run actual = Run.cx(words.toArray(String[]::new));
        JsonNode json = new ObjectMapper().readTree(actual.out());
        for (Map.Entry<String, JsonNode> expected : run.get("expected").properties()) {
            JsonNode value = json.at(expected.getKey());
            if (expected.getValue().isTextual()) {
                assertThat(value.asText())
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue().asText());
            } else {
                double number = expected.getValue().doubleValue();
                assertThat(value.isNumber()).as(expected.getKey()).isTrue();
                assertThat(value.doubleValue())
                        .as(expected.getKey())
                        .isCloseTo(number, within(1e-9 * Math.abs(number)));
            }
        }
    }

    /** A family without a number here would be tested on real data alone, which may be absent. */
    @Test
    void everyCommandHasItsNumbers() throws IOException {
        List<String> commands = new ArrayList<>();
        runs().forEach(run -> commands.add(command(run).get(0)));
        assertThat(commands)
                .contains("nps", "csat", "ces", "support")
                .contains("churn", "mrr", "survival", "retention", "clv", "rfm")
                .contains("web", "funnel", "cart");
    }
}
