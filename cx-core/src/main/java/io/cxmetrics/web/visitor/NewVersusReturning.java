package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Sessions or visitors by whether they are new or were there before, and those of whom neither can be said.
 *
 * <p><b>Definition.</b> share = of one kind / (new + returning + neither), in [0, 1]; {@link #newAmongKnown()} = new /
 * (new + returning). What is counted, sessions or visitors, is for the caller to keep apart: a visitor has one kind and
 * many sessions. {@link Arrivals} counts either from who came when, under a named {@link NewRule}.
 *
 * <p><b>Adding up.</b> Sessions add up. Visitors of different shards add up; those of different times do not, for one
 * is new in the first and returning in the second: add {@link Arrivals} instead.
 *
 * <p><b>Edges.</b> Without anything shares are NaN.
 *
 * <pre>{@code
 * NewVersusReturning sessions = Stream.of("new", "returning", "returning", "other")
 *     .collect(NewVersusReturning.toNewVersusReturning(text -> switch (text) {
 *         case "new" -> VisitorKind.NEW;
 *         case "returning" -> VisitorKind.RETURNING;
 *         default -> VisitorKind.NEITHER;
 *     }));
 * sessions.share(VisitorKind.NEW); // 1 of 4 (0.25)
 * sessions.newAmongKnown(); // 1 of 3 (0.3333333333333333)
 * }</pre>
 *
 * @param newOnes how many are new, not negative
 * @param returning how many were there before, not negative
 * @param neither of how many neither can be said, not negative
 * @since 0.1
 */
public record NewVersusReturning(long newOnes, long returning, long neither) implements Summary<NewVersusReturning> {

    /** Nothing. */
    public static final NewVersusReturning EMPTY = new NewVersusReturning(0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public NewVersusReturning {
        Checks.notNegative("newOnes", newOnes);
        Checks.notNegative("returning", returning);
        Checks.notNegative("neither", neither);
    }

    /**
     * Returns the counts of kinds that are known already.
     *
     * @param kinds the kinds
     * @return the counts
     */
    public static NewVersusReturning of(VisitorKind... kinds) {
        long[] counts = Count.KINDS.zero();
        for (VisitorKind kind : kinds) {
            Count.KINDS.add(counts, kind);
        }
        return Count.KINDS.finish(counts);
    }

    /**
     * Folds kinds into counts.
     *
     * @return the aggregation
     */
    public static Aggregation<VisitorKind, long[], NewVersusReturning> aggregation() {
        return Count.KINDS;
    }

    /**
     * Returns a collector of the kind of each element.
     *
     * @param kind gives the kind
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, NewVersusReturning> toNewVersusReturning(Function<? super T, VisitorKind> kind) {
        requireNonNull(kind, "kind");
        return Collector.of(
                Count.KINDS::zero,
                (counts, element) -> Count.KINDS.add(counts, kind.apply(element)),
                Count.KINDS::merge,
                Count.KINDS::finish);
    }

    /**
     * Returns the counts of kinds that are known already.
     *
     * @param kinds the kinds
     * @return the counts
     */
    public static NewVersusReturning of(Collection<VisitorKind> kinds) {
        return of(kinds.toArray(VisitorKind[]::new));
    }

    /**
     * Returns how many there are.
     *
     * @return new + returning + neither
     * @throws ArithmeticException if the sum overflows
     */
    public long count() {
        return all();
    }

    /**
     * Returns of how many neither can be said, which {@link #newAmongKnown()} leaves out.
     *
     * @return the neither
     */
    public long leftOut() {
        return neither;
    }

    /**
     * Returns how many there are of a kind.
     *
     * @param kind the kind
     * @return the count
     */
    public long count(VisitorKind kind) {
        return switch (kind) {
            case NEW -> newOnes;
            case RETURNING -> returning;
            case NEITHER -> neither;
        };
    }

    /**
     * Returns how many there are of all kinds.
     *
     * @return new + returning + neither
     * @throws ArithmeticException if the sum overflows
     */
    public long all() {
        return Math.addExact(Math.addExact(newOnes, returning), neither);
    }

    /**
     * Returns the share of a kind in all.
     *
     * @param kind the kind
     * @return of the kind out of all three; undefined if there are none
     */
    public Proportion share(VisitorKind kind) {
        return Proportion.of(count(kind), all());
    }

    /**
     * Returns the share of the new in those of whom it is known.
     *
     * @return new out of new + returning; undefined if there are none
     */
    public Proportion newAmongKnown() {
        return Proportion.of(newOnes, Math.addExact(newOnes, returning));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("NewVersusReturning", 1)
                .with("newOnes", newOnes)
                .with("returning", returning)
                .with("neither", neither);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static NewVersusReturning ofStored(StoredForm form) {
        StoredFields fields = form.expect("NewVersusReturning", 1, "newOnes", "returning", "neither");
        return new NewVersusReturning(fields.whole("newOnes"), fields.whole("returning"), fields.whole("neither"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public NewVersusReturning plus(NewVersusReturning other) {
        return new NewVersusReturning(
                Math.addExact(newOnes, other.newOnes),
                Math.addExact(returning, other.returning),
                Math.addExact(neither, other.neither));
    }

    private enum Count implements Aggregation<VisitorKind, long[], NewVersusReturning> {
        KINDS;

        @Override
        public long[] zero() {
            return new long[3];
        }

        @Override
        @CanIgnoreReturnValue
        public long[] add(long[] state, VisitorKind kind) {
            switch (kind) {
                case NEW -> state[0]++;
                case RETURNING -> state[1]++;
                case NEITHER -> state[2]++;
            }
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            for (int i = 0; i < left.length; i++) {
                left[i] += right[i];
            }
            return left;
        }

        @Override
        public NewVersusReturning finish(long[] state) {
            return new NewVersusReturning(state[0], state[1], state[2]);
        }
    }
}
