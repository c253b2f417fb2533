package io.cxmetrics.spark.transform;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalStep;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/**
 * The steps of the curve of counts at ascending times.
 *
 * @param confidence the level of the limits
 */
record CurveSteps(double confidence) implements UDF3<Seq<Long>, Seq<Long>, Seq<Long>, List<Row>> {

    static final DataType TYPE = DataTypes.createArrayType(DataTypes.createStructType(new StructField[] {
        DataTypes.createStructField("time", DataTypes.LongType, false),
        DataTypes.createStructField("at_risk", DataTypes.LongType, false),
        DataTypes.createStructField("events", DataTypes.LongType, false),
        DataTypes.createStructField("censored", DataTypes.LongType, false),
        DataTypes.createStructField("survival", DataTypes.DoubleType, false),
        DataTypes.createStructField("standard_error", DataTypes.DoubleType, true),
        DataTypes.createStructField("low", DataTypes.DoubleType, true),
        DataTypes.createStructField("high", DataTypes.DoubleType, true)
    }));

    CurveSteps {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), got " + confidence);
        }
    }

    @Override
    public List<Row> call(Seq<Long> times, Seq<Long> events, Seq<Long> censored) {
        return EventTimes.ofCounts(array(times), array(events), array(censored)).curve().steps().stream()
                .map(this::row)
                .toList();
    }

    private Row row(SurvivalStep step) {
        Interval limits = step.interval(confidence);
        return RowFactory.create(
                step.time(),
                (long) step.atRisk(),
                (long) step.events(),
                (long) step.censored(),
                step.survival(),
                known(step.standardError()),
                known(limits.low()),
                known(limits.high()));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static long[] array(Seq<Long> numbers) {
        long[] array = new long[numbers.length()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.apply(i);
        }
        return array;
    }
}
