package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Real files, and what was computed of them outside Java. */
final class Golden {

    /** Where the output has what a golden calls otherwise. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("csat_pct", "csat"),
            Map.entry("sat", "csat"),
            Map.entry("sd_score", "sd"),
            Map.entry("mean_score", "mean"),
            Map.entry("se", "standard_error"),
            Map.entry("se_neff", "standard_error"),
            Map.entry("responses", "n"),
            Map.entry("non_responses", "left_out_total"),
            Map.entry("excluded", "left_out_total"),
            Map.entry("sum_w", "sum_of_weights"),
            Map.entry("promoter_w", "promoters"),
            Map.entry("detractor_w", "detractors"),
            Map.entry("n_eff", "effective_base"));

    private Golden() {}

    static JsonNode golden(String dataset, String id) throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(SharedData.file("golden/" + dataset + ".json").toFile());
        for (JsonNode golden : all.get("goldens")) {
            if (golden.get("id").asText().equals(id)) {
                return golden;
            }
        }
        throw new IllegalArgumentException("no golden " + id);
    }

    static JsonNode cx(String command, String file, String... options) throws IOException {
        List<String> args =
                new ArrayList<>(List.of(command, SharedData.file("data/" + file).toString(), "--format=json"));
        args.addAll(List.of(options));
        return Run.cx(args.toArray(String[]::new)).json();
    }

    /** Compares every number that both sides have, and at least so many. */
    static void compare(JsonNode expected, JsonNode actual, Map<String, String> names, int atLeast) {
        int compared = 0;
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String name = names.getOrDefault(field.getKey(), NAMES.getOrDefault(field.getKey(), field.getKey()));
            JsonNode value = actual.get(name);
            if (field.getKey().startsWith("ci95")) {
                continue; // each method of an interval is a run of its own
            }
            if (field.getKey().equals("histogram")) {
                assertThat(value).isEqualTo(field.getValue());
                compared++;
            } else if (value != null) {
                same(field.getValue(), value, field.getKey());
                compared++;
            }
        }
        assertThat(compared).as("numbers compared").isGreaterThanOrEqualTo(atLeast);
    }

    static void same(JsonNode expected, JsonNode actual, String name) {
        if (expected.isNull()) {
            assertThat(actual.isNull()).as(name).isTrue();
        } else {
            assertThat(actual.doubleValue())
                    .as(name)
                    .isCloseTo(expected.doubleValue(), within(1e-9 * Math.abs(expected.doubleValue())));
        }
    }

    static void compareInterval(JsonNode expected, JsonNode total) {
        same(expected.get(0), total.get("low"), "low");
        same(expected.get(1), total.get("high"), "high");
    }

    /** Compares each group of the golden, and checks that there is no other. */
    static void compareGroups(JsonNode expected, JsonNode groups, String column, int fields) {
        assertThat(groups).hasSize(expected.size());
        for (JsonNode group : groups) {
            compare(expected.get(group.get("by").get(column).asText()), group, Map.of(), fields);
        }
    }
}
