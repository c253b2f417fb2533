package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsByGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Promoters, passives and detractors of each group, where groups are numbers from 0 on. */
@HotPath("NPS by group of ints")
public class NpsPerGroup extends DuckDbSuite {

    /** How many groups there are. */
    @Param({"10", "1000", "1000000"})
    public int groups;

    private int[] codes = {};
    private byte[] ratings = {};

    @Override
    protected void fill(int size) throws Exception {
        ratings = Answers.recommend(size);
        codes = new SplittableRandom(48).ints(size, 0, groups).toArray();
        load("g integer, score tinyint", size, (row, i) -> {
            row.append(codes[i]);
            row.append(ratings[i]);
        });
    }

    /** Every group counts in it by its number, so that two that agree have all groups alike. */
    static final class Digest {

        private long answered;
        private long promoters;
        private long passives;
        private long detractors;

        void add(long group, Nps nps) {
            answered += nps.count() > 0 ? 1 : 0;
            promoters += (group + 1) * nps.promoters();
            passives += (group + 1) * nps.passives();
            detractors += (group + 1) * nps.detractors();
        }

        long[] numbers() {
            return new long[] {answered, promoters, passives, detractors};
        }
    }

    @Benchmark
    @Kernel
    public long[] library() {
        NpsByGroup counted = NpsByGroup.of(groups, codes, ratings);
        Digest digest = new Digest();
        for (int group = 0; group < groups; group++) {
            digest.add(group, counted.nps(group));
        }
        return digest.numbers();
    }

    @Benchmark
    @Reference("adding up both columns")
    public long read() {
        return Reading.of(codes) + Reading.of(ratings);
    }

    @Benchmark
    @Rival("HashMap of counts")
    public long[] hashMap() {
        Map<Integer, long[]> counts = new HashMap<>();
        for (int i = 0; i < codes.length; i++) {
            count(counts.computeIfAbsent(codes[i], group -> new long[3]), ratings[i]);
        }
        Digest digest = new Digest();
        counts.forEach((group, of) -> digest.add(group, new Nps(of[0], of[1], of[2])));
        return digest.numbers();
    }

    static void count(long[] counts, byte rating) {
        if (rating < 0 || rating > 10) {
            throw new IllegalArgumentException("rating " + rating);
        }
        counts[rating >= 9 ? 0 : rating >= 7 ? 1 : 2]++;
    }

    @Benchmark
    @Rival(value = "DuckDB, group by", atLeast = 9, stretch = 20)
    public long[] duck() throws SQLException {
        return ask(1, query("g"), NpsPerGroup::read);
    }

    /**
     * Every rival checks the ratings, and gives the counts of every group; their digest spares the reading of a million
     * rows.
     */
    static String query(String key) {
        return """
            select count(*), sum((g + 1) * p), sum((g + 1) * q), sum((g + 1) * d), sum(bad) from (
                select any_value(g) as g, sum(case when score >= 9 then 1 else 0 end) as p,
                    sum(case when score in (7, 8) then 1 else 0 end) as q, sum(case when score <= 6 then 1 else 0 end) as d,
                    sum(case when score not between 0 and 10 then 1 else 0 end) as bad
                from t group by %s)""".formatted(key);
    }

    static long[] read(ResultSet rows) throws SQLException {
        rows.next();
        if (rows.getLong(5) > 0) {
            throw new IllegalArgumentException("rating");
        }
        return new long[] {rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)};
    }
}
