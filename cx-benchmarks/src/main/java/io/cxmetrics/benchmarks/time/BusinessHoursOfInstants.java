package io.cxmetrics.benchmarks.time;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Suite;
import org.openjdk.jmh.annotations.Benchmark;

/** The open time between two instants of up to 60 days. */
@HotPath(value = "Business hours of instants", rows = 1_000_000)
public class BusinessHoursOfInstants extends Suite {

    private Spans spans = Spans.of(0);

    @Override
    protected void fill(int size) {
        spans = Spans.of(size);
    }

    @Benchmark
    @Kernel(nanos = 25, bytes = 64)
    public long library() {
        long sum = 0;
        for (int i = 0; i < spans.firsts.length; i++) {
            sum += spans.calendar.openMillis(spans.firsts[i], spans.lasts[i]);
        }
        return sum;
    }

    @Benchmark
    @Reference("making milliseconds of both")
    public long read() {
        long sum = 0;
        for (int i = 0; i < spans.firsts.length; i++) {
            sum += spans.lasts[i].toEpochMilli() - spans.firsts[i].toEpochMilli();
        }
        return sum;
    }
}
