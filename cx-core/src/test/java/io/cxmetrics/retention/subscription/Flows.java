package io.cxmetrics.retention.subscription;

/** Flows by all of their counts, for expected values. */
final class Flows {

    private Flows() {}

    static LogoChurn of(
            long atStart,
            long lost,
            long joined,
            long reactivated,
            long lostJoiners,
            long departures,
            long customerDays,
            long eligible,
            long eligibleLost) {
        return LogoChurn.of(atStart, lost, joined)
                .withReactivated(reactivated)
                .withLostJoiners(lostJoiners)
                .withExposure(departures, customerDays)
                .withEligible(eligibleLost, eligible);
    }
}
