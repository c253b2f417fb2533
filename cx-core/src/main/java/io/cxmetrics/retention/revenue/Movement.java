package io.cxmetrics.retention.revenue;

/** The movements of customers while they are summed. */
final class Movement {

    private static final int OPENING = 0;
    private static final int NEW = 1;
    private static final int REACTIVATION = 2;
    private static final int EXPANSION = 3;
    private static final int CONTRACTION = 4;
    private static final int CHURN = 5;

    private final long[] amounts = new long[CHURN + 1];
    private final long[] customers = new long[CHURN + 1];

    static RecurringRevenue of(boolean atStart, long before, boolean atEnd, long after, boolean seenBefore) {
        Movement movement = new Movement();
        movement.add(atStart, before, atEnd, after, seenBefore);
        return movement.finish();
    }

    /** Takes one customer: whether they are one at both ends, what they pay there, and whether they were one before. */
    void add(boolean atStart, long before, boolean atEnd, long after, boolean seenBefore) {
        if (atStart) {
            flow(OPENING, before);
            if (!atEnd) {
                flow(CHURN, before);
            } else if (after > before) {
                flow(EXPANSION, after - before);
            } else if (after < before) {
                flow(CONTRACTION, before - after);
            }
        } else if (atEnd) {
            flow(seenBefore ? REACTIVATION : NEW, after);
        }
    }

    private void flow(int flow, long amount) {
        amounts[flow] = Math.addExact(amounts[flow], amount);
        customers[flow]++;
    }

    Movement merge(Movement other) {
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.addExact(amounts[i], other.amounts[i]);
            customers[i] += other.customers[i];
        }
        return this;
    }

    RecurringRevenue finish() {
        return new RecurringRevenue(
                flow(OPENING), flow(NEW), flow(REACTIVATION), flow(EXPANSION), flow(CONTRACTION), flow(CHURN));
    }

    private RevenueFlow flow(int flow) {
        return new RevenueFlow(amounts[flow], customers[flow]);
    }
}
