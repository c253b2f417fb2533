package io.cxmetrics.benchmarks.duel;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One question over the same data, answered by the library and by its rivals. JMH runs it, and so do duels; its public
 * methods without parameters are benchmarks, one of them a {@link Kernel}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public abstract class Suite implements AutoCloseable {

    /** How many rows of data there are. */
    @Param("10000000")
    public int rows;

    /** Makes the data anew, always the same for as many rows. */
    @Setup
    public void fill() throws Exception {
        fill(rows);
    }

    /**
     * Makes the data.
     *
     * @param size how many rows
     */
    protected abstract void fill(int size) throws Exception;

    /** Lets go of what the rivals hold outside the heap. */
    @Override
    @TearDown
    public void close() throws SQLException {}
}
