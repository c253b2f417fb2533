package io.cxmetrics.benchmarks.web;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.web.session.SessionColumns;
import io.cxmetrics.web.session.SessionDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** Sessions and bounces of page views in any order. The library counts entrances, exits and durations beside them. */
@HotPath(value = "Sessions of views in any order", growsTo = 10_000_000)
public class SessionsOfShuffled extends DuckDbSuite {

    static final String QUERY = """
            select count(*) filter (first), count(*) filter (first and (next is null or next - t > 1800000)) from (
                select t, lag(t) over w as previous, lead(t) over w as next,
                    previous is null or t - previous > 1800000 as first
                from t window w as (partition by v order by t))""";

    private PageViews views = PageViews.shuffled(0);

    @Override
    protected void fill(int size) throws Exception {
        views = PageViews.shuffled(size);
        load("v integer, t bigint, p integer", size, (row, i) -> {
            row.append(views.visitors[i]);
            row.append(views.millis[i]);
            row.append(views.pages[i]);
        });
    }

    @Benchmark
    @Kernel
    public long[] library() {
        return numbers(SessionColumns.of(views.visitors, views.millis, views.pages, SessionDefinition.GA4.rules()));
    }

    static long[] numbers(SessionColumns views) {
        return new long[] {
            views.sessions().bounceRate().trials(),
            views.sessions().bounceRate().events()
        };
    }

    @Benchmark
    @Reference("adding up the three columns")
    public long read() {
        return Reading.of(views.visitors) + Reading.of(views.millis) + Reading.of(views.pages);
    }

    @Benchmark
    @Rival(value = "Arrays.sort of visitor and time in a long", atLeast = 2.3)
    public long[] packed() {
        long earliest = Long.MAX_VALUE;
        for (long time : views.millis) {
            earliest = Math.min(earliest, time);
        }
        long[] words = new long[views.millis.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = ((long) views.visitors[i] << 43) | (views.millis[i] - earliest);
        }
        Arrays.sort(words);
        long sessions = 0;
        long bounces = 0;
        int length = 0;
        for (int i = 0; i < words.length; i++) {
            boolean begins =
                    i == 0 || words[i] >>> 43 != words[i - 1] >>> 43 || words[i] - words[i - 1] > PageViews.TIMEOUT;
            bounces += begins && length == 1 ? 1 : 0;
            sessions += begins ? 1 : 0;
            length = begins ? 1 : length + 1;
        }
        return new long[] {sessions, bounces + (length == 1 ? 1 : 0)};
    }

    private record View(long millis, int page) {}

    @Benchmark
    @Rival(value = "Map of lists", atLeast = 20)
    public long[] maps() {
        Map<String, List<View>> visitors = new HashMap<>();
        for (int i = 0; i < views.millis.length; i++) {
            visitors.computeIfAbsent("visitor-" + views.visitors[i], visitor -> new ArrayList<>())
                    .add(new View(views.millis[i], views.pages[i]));
        }
        long sessions = 0;
        long bounces = 0;
        for (List<View> of : visitors.values()) {
            of.sort(Comparator.comparingLong(View::millis));
            int length = 0;
            for (int i = 0; i < of.size(); i++) {
                boolean begins = i == 0 || of.get(i).millis() - of.get(i - 1).millis() > PageViews.TIMEOUT;
                bounces += begins && length == 1 ? 1 : 0;
                sessions += begins ? 1 : 0;
                length = begins ? 1 : length + 1;
            }
            bounces += length == 1 ? 1 : 0;
        }
        return new long[] {sessions, bounces};
    }

    @Benchmark
    @Rival(value = "DuckDB, lag and lead", atLeast = 5, stretch = 8)
    public long[] duck() throws SQLException {
        return ask(1, QUERY, SessionsOfShuffled::read);
    }

    @Benchmark
    @Rival("DuckDB, lag and lead, its calling thread of two")
    public long[] duckOnTwo() throws SQLException {
        return ask(2, QUERY, SessionsOfShuffled::read);
    }

    static long[] read(ResultSet rows) throws SQLException {
        rows.next();
        return new long[] {rows.getLong(1), rows.getLong(2)};
    }
}
