package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsByGroup;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Param;

/** Promoters, passives and detractors of each group, where groups are strings. */
public abstract class NpsPerKey extends DuckDbSuite {

    private static final String PREFIX = "touchpoint-";

    /** How many groups there are. */
    @Param({"10", "1000"})
    public int groups;

    private String[] keys = {};
    private byte[] ratings = {};

    @Override
    protected void fill(int size) throws Exception {
        ratings = Answers.recommend(size);
        int[] codes = new SplittableRandom(48).ints(size, 0, groups).toArray();
        String[] shared = new String[groups];
        Arrays.setAll(shared, group -> PREFIX + group);
        keys = new String[size];
        for (int i = 0; i < size; i++) {
            keys[i] = key(shared[codes[i]]);
        }
        load("g integer, k varchar, score tinyint", size, (row, i) -> {
            row.append(codes[i]);
            row.append(keys[i]);
            row.append(ratings[i]);
        });
    }

    /** Returns the string of a row. */
    abstract String key(String shared);

    private static int group(String key) {
        return Integer.parseInt(key.substring(PREFIX.length()));
    }

    final long[] counted() {
        NpsPerGroup.Digest digest = new NpsPerGroup.Digest();
        NpsByGroup.byKey(keys, ratings).forEach((key, nps) -> digest.add(group(key), nps));
        return digest.numbers();
    }

    final long[] mapped() {
        Map<String, long[]> counts = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            NpsPerGroup.count(counts.computeIfAbsent(keys[i], key -> new long[3]), ratings[i]);
        }
        NpsPerGroup.Digest digest = new NpsPerGroup.Digest();
        counts.forEach((key, of) -> digest.add(group(key), new Nps(of[0], of[1], of[2])));
        return digest.numbers();
    }

    final long[] queried() throws SQLException {
        return ask(1, NpsPerGroup.query("k"), NpsPerGroup::read);
    }
}
