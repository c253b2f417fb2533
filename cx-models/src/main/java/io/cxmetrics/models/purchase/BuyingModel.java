package io.cxmetrics.models.purchase;

import io.cxmetrics.models.ParametricModel;
import io.cxmetrics.models.internal.Checks;

/**
 * A model of customers who buy at random while they are alive, and leave unseen. Time is in the unit of the histories
 * that the model was fitted to.
 *
 * @param <M> the type of the model itself
 * @since 0.1
 */
public sealed interface BuyingModel<M extends BuyingModel<M>> extends ParametricModel<M>
        permits BgNbd, MbgNbd, ParetoNbd {

    /**
     * Returns the log-likelihood of one history.
     *
     * @param history the history
     * @return the natural logarithm of its density
     */
    double logLikelihood(BuyingHistory history);

    /**
     * Returns the log-likelihood of histories.
     *
     * @param histories the histories
     * @return the sum over customers; 0 without customers
     */
    default double logLikelihood(BuyingHistories histories) {
        double sum = 0;
        for (int i = 0; i < histories.rows.size(); i++) {
            sum += histories.rows.counts[i] * logLikelihood(histories.history(i));
        }
        return sum;
    }

    /**
     * Returns the probability that a customer has not left yet.
     *
     * @param history the history
     * @return the probability, in [0, 1]
     */
    double probabilityAlive(BuyingHistory history);

    /**
     * Returns the probability that a customer will not have left some time from now.
     *
     * @param history the history until now
     * @param ahead how far ahead, finite and not negative
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if the time is out of range
     */
    double probabilityAliveIn(BuyingHistory history, double ahead);

    /**
     * Returns how many repeat purchases a new customer is expected to make.
     *
     * @param time the time from the first purchase on, finite and not negative
     * @return the expected number
     * @throws IllegalArgumentException if the time is out of range
     */
    double expectedPurchases(double time);

    /**
     * Returns how many purchases a customer is expected to make from now on.
     *
     * @param history the history until now
     * @param time the time from now on, finite and not negative
     * @return the expected number
     * @throws IllegalArgumentException if the time is out of range
     */
    double expectedPurchases(BuyingHistory history, double time);

    /**
     * Returns the probability that a new customer makes exactly so many repeat purchases.
     *
     * @param purchases the number, not negative
     * @param time the time from the first purchase on, finite and not negative
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    double probabilityOf(long purchases, double time);

    /**
     * Returns the probability that a customer makes exactly so many purchases from now on.
     *
     * @param purchases the number, not negative
     * @param history the history until now
     * @param time the time from now on, finite and not negative
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    double probabilityOf(long purchases, BuyingHistory history, double time);

    /**
     * Returns the sum over customers of how many purchases they are expected to make from now on.
     *
     * @param histories the histories until now
     * @param time the time from now on, finite and not negative
     * @return the expected number; 0 without customers
     * @throws IllegalArgumentException if the time is out of range
     */
    default double expectedPurchases(BuyingHistories histories, double time) {
        Checks.notNegative("time", time);
        double sum = 0;
        for (int i = 0; i < histories.rows.size(); i++) {
            sum += histories.rows.counts[i] * expectedPurchases(histories.history(i), time);
        }
        return sum;
    }
}
