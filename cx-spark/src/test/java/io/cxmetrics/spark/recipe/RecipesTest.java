package io.cxmetrics.spark.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.web.visitor.VisitorSketch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes of RECIPES.md do what an engine asks of them: functions travel, states are stored, split and joined. */
class RecipesTest {

    private static final List<Integer> SCORES = List.of(10, 9, 7, 3, 10, 8, 0, 9);

    private static final Path ROOT = Path.of(System.getProperty("cx.root", ".."), "cx-spark");

    /** Counts as a worker of Flink does: two windows that turn out to be one session. */
    private static <T, R> R flink(Aggregation<T, ?, R> aggregation, List<T> inputs) {
        return flink(travelled(new FlinkAggregate<>(aggregation)), inputs);
    }

    private static <T, S, R> R flink(AggregateFunction<T, S, R> function, List<T> inputs) {
        List<S> windows = new ArrayList<>(List.of(function.createAccumulator(), function.createAccumulator()));
        for (int i = 0; i < inputs.size(); i++) {
            windows.set(i % 2, function.add(inputs.get(i), travelled(windows.get(i % 2))));
        }
        return function.getResult(function.merge(windows.get(0), windows.get(1)));
    }

    /** Counts as a runner of Beam does: bundles apart, and their states through the coder. */
    private static <T, R> R beam(Aggregation<T, ?, R> aggregation, List<T> inputs) {
        return combined(new BeamCombine<>(aggregation), inputs);
    }

    private static <T, S, R> R combined(BeamCombine<T, S, R> sent, List<T> inputs) {
        BeamCombine<T, S, R> function = travelled(sent);
        List<S> bundles = new ArrayList<>();
        for (int bundle = 0; bundle < 3; bundle++) {
            S state = function.createAccumulator();
            for (int i = bundle; i < inputs.size(); i += 3) {
                state = function.addInput(state, inputs.get(i));
            }
            bundles.add(coded(function, state));
        }
        return function.extractOutput(function.mergeAccumulators(bundles));
    }

    @SuppressWarnings("NullAway") // A registry would bring the rest of Beam, and is not asked.
    private static <T, S, R> S coded(BeamCombine<T, S, R> function, S state) {
        try {
            Coder<S> coder = function.getAccumulatorCoder(null, null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            coder.encode(state, bytes);
            return coder.decode(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <X> X travelled(X object) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (X) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSummary() {
        // 4 promoters and 2 detractors of 8.
        assertThat(flink(Nps.aggregation(), SCORES).score()).isEqualTo(25.0);
        assertThat(beam(Nps.aggregation(), SCORES).score()).isEqualTo(25.0);
    }

    @Test
    void nothingAtAll() {
        assertThat(flink(Nps.aggregation(), List.of())).isEqualTo(Nps.EMPTY);
        assertThat(beam(Nps.aggregation(), List.of())).isEqualTo(Nps.EMPTY);
    }

    @Test
    void aStateThatChanges() {
        List<String> visitors =
                IntStream.range(0, 900).mapToObj(i -> "visitor " + i % 300).toList();
        Aggregation<String, ?, VisitorSketch> aggregation = VisitorSketch.aggregation(12);
        VisitorSketch expected = visitors.stream().collect(aggregation.toCollector());
        assertThat(expected.estimate()).isBetween(290.0, 310.0);
        assertThat(flink(aggregation, visitors)).isEqualTo(expected);
        assertThat(beam(aggregation, visitors)).isEqualTo(expected);
    }

    @Test
    void aDerivedAggregation() {
        Aggregation<Integer, ?, Map<Integer, Double>> even =
                Nps.aggregation().andThen(Nps::score).groupedBy(score -> score % 2);
        Map<Integer, Double> expected = Map.of(0, 25.0, 1, 25.0);
        assertThat(flink(even, SCORES)).isEqualTo(expected);
        assertThat(beam(even, SCORES)).isEqualTo(expected);
    }

    /** What is to be copied from the page is what the tests run. */
    @ParameterizedTest
    @ValueSource(classes = {FlinkAggregate.class, BeamCombine.class})
    void thePageShowsTheClass(Class<?> recipe) throws IOException {
        String source = Files.readString(
                ROOT.resolve("src/test/java/" + recipe.getName().replace('.', '/') + ".java"));
        String shown = source.substring(source.indexOf("final class "));
        assertThat(Files.readString(ROOT.resolve("RECIPES.md"))).contains("```java\n" + shown + "```\n");
    }
}
