package io.cxmetrics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every summary promises, held by random inputs. A test of a summary extends this class, and says how inputs look,
 * how they are folded and how they are summarised at once.
 *
 * <p>The properties are public because a run of a single test opens no package but its own.
 *
 * @param <T> the type of the inputs
 * @param <S> the type of the summary
 */
public abstract class SummaryContract<T, S extends Summary<S>> {

    /** Random inputs. */
    protected abstract Arbitrary<T> inputs();

    /** The summary of nothing. */
    protected abstract S empty();

    /** The summary of all inputs by the bulk method, or whatever takes them all at once. */
    protected abstract S bulk(List<T> inputs);

    /** How inputs are folded one at a time. */
    protected abstract Aggregation<T, ?, S> aggregation();

    /** How a stream of inputs is collected; a type with a collector of its own names it here. */
    protected Collector<T, ?, S> collector() {
        return aggregation().toCollector();
    }

    /** Summaries whose components are floating-point numbers compare with a tolerance instead. */
    protected void assertSame(S actual, S expected) {
        assertThat(actual).isEqualTo(expected);
        assertThat(actual).hasSameHashCodeAs(expected);
        assertThat(actual).hasToString(expected.toString());
    }

    /**
     * Fields of the stored form that may hold any number, or any number of entries: a forged one is another summary.
     */
    protected Set<String> freeFields() {
        return Set.of();
    }

    /** Short lists often; that is where the edges are, and combining the edge cases of jqwik would take all tries. */
    @Provide
    public final Arbitrary<List<T>> lists() {
        return Arbitraries.oneOf(inputs().list().ofMaxSize(2), inputs().list().ofMaxSize(60));
    }

    @Property(tries = 1)
    public void emptyIsTheSummaryOfNothing() {
        assertThat(bulk(List.of()))
                .isEqualTo(empty())
                .hasSameHashCodeAs(empty())
                .hasToString(empty().toString());
        assertThat(Stream.<T>empty().collect(collector())).isEqualTo(empty());
        assertThat(empty().plus(empty())).isEqualTo(empty());
        assertThat(empty()).isNotEqualTo("");
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void emptyChangesNothing(@ForAll("lists") List<T> inputs) {
        S summary = bulk(inputs);
        assertSame(summary.plus(empty()), summary);
        assertSame(empty().plus(summary), summary);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void orderOfPartsDoesNotMatter(@ForAll("lists") List<T> first, @ForAll("lists") List<T> second) {
        assertSame(bulk(first).plus(bulk(second)), bulk(second).plus(bulk(first)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void groupingOfPartsDoesNotMatter(
            @ForAll("lists") List<T> first, @ForAll("lists") List<T> second, @ForAll("lists") List<T> third) {
        S a = bulk(first);
        S b = bulk(second);
        S c = bulk(third);
        assertSame(a.plus(b).plus(c), a.plus(b.plus(c)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void everyRoadLeadsToTheSameSummary(@ForAll("lists") List<T> inputs, @ForAll int seed) {
        S whole = bulk(inputs);
        int cut = Math.floorMod(seed, inputs.size() + 1);
        assertSame(bulk(inputs.subList(0, cut)).plus(bulk(inputs.subList(cut, inputs.size()))), whole);
        assertSame(inputs.stream().collect(aggregation().toCollector()), whole);
        assertSame(inputs.parallelStream().collect(aggregation().toCollector()), whole);
        assertSame(inputs.stream().collect(collector()), whole);
        assertSame(inputs.parallelStream().collect(collector()), whole);
        assertSame(foldedInTwo(aggregation(), inputs, cut), whole);
    }

    /** Folds two halves, merges them, and checks that merging left the right half as it was. */
    private <A> S foldedInTwo(Aggregation<T, A, S> aggregation, List<T> inputs, int cut) {
        A left = fold(aggregation, inputs.subList(0, cut));
        A right = fold(aggregation, inputs.subList(cut, inputs.size()));
        S rightBefore = aggregation.finish(right);
        A merged = aggregation.merge(left, right);
        S result = aggregation.finish(merged);
        for (T input : inputs) {
            merged = aggregation.add(merged, input);
        }
        assertSame(aggregation.finish(right), rightBefore);
        return result;
    }

    private static <T, A, S> A fold(Aggregation<T, A, S> aggregation, List<T> inputs) {
        A state = aggregation.zero();
        for (T input : inputs) {
            state = aggregation.add(state, input);
        }
        return state;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    public void addingChangesNeitherPart(@ForAll("lists") List<T> first, @ForAll("lists") List<T> second) {
        S a = bulk(first);
        S b = bulk(second);
        S sum = a.plus(b);
        assertSame(sum.plus(b), bulk(first).plus(b).plus(b));
        assertThat(a).isEqualTo(bulk(first));
        assertThat(b).isEqualTo(bulk(second));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    public void survivesSerialization(@ForAll("lists") List<T> inputs) throws IOException, ClassNotFoundException {
        S summary = bulk(inputs);
        assertThat(Forgery.copy(summary)).isEqualTo(summary);
        assertSame(inputs.stream().collect(Forgery.copy(aggregation()).toCollector()), summary);
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    public void refusesForgedForms(@ForAll("lists") List<T> inputs) throws IOException, ClassNotFoundException {
        S summary = bulk(inputs);
        Forgery.check(summary, freeFields());
        assertThat(Forgery.copy(summary)).hasToString(summary.toString());
    }

    @Property(tries = 1)
    public void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> empty().plus(nothing()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <X> X nothing() {
        return null;
    }
}
