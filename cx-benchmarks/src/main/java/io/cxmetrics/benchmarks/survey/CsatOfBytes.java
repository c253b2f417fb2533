package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** How often each of 5 points was chosen, among bytes in random order, where a rating outside 1 to 5 is refused. */
@HotPath(value = "CSAT of bytes", growsTo = 10_000_000)
public class CsatOfBytes extends PointsOfBytes {

    private static final int POINTS = 5;

    /** A suite without data. */
    public CsatOfBytes() {
        super(POINTS);
    }

    @Benchmark
    @Kernel
    public Csat library() {
        return Csat.of(Csat.TOP_TWO_OF_FIVE, ratings());
    }

    @Benchmark
    @Rival(value = "the loop", atLeast = 20, stretch = 40)
    public Csat loop() {
        long n1 = 0;
        long n2 = 0;
        long n3 = 0;
        long n4 = 0;
        long n5 = 0;
        for (byte rating : ratings()) {
            if (rating < 1 || rating > POINTS) {
                throw new IllegalArgumentException("rating " + rating);
            }
            if (rating == 5) {
                n5++;
            } else if (rating == 4) {
                n4++;
            } else if (rating == 3) {
                n3++;
            } else if (rating == 2) {
                n2++;
            } else {
                n1++;
            }
        }
        return from(n1, n2, n3, n4, n5);
    }

    @Benchmark
    @Rival("the loop over an array of counts")
    public Csat countingLoop() {
        return from(counted());
    }

    @Benchmark
    @Rival(value = "DuckDB, group by score", atLeast = 12)
    public Csat duckGroups() throws SQLException {
        return from(queried());
    }

    private static Csat from(long... counts) {
        return Csat.from(Ratings.ofCounts(RatingScale.ONE_TO_FIVE, counts));
    }
}
