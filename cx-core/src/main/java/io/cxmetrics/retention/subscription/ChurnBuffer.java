package io.cxmetrics.retention.subscription;

import io.cxmetrics.retention.subscription.Contracts.Stay;
import java.util.List;

/** The flows of customers in a window of days while they are counted. */
final class ChurnBuffer {

    private final long from;
    private final long to;
    private long atStart;
    private long lost;
    private long joined;
    private long reactivated;
    private long lostJoiners;
    private long departures;
    private long customerDays;
    private long eligible;
    private long eligibleLost;

    ChurnBuffer(long from, long to) {
        this.from = from;
        this.to = to;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    void add(Contracts<?> contracts, List<Stay> stays) {
        boolean before = covered(stays, from - 1);
        boolean came = !before && stays.stream().anyMatch(stay -> within(stay.start()));
        if (!before && !came) {
            return;
        }
        boolean after = covered(stays, to - 1);
        boolean known = stays.get(0).start() < from;
        atStart += before ? 1 : 0;
        lost += before && !after ? 1 : 0;
        joined += came && !known ? 1 : 0;
        reactivated += came && known ? 1 : 0;
        lostJoiners += came && !after ? 1 : 0;
        eligible += contracts.couldHaveLeft(stays, from, to) ? 1 : 0;
        eligibleLost += after ? 0 : 1;
        for (Stay stay : stays) {
            departures += within(stay.end()) ? 1 : 0;
            customerDays = Math.addExact(customerDays, stay.days(from, to));
        }
    }

    private static boolean covered(List<Stay> stays, long day) {
        return stays.stream().anyMatch(stay -> stay.covers(day));
    }

    private boolean within(long day) {
        return from <= day && day < to;
    }

    LogoChurn finish(long leftOut) {
        return LogoChurn.of(atStart, lost, joined)
                .withReactivated(reactivated)
                .withLostJoiners(lostJoiners)
                .withExposure(departures, customerDays)
                .withEligible(eligibleLost, eligible)
                .withLeftOut(leftOut);
    }
}
