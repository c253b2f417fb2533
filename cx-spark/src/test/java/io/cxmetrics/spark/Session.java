package io.cxmetrics.spark;

import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The one session of all tests, which found the functions by itself: nothing here registers them. */
final class Session {

    static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .appName("cx-spark tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/warehouse")
            .getOrCreate();

    private Session() {}

    static Dataset<Row> sql(String query) {
        return SPARK.sql(query);
    }

    static List<Row> rows(String query) {
        return sql(query).collectAsList();
    }

    /** Returns the first column of the first row. */
    static Object value(String query) {
        return sql(query).head().get(0);
    }

    /** Runs something under a setting of the session, and puts the setting back. */
    static <T> T with(String setting, String value, Supplier<T> body) {
        String before = SPARK.conf().get(setting);
        SPARK.conf().set(setting, value);
        try {
            return body.get();
        } finally {
            SPARK.conf().set(setting, before);
        }
    }
}
