package io.cxmetrics.spark.transform;

import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelCounts;
import org.apache.spark.sql.api.java.UDF2;
import scala.collection.Seq;

/**
 * How many steps one actor reached, -1 if an exclusion drops it.
 *
 * @param funnel what is asked
 */
record FunnelDepth(Funnel funnel) implements UDF2<Seq<Long>, Seq<Integer>, Integer> {

    @Override
    public Integer call(Seq<Long> times, Seq<Integer> matches) {
        // An actor without an event that matters is a unit all the same.
        int size = Math.max(times.length(), 1);
        long[] at = new long[size];
        int[] bits = new int[size];
        for (int i = 0; i < times.length(); i++) {
            at[i] = times.apply(i);
            bits[i] = matches.apply(i);
        }
        FunnelCounts counts = FunnelCounts.of(funnel, new long[size], at, bits);
        if (counts.dropped() > 0) {
            return -1;
        }
        int depth = 0;
        for (long reached : counts.reached()) {
            depth += reached > 0 ? 1 : 0;
        }
        return depth;
    }
}
