package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Ratings;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** The expected values of one golden, which remembers what was compared so that no field is passed over. */
final class Expected {

    private static final double RELATIVE = 1e-9;

    private final JsonNode golden;
    private final JsonNode node;
    private final String path;
    private final Set<String> left;

    private Expected(JsonNode golden, JsonNode node, String path, Set<String> left) {
        this.golden = golden;
        this.node = node;
        this.path = path;
        this.left = left;
    }

    static Expected of(JsonNode golden) {
        Expected all = new Expected(golden, golden.get("expected"), "", new TreeSet<>());
        all.collect(all.node, "");
        assertThat(all.left).isNotEmpty();
        return all;
    }

    private void collect(JsonNode at, String where) {
        if (at.isObject()) {
            at.properties().forEach(field -> collect(field.getValue(), where + "/" + field.getKey()));
        } else if (at.isArray()) {
            for (int i = 0; i < at.size(); i++) {
                collect(at.get(i), where + "/" + i);
            }
        } else {
            left.add(where);
        }
    }

    void assertAllCompared() {
        assertThat(left).as("fields that no check compared").isEmpty();
    }

    /** What the golden was computed from, such as its column. */
    String select(String key) {
        return golden.get("select").get(key).asText();
    }

    /** What the golden was computed from, where the data stand beside it. */
    JsonNode input(String key) {
        return golden.get("input").get(key);
    }

    /** Numbers that the golden was computed from; null is NaN. */
    double[] inputs(String... keys) {
        JsonNode at = golden.get("input");
        for (String key : keys) {
            at = at.get(key);
        }
        double[] values = new double[at.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at.get(i).isNull() ? Double.NaN : at.get(i).doubleValue();
        }
        return values;
    }

    /** Compares a number; an expected null is an undefined value, NaN. */
    Expected number(String field, double actual) {
        return number(field, actual, RELATIVE, 0);
    }

    /** Compares a number that differs from the expected one by no more than the sum of both tolerances. */
    Expected number(String field, double actual, double relative, double absolute) {
        JsonNode expected = leaf(field);
        if (expected.isNull()) {
            assertThat(actual).as(path + "/" + field).isNaN();
        } else if (expected.isTextual()) {
            assertThat(actual).as(path + "/" + field).isEqualTo(Double.parseDouble(expected.textValue()));
        } else {
            double value = expected.doubleValue();
            assertThat(actual).as(path + "/" + field).isCloseTo(value, within(relative * Math.abs(value) + absolute));
        }
        return this;
    }

    /** Compares numbers in order. */
    Expected numbers(String field, double... actual) {
        Expected list = in(field);
        assertThat(actual).as(path + "/" + field).hasSize(list.size());
        for (int i = 0; i < actual.length; i++) {
            list.number(String.valueOf(i), actual[i]);
        }
        return this;
    }

    Expected interval(String field, Interval actual, double relative, double absolute) {
        in(field).number("0", actual.low(), relative, absolute).number("1", actual.high(), relative, absolute);
        return this;
    }

    /** Tells whether there is such a field. */
    boolean has(String field) {
        return node.has(field);
    }

    /** The names and values that the golden was computed from. */
    Set<Map.Entry<String, JsonNode>> inputFields() {
        return golden.get("input").properties();
    }

    /** Tells whether a field holds a list. */
    boolean isList(String field) {
        return in(field).node.isArray();
    }

    /** Tells whether a value is undefined. */
    boolean isNull(String field) {
        return in(field).node.isNull();
    }

    /** Passes over a field, with everything in it, that the library leaves to others on purpose. */
    Expected passOver(String field, String why) {
        assertThat(why).isNotBlank();
        String inner = path + "/" + field;
        assertThat(left.removeIf(each -> each.equals(inner) || each.startsWith(inner + "/")))
                .as(inner + " is there")
                .isTrue();
        return this;
    }

    /** Returns a number that says what the values beside it are for. */
    double doubleAt(String field) {
        return leaf(field).doubleValue();
    }

    /** Returns a whole number that says what the values beside it are for. */
    long longAt(String field) {
        return leaf(field).longValue();
    }

    /** Returns a text that says what the values beside it are for. */
    String textAt(String field) {
        return leaf(field).asText();
    }

    Expected text(String field, String actual) {
        assertThat(actual).as(path + "/" + field).isEqualTo(leaf(field).asText());
        return this;
    }

    Expected interval(String field, Interval actual) {
        in(field).number("0", actual.low()).number("1", actual.high());
        return this;
    }

    /** Compares all that the goldens of customer effort say of the answers. */
    Expected effort(Ces ces) {
        return number("n", ces.count())
                .number("satisfied", ces.easyShare().events())
                .number("csat_pct", ces.easyShare().percent())
                .interval("ci95_wilson", ces.easyShare().interval(0.95).times(100))
                .interval(
                        "ci95_wald",
                        ces.easyShare().interval(0.95, ProportionInterval.WALD).times(100))
                .number("mean", ces.mean())
                .number("sd", ces.ratings().moments().standardDeviation())
                .number("median", ces.ratings().median())
                .histogram("histogram", ces.ratings())
                .number("difficult", ces.difficultShare().events())
                .number("net_easy", ces.netEasy());
    }

    /** Compares the count of every point of a scale. */
    Expected histogram(String field, Ratings actual) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int rating = actual.scale().min(); rating <= actual.scale().max(); rating++) {
            counts.put(rating, actual.count(rating));
        }
        return counts(field, counts);
    }

    Expected counts(String field, Map<?, Long> actual) {
        in(field).groupedCounts(actual, Long::longValue);
        return this;
    }

    /** Compares one count of each group by the keys, of which neither side may have one more. */
    <V> void groupedCounts(Map<?, V> actual, ToLongFunction<V> count) {
        sameKeys(actual.keySet());
        actual.forEach((key, value) -> number(key.toString(), count.applyAsLong(value)));
    }

    /** Compares groups by their keys, of which neither side may have one more. */
    <V> Expected groups(Map<?, V> actual, BiConsumer<Expected, V> check) {
        sameKeys(actual.keySet());
        actual.forEach((key, value) -> check.accept(in(key.toString()), value));
        return this;
    }

    /** Values that were compared already may stand beside the groups. */
    private void sameKeys(Set<?> actual) {
        Set<String> expected = new TreeSet<>();
        node.properties().forEach(field -> expected.add(field.getKey()));
        expected.removeIf(key -> node.get(key).isValueNode() && !left.contains(path + "/" + key));
        assertThat(actual)
                .as(path + " keys")
                .extracting(Object::toString)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    int size() {
        return node.size();
    }

    Expected in(String field) {
        JsonNode inner = node.isArray() ? node.get(Integer.parseInt(field)) : node.get(field);
        assertThat(inner).as(path + "/" + field).isNotNull();
        return new Expected(golden, inner, path + "/" + field, left);
    }

    private JsonNode leaf(String field) {
        JsonNode value = in(field).node;
        assertThat(value.isValueNode()).as(path + "/" + field + " is one value").isTrue();
        left.remove(path + "/" + field);
        return value;
    }
}
