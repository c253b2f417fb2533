package io.cxmetrics.support.sla;

import io.cxmetrics.support.SlaMetric;

/**
 * From when on a service level counts that was applied after the ticket was created, or after a wait began. Systems
 * disagree; the default of {@link SlaDefinition} is {@link #AT_CREATION}.
 *
 * @since 0.1
 */
public enum SlaStartRule {
    /**
     * The first service level counts as if it had been applied at the creation, whatever is measured: the promise is to
     * the requester, who waits since then. Waits that ended before it was applied are judged by it too. Time without a
     * promise, for want of a target for the priority, counts once there is one.
     */
    AT_CREATION,
    /**
     * The first service level counts as if it had been applied at the creation for the first reply alone; the other
     * clocks count from its application. This is what the dbt package for Zendesk does.
     */
    FIRST_REPLY_AT_CREATION,
    /** Every clock counts from the application, and waits that ended before are not judged. */
    AT_APPLICATION;

    boolean atCreation(SlaMetric metric) {
        return this == AT_CREATION || (this == FIRST_REPLY_AT_CREATION && metric == SlaMetric.FIRST_REPLY);
    }
}
