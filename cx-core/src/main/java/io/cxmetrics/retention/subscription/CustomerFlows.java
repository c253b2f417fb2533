package io.cxmetrics.retention.subscription;

import io.cxmetrics.retention.subscription.Contracts.Spell;
import java.util.List;

/** The flows of customers in a window of days while they are counted. */
final class CustomerFlows {

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

    CustomerFlows(long from, long to) {
        this.from = from;
        this.to = to;
    }

    void add(Contracts<?> contracts, List<Spell> spells) {
        boolean before = covered(spells, from - 1);
        boolean came = !before && spells.stream().anyMatch(spell -> within(spell.start()));
        if (!before && !came) {
            return;
        }
        boolean after = covered(spells, to - 1);
        boolean known = spells.get(0).start() < from;
        atStart += before ? 1 : 0;
        lost += before && !after ? 1 : 0;
        joined += came && !known ? 1 : 0;
        reactivated += came && known ? 1 : 0;
        lostJoiners += came && !after ? 1 : 0;
        eligible += contracts.couldHaveLeft(spells, from, to) ? 1 : 0;
        eligibleLost += after ? 0 : 1;
        for (Spell spell : spells) {
            departures += within(spell.end()) ? 1 : 0;
            customerDays = Math.addExact(customerDays, spell.days(from, to));
        }
    }

    private static boolean covered(List<Spell> spells, long day) {
        return spells.stream().anyMatch(spell -> spell.covers(day));
    }

    private boolean within(long day) {
        return from <= day && day < to;
    }

    LogoChurn finish() {
        return new LogoChurn(
                atStart, lost, joined, reactivated, lostJoiners, departures, customerDays, eligible, eligibleLost);
    }
}
