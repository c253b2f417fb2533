package io.cxmetrics.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Random rows with nulls and values out of range, as a Parquet file and as the view {@code answers}. */
final class Responses {

    static final int ROWS = 60_000;

    private static final StructType TYPE = new StructType()
            .add("id", DataTypes.IntegerType)
            .add("day", DataTypes.IntegerType)
            .add("score", DataTypes.IntegerType)
            .add("rating", DataTypes.ShortType)
            .add("effort", DataTypes.ByteType)
            .add("weight", DataTypes.DoubleType)
            .add("flag", DataTypes.BooleanType)
            .add("events", DataTypes.LongType)
            .add("trials", DataTypes.IntegerType)
            .add("before", DataTypes.LongType)
            .add("after", DataTypes.LongType)
            .add("value", DataTypes.DoubleType);

    static final List<Row> ALL = random();
    static final Path FILE = Path.of(
                    "target", "responses-" + ProcessHandle.current().pid() + ".parquet")
            .toAbsolutePath();

    static {
        Session.SPARK
                .createDataFrame(ALL, TYPE)
                .repartition(4)
                .write()
                .mode("overwrite")
                .parquet(FILE.toString());
        Session.SPARK.read().parquet(FILE.toString()).createOrReplaceTempView("answers");
        FILE.toFile().deleteOnExit();
    }

    private Responses() {}

    /** Makes sure that the view is there. */
    static void view() {}

    private static List<Row> random() {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            // Whole groups of nulls at 300 groups and more: those whose number ends in 7.
            boolean silent = i % 10 == 7;
            rows.add(RowFactory.create(
                    i,
                    random.nextInt(30),
                    perhaps(random, silent, random.nextInt(13) - 1),
                    perhaps(random, silent, (short) random.nextInt(7)),
                    perhaps(random, silent, (byte) random.nextInt(9)),
                    perhaps(random, silent, random.nextInt(20) == 0 ? -1.0 : 0.1 + random.nextInt(30) / 10.0),
                    perhaps(random, silent, random.nextInt(3) == 0),
                    perhaps(random, silent, (long) random.nextInt(11)),
                    perhaps(random, silent, random.nextInt(20)),
                    perhaps(random, silent, (random.nextInt(6) - 1) * 100L),
                    perhaps(random, silent, random.nextInt(5) * 100L),
                    perhaps(random, silent, random.nextInt(50) == 0 ? Double.NaN : 100 + random.nextGaussian())));
        }
        return rows;
    }

    private static <T> @Nullable T perhaps(Random random, boolean silent, T value) {
        return silent || random.nextInt(12) == 0 ? null : value;
    }

    /** Returns the rows by the remainder of their number. */
    static Map<Integer, List<Row>> groups(int number) {
        Map<Integer, List<Row>> groups = new TreeMap<>();
        for (Row row : ALL) {
            groups.computeIfAbsent(row.getInt(0) % number, key -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }
}
