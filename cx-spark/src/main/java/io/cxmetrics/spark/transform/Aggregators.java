package io.cxmetrics.spark.transform;

import io.cxmetrics.Aggregation;
import java.io.Serializable;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;

/**
 * Any {@link Aggregation} as an aggregate of Spark: the bridge for metrics of one's own, and for those of cx-core that
 * are no question of counts.
 *
 * <p>Spark has no encoder of records: have {@link Aggregation#andThen} turn a result into a number, a text or a bean,
 * and {@link Aggregation#mapInput} take what Spark gives. Inputs that are null are left out. What is undefined is as
 * the result has it, NaN and not null.
 *
 * <p><b>Cost.</b> The state is an object on the heap, one for each group, and serialized by Java where it is shuffled:
 * two to four times the time of the functions of {@link io.cxmetrics.spark.CxColumns}, which count the same in
 * generated code. It runs in the JVM of Spark; a client of Spark Connect has to add the jar as an artifact.
 *
 * <pre>{@code
 * UserDefinedFunction score = Aggregators.udaf(Nps.aggregation().andThen(Nps::score), Encoders.INT(),
 *         Encoders.DOUBLE());
 * responses.groupBy("touchpoint").agg(score.apply(col("score")));
 * spark.udf().register("my_nps", score); // and in SQL
 * }</pre>
 */
public final class Aggregators {

    private Aggregators() {}

    /**
     * Returns the aggregation over a typed {@code Dataset}, for {@code dataset.select(aggregator.toColumn())}.
     *
     * @param aggregation how inputs become a result; its states have to be serializable
     * @param result how Spark keeps the result
     * @param <T> the type of the inputs
     * @param <R> the type of the result
     * @return the aggregator
     */
    public static <T, R> Aggregator<T, ?, R> of(Aggregation<T, ?, R> aggregation, Encoder<R> result) {
        return new Bridge<>(aggregation, result);
    }

    /**
     * Returns the aggregation over columns.
     *
     * @param aggregation how inputs become a result; its states have to be serializable
     * @param input how Spark reads an input from the columns: one for {@code Encoders.INT()} and the like, several for
     *     a bean
     * @param result how Spark keeps the result
     * @param <T> the type of the inputs
     * @param <R> the type of the result
     * @return the function of columns, to be applied or registered
     */
    public static <T, R> UserDefinedFunction udaf(
            Aggregation<T, ?, R> aggregation, Encoder<T> input, Encoder<R> result) {
        return functions.udaf(of(aggregation, result), input);
    }

    private static final class Bridge<T, S, R> extends Aggregator<T, S, R> implements Serializable {

        private static final long serialVersionUID = 1;

        private final Aggregation<T, S, R> aggregation;
        private final Encoder<R> result;

        Bridge(Aggregation<T, S, R> aggregation, Encoder<R> result) {
            this.aggregation = aggregation;
            this.result = result;
        }

        @Override
        public S zero() {
            return aggregation.zero();
        }

        @Override
        public S reduce(S state, T input) {
            return input == null ? state : aggregation.add(state, input);
        }

        @Override
        public S merge(S left, S right) {
            return aggregation.merge(left, right);
        }

        @Override
        public R finish(S state) {
            return aggregation.finish(state);
        }

        /** Java's own form needs no more of the class than that it is serializable. */
        @Override
        @SuppressWarnings("unchecked")
        public Encoder<S> bufferEncoder() {
            return (Encoder<S>) Encoders.javaSerialization(Object.class);
        }

        @Override
        public Encoder<R> outputEncoder() {
            return result;
        }
    }
}
