package io.cxmetrics.benchmarks.survival;

import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalCurve;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * Made-up customers who leave after some 400 days, seen for up to three years; and the ways to their survival curve.
 */
final class Subjects {

    static final String QUERY = """
            with counted as (select x, count(*) filter (happened) as events, count(*) as n from t group by x),
                risk as (select x, events, sum(n) over (order by x desc) as at_risk from counted)
            select case when count(*) filter (events = at_risk) > 0 then 0.0
                else exp(sum(ln(1 - events / at_risk) order by x) filter (events < at_risk)) end from risk""";

    private static final long DAY = 86_400_000;

    final long[] times;
    final boolean[] happened;

    /** The last time, after which the curve is not known. */
    private final long last;

    private Subjects(long[] times, boolean[] happened) {
        this.times = times;
        this.happened = happened;
        this.last = Arrays.stream(times).max().orElse(0);
    }

    static Subjects millis(int size) {
        SplittableRandom random = new SplittableRandom(51);
        long[] times = new long[size];
        boolean[] happened = new boolean[size];
        for (int i = 0; i < size; i++) {
            double leaves = -Math.log1p(-random.nextDouble()) * 400 * DAY;
            double seen = random.nextDouble() * 1095 * DAY;
            happened[i] = leaves <= seen;
            times[i] = (long) Math.min(leaves, seen);
        }
        return new Subjects(times, happened);
    }

    static Subjects days(int size) {
        Subjects millis = millis(size);
        return new Subjects(Arrays.stream(millis.times).map(time -> time / DAY).toArray(), millis.happened);
    }

    double curve() {
        SurvivalCurve curve = EventTimes.of(times, happened).curve();
        return curve.at(last);
    }

    long read() {
        long sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] + (happened[i] ? 1 : 0);
        }
        return sum;
    }

    private record Subject(long time, boolean happened) {}

    double objects() {
        Subject[] sorted = new Subject[times.length];
        Arrays.setAll(sorted, i -> new Subject(times[i], happened[i]));
        Arrays.sort(sorted, Comparator.comparingLong(Subject::time));
        double survival = 1;
        int i = 0;
        while (i < sorted.length) {
            int next = i;
            long events = 0;
            while (next < sorted.length && sorted[next].time() == sorted[i].time()) {
                events += sorted[next++].happened() ? 1 : 0;
            }
            survival *= 1 - (double) events / (sorted.length - i);
            i = next;
        }
        return survival;
    }

    double packed() {
        long[] words = new long[times.length];
        Arrays.setAll(words, i -> (times[i] << 1) | (happened[i] ? 1 : 0));
        Arrays.sort(words);
        double survival = 1;
        int i = 0;
        while (i < words.length) {
            int next = i;
            long events = 0;
            while (next < words.length && words[next] >> 1 == words[i] >> 1) {
                events += words[next++] & 1;
            }
            survival *= 1 - (double) events / (words.length - i);
            i = next;
        }
        return survival;
    }

    static double read(ResultSet rows) throws SQLException {
        rows.next();
        double survival = rows.getDouble(1);
        return rows.wasNull() ? 1 : survival;
    }
}
