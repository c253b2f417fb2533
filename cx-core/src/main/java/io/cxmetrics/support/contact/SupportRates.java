package io.cxmetrics.support.contact;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Proportion;

/**
 * The rates of support that are counts over counts. Shares are a {@link Proportion}; contacts, of which one customer can make
 * several, are an {@link EventRate}. Both add up over teams and days, and have an interval.
 *
 * <p><b>Edges.</b> Over no trials a rate is NaN. A count that is negative, or above that of its trials, is refused.
 *
 * <pre>{@code
 * SupportRates.escalation(12, 300).percent(); // 4.0
 * SupportRates.containment(450, 600).percent(); // 75.0
 * SupportRates.complaint(3, 600).rate(); // 0.005
 * SupportRates.contacts(120, 4000).per(1000); // 30.0
 * }</pre>
 */
public final class SupportRates {

    private SupportRates() {}

    /**
     * Returns the complaint rate, complaints / contacts: how many contacts are complaints. Complaints for each order or
     * customer, of which one can make several, are {@link #contacts}.
     *
     * @param complaints how many of the contacts are complaints
     * @param contacts how many contacts there were, complaints included
     * @return the rate
     * @throws IllegalArgumentException if a count is negative, or there are more complaints than contacts
     */
    public static Proportion complaint(long complaints, long contacts) {
        return rate("complaints", complaints, "contacts", contacts);
    }

    /**
     * Returns the contact rate, contacts / base: contacts for each customer, order, or whatever they are about. It may exceed 1.
     * Its interval takes contacts as coming at random, each on its own; where few customers make most of them, the truth is
     * wider. The share of customers who made any is a {@link Proportion}.
     *
     * @param contacts how many contacts, tickets or complaints there were
     * @param base how many customers or orders there were
     * @return the rate
     * @throws IllegalArgumentException if a count is negative
     */
    public static EventRate contacts(long contacts, long base) {
        return EventRate.of(Checks.notNegative("contacts", contacts), Checks.notNegative("base", base));
    }

    /**
     * Returns the escalation rate, escalated / tickets. A ticket counts once, however often it was escalated.
     *
     * @param escalated how many of the tickets went to a higher level at least once
     * @param tickets how many tickets there were
     * @return the rate
     * @throws IllegalArgumentException if a count is negative, or there are more escalated than tickets
     */
    public static Proportion escalation(long escalated, long tickets) {
        return rate("escalated", escalated, "tickets", tickets);
    }

    /**
     * Returns the containment of self-service, contained / sessions: how many sessions with a help centre, bot or voice menu
     * did not go on to a person. It does not say whether the customer was helped: one who gave up is contained too. The rest,
     * the complement, was handed over.
     *
     * @param contained how many of the sessions ended without a person
     * @param sessions how many sessions there were
     * @return the rate
     * @throws IllegalArgumentException if a count is negative, or there are more contained than sessions
     */
    public static Proportion containment(long contained, long sessions) {
        return rate("contained", contained, "sessions", sessions);
    }

    private static Proportion rate(String what, long events, String of, long trials) {
        Checks.notNegative(what, events);
        if (events > Checks.notNegative(of, trials)) {
            throw new IllegalArgumentException(what + " must not exceed " + of + " (" + trials + "), got " + events);
        }
        return Proportion.of(events, trials);
    }
}
