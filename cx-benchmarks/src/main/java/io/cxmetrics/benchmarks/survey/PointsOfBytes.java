package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** How often each point was chosen, among bytes in random order, where a rating beyond the points is refused. */
public abstract class PointsOfBytes extends DuckDbSuite {

    private final int points;
    private byte[] ratings = {};

    PointsOfBytes(int points) {
        this.points = points;
    }

    @Override
    protected void fill(int size) throws Exception {
        ratings = Answers.upTo(points, size);
        load("score tinyint", size, (row, i) -> row.append(ratings[i]));
    }

    final byte[] ratings() {
        return ratings;
    }

    @Benchmark
    @Reference(value = "reading the bytes once", atMost = 3.5, stretch = 2.2)
    public long read() {
        return Reading.of(ratings);
    }

    /** The loop over an array of counts. */
    final long[] counted() {
        long[] counts = new long[points];
        for (byte rating : ratings) {
            if (rating < 1 || rating > points) {
                throw new IllegalArgumentException("rating " + rating);
            }
            counts[rating - 1]++;
        }
        return counts;
    }

    /** What DuckDB counts. */
    final long[] queried() throws SQLException {
        return ask(1, "select score, count(*) from t group by score", rows -> {
            long[] counts = new long[points];
            while (rows.next()) {
                counts[rows.getInt(1) - 1] = rows.getLong(2);
            }
            return counts;
        });
    }
}
