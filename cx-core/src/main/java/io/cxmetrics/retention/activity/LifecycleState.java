package io.cxmetrics.retention.activity;

/**
 * Where an actor stands on a day, by when it was last active. Each seen actor is in one state.
 *
 * @since 0.1
 */
public enum LifecycleState {

    /** Active today for the first time ever. */
    NEW,

    /** Active today and in the rest of the week that ends today. */
    CURRENT,

    /** Active today after more than a week, within a month. */
    REACTIVATED,

    /** Active today after a month or more. */
    RESURRECTED,

    /** Not active today but in the week that ends today. */
    AT_RISK_WEEKLY,

    /** Not active in the week but in the month that ends today. */
    AT_RISK_MONTHLY,

    /** Not active in the month that ends today. */
    DORMANT
}
