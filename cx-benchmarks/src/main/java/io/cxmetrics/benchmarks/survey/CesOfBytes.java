package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** How often each of 7 points was chosen, among bytes in random order, where a rating outside 1 to 7 is refused. */
@HotPath(value = "CES of bytes", growsTo = 10_000_000)
public class CesOfBytes extends PointsOfBytes {

    private static final int POINTS = 7;

    /** A suite without data. */
    public CesOfBytes() {
        super(POINTS);
    }

    @Benchmark
    @Kernel
    public Ces library() {
        return Ces.of(Ces.CES_2, ratings());
    }

    @Benchmark
    @Rival(value = "the loop", atLeast = 20, stretch = 40)
    public Ces loop() {
        long n1 = 0;
        long n2 = 0;
        long n3 = 0;
        long n4 = 0;
        long n5 = 0;
        long n6 = 0;
        long n7 = 0;
        for (byte rating : ratings()) {
            if (rating < 1 || rating > POINTS) {
                throw new IllegalArgumentException("rating " + rating);
            }
            if (rating == 7) {
                n7++;
            } else if (rating == 6) {
                n6++;
            } else if (rating == 5) {
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
        return from(n1, n2, n3, n4, n5, n6, n7);
    }

    @Benchmark
    @Rival("the loop over an array of counts")
    public Ces countingLoop() {
        return from(counted());
    }

    @Benchmark
    @Rival(value = "DuckDB, group by score", atLeast = 12)
    public Ces duckGroups() throws SQLException {
        return from(queried());
    }

    private static Ces from(long... counts) {
        return Ces.from(Ratings.ofCounts(RatingScale.CES_2, counts));
    }
}
