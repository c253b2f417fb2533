package io.cxmetrics.survey.response;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;

/**
 * What became of the invitations to a survey: sent, delivered, opened, started, completed.
 *
 * <p><b>Definitions.</b> The response rate is completed / sent, unless {@linkplain #responseRateOfDelivered() the base is
 * said to be the delivered}. The completion rate is completed / started, and the drop-off rate its complement.
 *
 * <p><b>Edges.</b> A rate over nobody is NaN. Each stage is checked against the ones it implies; started may exceed
 * opened, because mail clients hide openings.
 *
 * <pre>{@code
 * Invitations wave = new Invitations(1000, 950, 400, 300, 240);
 * wave.responseRate().percent(); // 24.0
 * wave.completionRate().percent(); // 80.0
 * wave.dropOffRate(); // 60 of 300 (0.2)
 * }</pre>
 *
 * @param sent how many were sent, not negative
 * @param delivered how many of them arrived
 * @param opened how many of the delivered were seen to be opened
 * @param started how many of the delivered began to answer
 * @param completed how many of the started reached the end
 */
public record Invitations(long sent, long delivered, long opened, long started, long completed)
        implements Summary<Invitations> {

    /** Nothing was sent. */
    public static final Invitations EMPTY = new Invitations(0, 0, 0, 0, 0);

    /**
     * Checks the stages.
     *
     * @throws IllegalArgumentException if a count is negative, or above that of a stage it implies
     */
    public Invitations {
        Checks.notNegative("sent", sent);
        atMost("delivered", delivered, "sent", sent);
        atMost("opened", opened, "delivered", delivered);
        atMost("started", started, "delivered", delivered);
        atMost("completed", completed, "started", started);
    }

    private static void atMost(String stage, long count, String before, long limit) {
        if (Checks.notNegative(stage, count) > limit) {
            throw new IllegalArgumentException(stage + " must not exceed " + before + " (" + limit + "), got " + count);
        }
    }

    /**
     * Returns the delivered out of the sent.
     *
     * @return the share
     */
    public Proportion deliveryRate() {
        return Proportion.of(delivered, sent);
    }

    /**
     * Returns the opened out of the delivered.
     *
     * @return the share
     */
    public Proportion openRate() {
        return Proportion.of(opened, delivered);
    }

    /**
     * Returns the started out of the delivered.
     *
     * @return the share
     */
    public Proportion startRate() {
        return Proportion.of(started, delivered);
    }

    /**
     * Returns the completed out of the sent.
     *
     * @return the share
     */
    public Proportion responseRate() {
        return Proportion.of(completed, sent);
    }

    /**
     * Returns the completed out of the delivered, as many tools report it.
     *
     * @return the share
     */
    public Proportion responseRateOfDelivered() {
        return Proportion.of(completed, delivered);
    }

    /**
     * Returns the completed out of the started.
     *
     * @return the share
     */
    public Proportion completionRate() {
        return Proportion.of(completed, started);
    }

    /**
     * Returns those who gave up out of the started.
     *
     * @return the share, the complement of {@link #completionRate()}
     */
    public Proportion dropOffRate() {
        return completionRate().complement();
    }

    @Override
    public Invitations plus(Invitations other) {
        return new Invitations(
                Math.addExact(sent, other.sent),
                Math.addExact(delivered, other.delivered),
                Math.addExact(opened, other.opened),
                Math.addExact(started, other.started),
                Math.addExact(completed, other.completed));
    }
}
