package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Counts of invitations to a survey by stage: sent, delivered, opened, started, completed; every rate is a fraction.
 *
 * <p><b>Definitions.</b> The response rate is completed / sent, unless the caller asks for
 * {@link #responseRateOfDelivered()}. The completion rate is completed / started, and the drop-off rate is its
 * complement.
 *
 * <p><b>Unknown stages.</b> A stage that the survey tool does not report is unknown until a {@code with} method states
 * it. A rate over an unknown stage is undefined, 0 of 0; it is never 0 % or 100 %. A sum knows a stage only if both
 * parts know it, so that a rate always covers every wave in it.
 *
 * <p><b>Edges.</b> A rate over nobody is NaN. A count above that of a known stage it implies is refused; started may
 * exceed opened, because mail clients hide openings. Adding beyond 2<sup>63</sup> - 1 is an
 * {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Invitations wave = Invitations.ofSent(1000).withDelivered(950).withOpened(400).withStarted(300).withCompleted(240);
 * wave.responseRate().percent(); // 24.0
 * wave.completionRate().percent(); // 80.0
 * wave.dropOffRate(); // 60 of 300 (0.2)
 * Invitations basic = Invitations.ofSent(500).withCompleted(60);
 * basic.responseRate().percent(); // 12.0
 * basic.completionRate(); // 0 of 0 (undefined)
 * wave.plus(basic).responseRate(); // 300 of 1500 (0.2)
 * Invitations.of(List.of(Invitations.Stage.SENT, Invitations.Stage.COMPLETED)).responseRate(); // 1 of 2 (0.5)
 * }</pre>
 *
 * @since 0.1
 */
public final class Invitations implements Summary<Invitations> {

    private static final long serialVersionUID = 1;
    private static final long UNKNOWN = -1;

    /** Nothing was sent. */
    public static final Invitations EMPTY = new Invitations(new long[Stage.values().length]);

    /** How many reached each stage, or {@link #UNKNOWN}. */
    private final long[] reached;

    Invitations(long[] reached) {
        this.reached = reached;
        atMost(Stage.DELIVERED, Stage.SENT);
        atMost(Stage.OPENED, Stage.DELIVERED, Stage.SENT);
        atMost(Stage.STARTED, Stage.DELIVERED, Stage.SENT);
        atMost(Stage.COMPLETED, Stage.STARTED, Stage.DELIVERED, Stage.SENT);
    }

    private void atMost(Stage stage, Stage... implied) {
        for (Stage before : implied) {
            long limit = reached[before.index()];
            if (limit != UNKNOWN && reached[stage.index()] > limit) {
                throw new IllegalArgumentException(
                        stage + " must not exceed " + before + " (" + limit + "), got " + reached[stage.index()]);
            }
        }
    }

    private static Invitations unknown() {
        long[] reached = new long[Stage.values().length];
        Arrays.fill(reached, UNKNOWN);
        return new Invitations(reached);
    }

    /**
     * Returns invitations of which only the number sent is known so far.
     *
     * @param sent how many were sent, not negative
     * @return the invitations
     * @throws IllegalArgumentException if the count is negative
     */
    public static Invitations ofSent(long sent) {
        return unknown().with(Stage.SENT, sent);
    }

    /**
     * Returns responses to a survey that anybody may start, such as one behind a link: nothing is known of invitations.
     *
     * @param started how many began to answer, not negative
     * @return the invitations
     * @throws IllegalArgumentException if the count is negative
     */
    public static Invitations ofStarted(long started) {
        return unknown().with(Stage.STARTED, started);
    }

    /**
     * Returns the counts of invitations that are known one by one.
     *
     * @param furthest the furthest stage of each invitation, which implies all stages before
     * @return the invitations, of which every stage is known
     */
    public static Invitations of(Stage... furthest) {
        return of(Arrays.asList(furthest));
    }

    /**
     * Returns the counts of invitations that are known one by one.
     *
     * @param furthest the furthest stage of each invitation, which implies all stages before
     * @return the invitations, of which every stage is known
     */
    public static Invitations of(Collection<Stage> furthest) {
        return furthest.stream().collect(toInvitations(Function.identity()));
    }

    /**
     * Returns the aggregation that folds the furthest stage of each invitation, for streams and engines.
     *
     * @return the aggregation
     */
    public static Aggregation<Stage, long[], Invitations> aggregation() {
        return InvitationsAggregation.INSTANCE;
    }

    /**
     * Returns a collector of the furthest stage of each invitation.
     *
     * @param furthest gives the stage, which implies all stages before
     * @param <T> the type of the invitations
     * @return the collector
     */
    public static <T> Collector<T, ?, Invitations> toInvitations(Function<? super T, Stage> furthest) {
        requireNonNull(furthest, "furthest");
        return Collectors.mapping(furthest, aggregation().toCollector());
    }

    /**
     * Returns the invitations with a known number of delivered ones.
     *
     * @param delivered how many of the sent arrived
     * @return the invitations
     * @throws IllegalArgumentException if the count is negative, or disagrees with another stage
     */
    public Invitations withDelivered(long delivered) {
        return with(Stage.DELIVERED, delivered);
    }

    /**
     * Returns the invitations with a known number of opened ones.
     *
     * @param opened how many of the delivered were seen to be opened
     * @return the invitations
     * @throws IllegalArgumentException if the count is negative, or disagrees with another stage
     */
    public Invitations withOpened(long opened) {
        return with(Stage.OPENED, opened);
    }

    /**
     * Returns the invitations with a known number of started responses.
     *
     * @param started how many of the delivered began to answer
     * @return the invitations
     * @throws IllegalArgumentException if the count is negative, or disagrees with another stage
     */
    public Invitations withStarted(long started) {
        return with(Stage.STARTED, started);
    }

    /**
     * Returns the invitations with a known number of completed responses.
     *
     * @param completed how many of the started reached the end
     * @return the invitations
     * @throws IllegalArgumentException if the count is negative, or disagrees with another stage
     */
    public Invitations withCompleted(long completed) {
        return with(Stage.COMPLETED, completed);
    }

    /**
     * Returns the invitations with a stage unknown, such as openings that mail clients hide.
     *
     * @param stage the stage
     * @return the invitations
     */
    public Invitations withUnknown(Stage stage) {
        return copy(stage, UNKNOWN);
    }

    private Invitations with(Stage stage, long count) {
        return copy(stage, Checks.notNegative(stage.toString(), count));
    }

    private Invitations copy(Stage stage, long count) {
        long[] copy = reached.clone();
        copy[stage.index()] = count;
        return new Invitations(copy);
    }

    /**
     * Returns how many invitations reached a stage.
     *
     * @param stage the stage
     * @return the count, or empty if it is unknown
     */
    public OptionalLong count(Stage stage) {
        long count = reached[stage.index()];
        return count == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /**
     * Returns how many invitations there are.
     *
     * @return the number sent; if that is unknown, the count of the first stage that is known; 0 if none is
     */
    public long count() {
        return Arrays.stream(reached).filter(n -> n != UNKNOWN).findFirst().orElse(0);
    }

    /**
     * Returns the delivered out of the sent.
     *
     * @return the share; of no trials if a stage is unknown
     */
    public Proportion deliveryRate() {
        return rate(Stage.DELIVERED, Stage.SENT);
    }

    /**
     * Returns the opened out of the delivered.
     *
     * @return the share; of no trials if a stage is unknown
     */
    public Proportion openRate() {
        return rate(Stage.OPENED, Stage.DELIVERED);
    }

    /**
     * Returns the started out of the delivered.
     *
     * @return the share; of no trials if a stage is unknown
     */
    public Proportion startRate() {
        return rate(Stage.STARTED, Stage.DELIVERED);
    }

    /**
     * Returns the completed out of the sent.
     *
     * @return the share; of no trials if a stage is unknown
     */
    public Proportion responseRate() {
        return rate(Stage.COMPLETED, Stage.SENT);
    }

    /**
     * Returns the completed out of the delivered, as many tools report it.
     *
     * @return the share; of no trials if a stage is unknown
     */
    public Proportion responseRateOfDelivered() {
        return rate(Stage.COMPLETED, Stage.DELIVERED);
    }

    /**
     * Returns the completed out of the started.
     *
     * @return the share; of no trials if a stage is unknown
     */
    public Proportion completionRate() {
        return rate(Stage.COMPLETED, Stage.STARTED);
    }

    /**
     * Returns those who gave up out of the started.
     *
     * @return the share, the complement of {@link #completionRate()}
     */
    public Proportion dropOffRate() {
        return completionRate().complement();
    }

    private Proportion rate(Stage stage, Stage base) {
        long events = reached[stage.index()];
        long trials = reached[base.index()];
        return events == UNKNOWN || trials == UNKNOWN ? Proportion.EMPTY : Proportion.of(events, trials);
    }

    @Override
    public Invitations plus(Invitations other) {
        long[] sum = new long[reached.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = reached[i] == UNKNOWN || other.reached[i] == UNKNOWN
                    ? UNKNOWN
                    : Math.addExact(reached[i], other.reached[i]);
        }
        return new Invitations(sum);
    }

    @Override
    public StoredForm storedForm() {
        StoredForm form = StoredForm.of("Invitations", 1);
        for (Stage stage : Stage.values()) {
            long n = reached[stage.index()];
            form = n == UNKNOWN ? form.with(stage.toString(), (String) null) : form.with(stage.toString(), n);
        }
        return form;
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the invitations
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Invitations ofStored(StoredForm form) {
        Stage[] stages = Stage.values();
        StoredFields fields = form.expect(
                "Invitations", 1, Arrays.stream(stages).map(Stage::toString).toArray(String[]::new));
        long[] reached = new long[stages.length];
        for (Stage stage : stages) {
            String field = stage.toString();
            reached[stage.index()] = fields.absent(field) ? UNKNOWN : Checks.notNegative(field, fields.whole(field));
        }
        return new Invitations(reached);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Invitations that && Arrays.equals(reached, that.reached);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(reached);
    }

    /**
     * Returns the count of each stage.
     *
     * @return such as {@code Invitations[sent=500, delivered=unknown, opened=unknown, started=unknown, completed=60]}
     */
    @Override
    public String toString() {
        return Arrays.stream(Stage.values())
                .map(stage -> stage + "=" + (reached[stage.index()] == UNKNOWN ? "unknown" : reached[stage.index()]))
                .collect(Collectors.joining(", ", "Invitations[", "]"));
    }

    /** How far an invitation went. */
    public enum Stage {
        /** It was sent. */
        SENT,
        /** It arrived. */
        DELIVERED,
        /** It was seen to be opened. */
        OPENED,
        /** The respondent began to answer. */
        STARTED,
        /** The respondent reached the end. */
        COMPLETED;

        /** Where the count of this stage stands in an array of counts. */
        @SuppressWarnings("EnumOrdinal")
        int index() {
            return ordinal();
        }

        /**
         * Returns the name in lower case.
         *
         * @return such as {@code sent}
         */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
