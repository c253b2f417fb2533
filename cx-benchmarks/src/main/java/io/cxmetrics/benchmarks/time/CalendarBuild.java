package io.cxmetrics.benchmarks.time;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Suite;
import io.cxmetrics.time.PreparedCalendar;
import org.openjdk.jmh.annotations.Benchmark;

/** Preparing two years of business hours; what a row costs is what one calendar does. */
@HotPath(value = "Preparing a calendar of two years", rows = 1)
public class CalendarBuild extends Suite {

    @Override
    protected void fill(int size) {
        // The hours are always the same.
    }

    @Benchmark
    @Kernel(nanos = 1_000_000)
    public PreparedCalendar library() {
        return Spans.calendar();
    }
}
