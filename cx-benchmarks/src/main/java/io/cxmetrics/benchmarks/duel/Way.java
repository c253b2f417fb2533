package io.cxmetrics.benchmarks.duel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One way to an answer: a method of a suite, and how long it takes. */
final class Way {

    /** Keeps the answers alive, so that none is optimised away. */
    static volatile @Nullable Object last;

    private final MethodHandle call;
    private int calls = 1;

    private Way(MethodHandle call) {
        this.call = call;
    }

    static Way of(Suite suite, Method method) throws IllegalAccessException {
        return new Way(MethodHandles.publicLookup()
                .unreflect(method)
                .bindTo(suite)
                .asType(MethodType.methodType(Object.class)));
    }

    Object answer() throws Throwable {
        return (Object) call.invokeExact();
    }

    /** Runs until it is compiled, finds how many calls make a sample that a clock can tell, and returns the answer. */
    Object warmUp(long nanos, long sample) throws Throwable {
        long start = Stopwatch.nanos();
        long spent = 0;
        int done = 0;
        long one = 0;
        Object answer = this;
        while (spent < nanos) {
            long before = Stopwatch.nanos();
            answer = answer();
            one = Stopwatch.nanos() - before;
            spent = Stopwatch.nanos() - start;
            done++;
        }
        calls = one >= sample ? 1 : (int) Math.min(1_000_000, sample / Math.max(1, Math.min(one, spent / done)) + 1);
        return answer;
    }

    /** Returns the processor time of one call, the mean of a sample. */
    double nanos() throws Throwable {
        long start = Stopwatch.nanos();
        for (int i = 0; i < calls; i++) {
            last = answer();
        }
        return (double) (Stopwatch.nanos() - start) / calls;
    }

    /**
     * Returns the bytes that one call allocates, the least of a few: what else the virtual machine does is not its
     * fault.
     */
    long bytes() throws Throwable {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = Stopwatch.bytes();
            last = answer();
            least = Math.min(least, Stopwatch.bytes() - start);
        }
        return least;
    }
}
