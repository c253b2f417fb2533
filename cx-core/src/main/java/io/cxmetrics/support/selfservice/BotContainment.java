package io.cxmetrics.support.selfservice;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Maturity;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.EventTimesBuffer;
import io.cxmetrics.support.MeasuredTimes;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that a bot ended on its own, as a share of the decided ones in [0, 1], and what came after.
 *
 * <p><b>Definition.</b> A conversation is contained if it ended and was not handed over to a person of the team.
 * Containment = contained / (contained + handed over). One that goes on and was not handed over is
 * {@linkplain #open() open}: left out and counted. Containment does not say whether the person was helped, since a
 * person who gave up is contained too; {@link #repeatAfterContained()} says how many came back.
 *
 * <p><b>Human reply.</b> From the hand-over to the first reply by a person of the team; those who still wait are
 * censored. A reply dated before the hand-over gives no time and is {@linkplain #negative() counted}.
 *
 * <p><b>Repeat contact.</b> A contained conversation that ended at t is repeated if the same person begins another in
 * [t, t + window), and counts once the window has passed; others are {@link #tooEarly()} to tell.
 *
 * <p><b>Until when.</b> What happened at {@code observedUntil} or later is not known. A conversation that began then
 * counts nowhere.
 *
 * <p><b>Adding up.</b> Parts must not share persons: a repetition across two parts goes unseen. Without decided
 * conversations the shares are NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * List<BotConversation> chats = List.of(
 *         BotConversation.of("kim", noon).withEnd(noon.plusSeconds(120)),
 *         BotConversation.of("kim", noon.plusSeconds(3600)).withHandOver(noon.plusSeconds(3660))
 *                 .withHumanReply(noon.plusSeconds(3900)),
 *         BotConversation.of("lee", noon).withEnd(noon.plusSeconds(300)));
 * BotContainment bot = BotContainment.of(chats, Duration.ofDays(1), noon.plusSeconds(30 * 86400));
 * bot.containment(); // 2 of 3 (0.6666666666666666)
 * bot.handOver(); // 1 of 3 (0.3333333333333333)
 * bot.humanReply().mean(java.time.temporal.ChronoUnit.MINUTES); // 4.0
 * bot.repeatAfterContained(); // 1 of 2 (0.5)
 * }</pre>
 *
 * @since 0.1
 */
public final class BotContainment implements Summary<BotContainment> {

    private static final long serialVersionUID = 1;

    /** No conversations. */
    public static final BotContainment EMPTY = new BotContainment(EventTimes.EMPTY, new long[7]);

    /** The times in milliseconds. */
    private final EventTimes humanReply;

    /** Contained, handed over, open, negative, contained whose window has passed, repeated, too early. */
    private final long[] counts;

    private BotContainment(EventTimes humanReply, long... counts) {
        String[] names = {"contained", "handedOver", "open", "negative", "followed", "repeated", "tooEarly"};
        for (int i = 0; i < names.length; i++) {
            Checks.notNegative(names[i], counts[i]);
        }
        atMost("repeated", counts[5], "followed", counts[4]);
        atMost("followed and tooEarly", Math.addExact(counts[4], counts[6]), "contained", counts[0]);
        atMost("replies", Math.addExact(humanReply.count(), counts[3]), "handedOver", counts[1]);
        Math.addExact(Math.addExact(counts[0], counts[1]), counts[2]);
        this.humanReply = humanReply;
        this.counts = counts;
    }

    private static void atMost(String name, long count, String limitName, long limit) {
        if (count > limit) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + limitName + " (" + limit + "), got " + count);
        }
    }

    /**
     * Returns the containment of conversations.
     *
     * @param conversations the conversations of any persons
     * @param window how soon another conversation repeats a contained one, above zero
     * @param observedUntil until when conversations are known, excluded
     * @return the containment
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static BotContainment of(Collection<BotConversation> conversations, Duration window, Instant observedUntil) {
        return conversations.stream().collect(toBotContainment(window, observedUntil));
    }

    private static BotContainment ofPerson(Collection<BotConversation> conversations, Maturity maturity) {
        TreeSet<Instant> starts = new TreeSet<>();
        conversations.forEach(each -> starts.add(each.startedAt()));
        EventTimesBuffer replies = new EventTimesBuffer();
        long[] counts = new long[7];
        for (BotConversation each : conversations) {
            if (!maturity.known(each.startedAt())) {
                continue;
            }
            Instant handedOver = known(each.handedOverAt().orElse(null), maturity);
            Instant ended = known(each.endedAt().orElse(null), maturity);
            if (handedOver != null) {
                counts[1]++;
                Instant reply = known(each.humanReplyAt().orElse(null), maturity);
                if (reply != null && reply.isBefore(handedOver)) {
                    counts[3]++;
                } else {
                    Instant end = reply == null ? maturity.observedUntil() : reply;
                    replies.add(0, Duration.between(handedOver, end).toMillis(), reply != null);
                }
            } else if (ended == null) {
                counts[2]++;
            } else {
                counts[0]++;
                if (maturity.reached(ended)) {
                    Instant next = ended.equals(each.startedAt()) ? starts.higher(ended) : starts.ceiling(ended);
                    counts[4]++;
                    counts[5] += next != null && maturity.within(ended, next) ? 1 : 0;
                } else {
                    counts[6]++;
                }
            }
        }
        return new BotContainment(replies.sum(), counts);
    }

    private static @Nullable Instant known(@Nullable Instant at, Maturity maturity) {
        return at != null && maturity.known(at) ? at : null;
    }

    /**
     * Returns the aggregation of persons, each with all the conversations that they had.
     *
     * @param window how soon another conversation repeats a contained one, above zero
     * @param observedUntil until when conversations are known, excluded
     * @return the aggregation
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Aggregation<Collection<BotConversation>, BotContainment, BotContainment> aggregation(
            Duration window, Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        return Aggregation.summing(EMPTY).mapInput(conversations -> ofPerson(conversations, maturity));
    }

    /**
     * Returns a collector of conversations of any persons.
     *
     * @param window how soon another conversation repeats a contained one, above zero
     * @param observedUntil until when conversations are known, excluded
     * @return the collector
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Collector<BotConversation, ?, BotContainment> toBotContainment(
            Duration window, Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        return collectingAndThen(
                groupingBy(BotConversation::person, toList()),
                byPerson -> byPerson.values().stream()
                        .map(conversations -> ofPerson(conversations, maturity))
                        .reduce(EMPTY, BotContainment::plus));
    }

    /**
     * Returns the conversations that the bot ended on its own.
     *
     * @return contained, out of the decided
     */
    public Proportion containment() {
        return Proportion.of(counts[0], count());
    }

    /**
     * Returns the conversations that went to a person of the team.
     *
     * @return handed over, out of the decided
     */
    public Proportion handOver() {
        return containment().complement();
    }

    /**
     * Returns how long it took from the hand-over to the first reply by a person of the team.
     *
     * @return the times; of those who still wait as censored
     */
    public MeasuredTimes humanReply() {
        return () -> humanReply;
    }

    /**
     * Returns the contained conversations after which the person came back.
     *
     * @return repeated, out of the contained whose window has passed
     */
    public Proportion repeatAfterContained() {
        return Proportion.of(counts[5], counts[4]);
    }

    /**
     * Returns how many conversations are decided.
     *
     * @return contained + handed over
     */
    public long count() {
        return counts[0] + counts[1];
    }

    /**
     * Returns how many conversations are undecided, since they go on with the bot.
     *
     * @return the count
     */
    public long open() {
        return counts[2];
    }

    /**
     * Returns how many conversations are not in the containment.
     *
     * @return those that are open
     */
    public long leftOut() {
        return counts[2];
    }

    /**
     * Returns how many human replies are dated before the hand-over.
     *
     * @return the count
     */
    public long negative() {
        return counts[3];
    }

    /**
     * Returns how many contained conversations are not in the repeat contacts, since their window has not passed.
     *
     * @return the count
     */
    public long tooEarly() {
        return counts[6];
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("BotContainment", 1)
                .with("contained", counts[0])
                .with("handedOver", counts[1])
                .with("open", counts[2])
                .with("negative", counts[3])
                .with("followed", counts[4])
                .with("repeated", counts[5])
                .with("tooEarly", counts[6])
                .with("humanReply", humanReply);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the containment
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static BotContainment ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "BotContainment",
                1,
                "contained",
                "handedOver",
                "open",
                "negative",
                "followed",
                "repeated",
                "tooEarly",
                "humanReply");
        return new BotContainment(
                EventTimes.ofStored(fields.part("humanReply")),
                fields.whole("contained"),
                fields.whole("handedOver"),
                fields.whole("open"),
                fields.whole("negative"),
                fields.whole("followed"),
                fields.whole("repeated"),
                fields.whole("tooEarly"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public BotContainment plus(BotContainment other) {
        requireNonNull(other, "other");
        long[] sum = new long[counts.length];
        Arrays.setAll(sum, i -> Math.addExact(counts[i], other.counts[i]));
        return new BotContainment(humanReply.plus(other.humanReply), sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BotContainment that
                && humanReply.equals(that.humanReply)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(humanReply, Arrays.hashCode(counts));
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code BotContainment[contained=2, handed over=1, open=0, repeated=1 of 2, too early=0]}
     */
    @Override
    public String toString() {
        return "BotContainment[contained=" + counts[0] + ", handed over=" + counts[1] + ", open=" + counts[2]
                + ", repeated=" + counts[5] + " of " + counts[4] + ", too early=" + counts[6] + "]";
    }
}
