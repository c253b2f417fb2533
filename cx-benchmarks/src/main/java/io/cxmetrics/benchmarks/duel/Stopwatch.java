package io.cxmetrics.benchmarks.duel;

import java.lang.management.ManagementFactory;

/**
 * The processor time of this thread and the bytes it allocated. On a machine that others share, the clock on the wall
 * tells how busy they are.
 */
final class Stopwatch {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Stopwatch() {}

    static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static long bytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
