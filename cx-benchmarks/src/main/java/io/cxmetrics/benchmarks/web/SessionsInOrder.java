package io.cxmetrics.benchmarks.web;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.web.session.SessionColumns;
import io.cxmetrics.web.session.SessionDefinition;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;

/** Sessions and bounces of page views in order of time, as they are in a log. */
@HotPath(value = "Sessions of views in order of time", growsTo = 10_000_000)
public class SessionsInOrder extends DuckDbSuite {

    private PageViews views = PageViews.ordered(0);

    @Override
    protected void fill(int size) throws Exception {
        views = PageViews.ordered(size);
        load("v integer, t bigint", size, (row, i) -> {
            row.append(views.visitors[i]);
            row.append(views.millis[i]);
        });
    }

    @Benchmark
    @Kernel(nanos = 15, stretchNanos = 8)
    public long[] library() {
        return SessionsOfShuffled.numbers(
                SessionColumns.ofOrdered(views.visitors, views.millis, views.pages, SessionDefinition.GA4.rules()));
    }

    @Benchmark
    @Reference("adding up the three columns")
    public long read() {
        return Reading.of(views.visitors) + Reading.of(views.millis) + Reading.of(views.pages);
    }

    @Benchmark
    @Rival(value = "DuckDB, lag and lead", atLeast = 15)
    public long[] duck() throws SQLException {
        return ask(1, SessionsOfShuffled.QUERY, SessionsOfShuffled::read);
    }
}
