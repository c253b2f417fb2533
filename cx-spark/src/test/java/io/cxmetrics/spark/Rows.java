package io.cxmetrics.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Rows made in memory. */
final class Rows {

    private Rows() {}

    /** Returns rows with a column {@code at} of the instants that their column {@code millis} names. */
    static Dataset<Row> timed(String columns, List<Row> rows) {
        return Session.SPARK
                .createDataFrame(rows, StructType.fromDDL(columns))
                .withColumn("at", functions.timestamp_millis(functions.col("millis")))
                .repartition(3);
    }
}
