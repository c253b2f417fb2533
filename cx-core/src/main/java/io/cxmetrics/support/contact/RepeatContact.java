package io.cxmetrics.support.contact;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Maturity;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Contacts that the customer followed up with another within some days, and first contact resolution as the share of
 * those that were not.
 *
 * <p><b>Definition.</b> A contact at time t is repeated if the same customer makes another contact in [t, t + window).
 * The next contact may be repeated in turn. A key says who is the same customer, or the same customer with the same
 * issue.
 *
 * <p><b>Maturity.</b> A contact counts only once its window has passed; the others are {@link #tooEarly()} to tell.
 * Counting them as not repeated would make the latest days look better than they are.
 *
 * <p><b>Adding up.</b> Parts must not share customers: a repetition across two parts goes unseen.
 *
 * <p><b>Source.</b> Call Centre Helper, "How to measure first contact resolution", where the window is 7 days.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T12:00:00Z");
 * Instant friday = Instant.parse("2026-03-06T12:00:00Z");
 * RepeatContact kim = RepeatContact.of(List.of(monday, friday), Duration.ofDays(7), Instant.parse(
 *         "2026-03-12T00:00:00Z"));
 * kim; // RepeatContact[contacts=1, repeated=1, tooEarly=1]
 * kim.firstContactResolution(); // 0 of 1 (0.0)
 * }</pre>
 *
 * @param contacts how many contacts whose window has passed, not negative
 * @param repeated how many of them were repeated, in [0, contacts]
 * @param tooEarly how many contacts whose window has not passed, not negative
 * @since 0.1
 */
public record RepeatContact(long contacts, long repeated, long tooEarly) implements Summary<RepeatContact> {

    /** No contacts. */
    public static final RepeatContact EMPTY = new RepeatContact(0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or there are more repeated contacts than contacts
     */
    public RepeatContact {
        Checks.notNegative("contacts", contacts);
        Checks.notNegative("repeated", repeated);
        Checks.notNegative("tooEarly", tooEarly);
        if (repeated > contacts) {
            throw new IllegalArgumentException("repeated must not exceed contacts (" + contacts + "), got " + repeated);
        }
    }

    /**
     * Returns the repeat contacts of one customer.
     *
     * @param contacts when the customer made contact, in any order
     * @param window how soon another contact is a repetition, above zero
     * @param observedUntil until when contacts are known, excluded; later ones do not count
     * @return the counts
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static RepeatContact of(Collection<Instant> contacts, Duration window, Instant observedUntil) {
        return of(contacts, new Maturity(window, observedUntil));
    }

    private static RepeatContact of(Collection<Instant> contacts, Maturity maturity) {
        List<Instant> sorted =
                contacts.stream().filter(maturity::known).sorted().toList();
        long mature = 0;
        long repeated = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (maturity.reached(sorted.get(i))) {
                mature++;
                repeated += i + 1 < sorted.size() && maturity.within(sorted.get(i), sorted.get(i + 1)) ? 1 : 0;
            }
        }
        return new RepeatContact(mature, repeated, sorted.size() - mature);
    }

    /**
     * Returns the repeat contacts of many customers, a ticket being a contact at its creation.
     *
     * @param tickets the tickets of all customers
     * @param customer gives the customer of a ticket, or the customer and the issue; not null
     * @param window how soon another contact is a repetition, above zero
     * @param observedUntil until when contacts are known, excluded; later ones do not count
     * @param <K> the type of the keys
     * @return the counts
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static <K> RepeatContact of(
            Collection<Ticket> tickets,
            Function<? super Ticket, ? extends K> customer,
            Duration window,
            Instant observedUntil) {
        return tickets.stream().collect(toRepeatContact(customer, Ticket::created, window, observedUntil));
    }

    /**
     * Returns the aggregation of customers, each with all the contacts that they made.
     *
     * @param window how soon another contact is a repetition, above zero
     * @param observedUntil until when contacts are known, excluded; later ones do not count
     * @return the aggregation
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Aggregation<Collection<Instant>, RepeatContact, RepeatContact> aggregation(
            Duration window, Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        return Aggregation.summing(EMPTY).mapInput(contacts -> of(contacts, maturity));
    }

    /**
     * Returns a collector of contacts of many customers.
     *
     * @param customer gives the customer of a contact, or the customer and the issue; not null
     * @param at gives when it was made
     * @param window how soon another contact is a repetition, above zero
     * @param observedUntil until when contacts are known, excluded; later ones do not count
     * @param <T> the type of the contacts
     * @return the collector
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static <T> Collector<T, ?, RepeatContact> toRepeatContact(
            Function<? super T, ?> customer, Function<? super T, Instant> at, Duration window, Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        return collectingAndThen(
                groupingBy(customer, mapping(at, toList())),
                byCustomer -> byCustomer.values().stream()
                        .map(contacts -> of(contacts, maturity))
                        .reduce(EMPTY, RepeatContact::plus));
    }

    /**
     * Returns how many contacts count.
     *
     * @return those whose window has passed
     */
    public long count() {
        return contacts;
    }

    /**
     * Returns how many contacts are in no answer.
     *
     * @return those that are too early to tell
     */
    public long leftOut() {
        return tooEarly;
    }

    /**
     * Returns the contacts that were repeated.
     *
     * @return repeated, out of the contacts whose window has passed
     */
    public Proportion repeatRate() {
        return Proportion.of(repeated, contacts);
    }

    /**
     * Returns the contacts that were not repeated, and so held for resolved at the first contact.
     *
     * @return the complement of the {@link #repeatRate()}
     */
    public Proportion firstContactResolution() {
        return repeatRate().complement();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("RepeatContact", 1)
                .with("contacts", contacts)
                .with("repeated", repeated)
                .with("tooEarly", tooEarly);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the repeat contacts
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RepeatContact ofStored(StoredForm form) {
        StoredFields fields = form.expect("RepeatContact", 1, "contacts", "repeated", "tooEarly");
        return new RepeatContact(fields.whole("contacts"), fields.whole("repeated"), fields.whole("tooEarly"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public RepeatContact plus(RepeatContact other) {
        return new RepeatContact(
                Math.addExact(contacts, other.contacts),
                Math.addExact(repeated, other.repeated),
                Math.addExact(tooEarly, other.tooEarly));
    }
}
