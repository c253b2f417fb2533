package io.cxmetrics.benchmarks;

import io.cxmetrics.survey.Nps;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Counting promoters, passives and detractors of ratings in random order, and refusing what is outside 0 to 10: the
 * library's bulk method against the loop one writes by hand, and against streams.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NpsTally {

    /** How many ratings. Below some ten thousand the branch predictor learns the data by heart and the loop looks good. */
    @Param({"100000", "10000000"})
    public int size;

    private byte[] bytes = {};
    private int[] ints = {};

    /** Draws 22 % detractors, 25 % passives and 53 % promoters, and checks that all rivals agree. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(42);
        ints = new int[size];
        bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            double u = random.nextDouble();
            ints[i] = u < 0.22 ? random.nextInt(7) : u < 0.47 ? 7 + random.nextInt(2) : 9 + random.nextInt(2);
            bytes[i] = (byte) ints[i];
        }
        Nps expected = loop();
        for (Nps rival : Arrays.asList(bulkBytes(), bulkInts(), collector(), streams())) {
            if (!rival.equals(expected)) {
                throw new IllegalStateException("rivals must agree on " + expected + ", got " + rival);
            }
        }
    }

    /** {@link Nps#of(byte[])}. */
    @Benchmark
    public Nps bulkBytes() {
        return Nps.of(bytes);
    }

    /** {@link Nps#of(int...)}. */
    @Benchmark
    public Nps bulkInts() {
        return Nps.of(ints);
    }

    /** {@link Nps#toNps()} over a boxed stream. */
    @Benchmark
    public Nps collector() {
        return IntStream.of(ints).boxed().collect(Nps.toNps());
    }

    /** The loop one writes by hand. */
    @Benchmark
    public Nps loop() {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (byte rating : bytes) {
            if (rating < 0 || rating > 10) {
                throw new IllegalArgumentException("rating " + rating);
            }
            if (rating >= 9) {
                promoters++;
            } else if (rating >= 7) {
                passives++;
            } else {
                detractors++;
            }
        }
        return new Nps(promoters, passives, detractors);
    }

    /** Three passes of {@code filter} and {@code count}, and one that looks for invalid ratings. */
    @Benchmark
    public Nps streams() {
        if (IntStream.of(ints).anyMatch(rating -> rating < 0 || rating > 10)) {
            throw new IllegalArgumentException("rating");
        }
        return new Nps(
                IntStream.of(ints).filter(rating -> rating >= 9).count(),
                IntStream.of(ints).filter(rating -> rating == 7 || rating == 8).count(),
                IntStream.of(ints).filter(rating -> rating <= 6).count());
    }
}
