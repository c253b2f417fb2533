package io.cxmetrics.benchmarks.time;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.duel.Suite;
import io.cxmetrics.benchmarks.rival.Reading;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.openjdk.jmh.annotations.Benchmark;

/** The open time between two instants of up to 60 days, given as milliseconds. */
@HotPath(value = "Business hours of milliseconds", rows = 1_000_000, growsTo = 10_000_000)
public class BusinessHours extends Suite {

    private Spans spans = Spans.of(0);

    @Override
    protected void fill(int size) {
        spans = Spans.of(size);
    }

    @Benchmark
    @Kernel(nanos = 10, stretchNanos = 5, bytes = 64)
    public long library() {
        long sum = 0;
        for (int i = 0; i < spans.from.length; i++) {
            sum += spans.calendar.openMillis(spans.from[i], spans.to[i]);
        }
        return sum;
    }

    @Benchmark
    @Reference("adding up both columns")
    public long read() {
        return Reading.of(spans.from) + Reading.of(spans.to);
    }

    @Benchmark
    @Rival(value = "stepping by day", atLeast = 200)
    public long stepping() {
        long sum = 0;
        for (int i = 0; i < spans.from.length; i++) {
            ZonedDateTime from = spans.firsts[i].atZone(Spans.ZONE);
            LocalDate last = spans.lasts[i].atZone(Spans.ZONE).toLocalDate();
            for (LocalDate day = from.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                if (Spans.isWorkday(day)) {
                    long opens = Spans.millis(day, Spans.OPENS);
                    long closes = Spans.millis(day, Spans.CLOSES);
                    sum += Math.max(0, Math.min(closes, spans.to[i]) - Math.max(opens, spans.from[i]));
                }
            }
        }
        return sum;
    }
}
