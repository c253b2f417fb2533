package io.cxmetrics.web.funnel;

/** Finds how far units come in a funnel, one after the other. Keeps its working memory, and is used by one thread. */
interface FunnelSearch {

    static FunnelSearch of(Funnel funnel) {
        return funnel.order() == FunnelOrder.ANY ? new FunnelMatching(funnel) : new FunnelWalk(funnel);
    }

    /**
     * Returns how many steps a unit reached.
     *
     * @param times when its events were, ascending
     * @param matches which steps each meets
     * @param from the first event of the unit
     * @param to the one after its last
     * @param exclusions whether excluded events end an attempt
     */
    int reached(long[] times, int[] matches, int from, int to, boolean exclusions);

    /** How long the unit that was last asked for took, if it reached all steps. */
    long millis();
}
