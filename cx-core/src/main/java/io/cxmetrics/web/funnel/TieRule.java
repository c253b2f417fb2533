package io.cxmetrics.web.funnel;

/**
 * In which order the events of a unit are taken that are at the same time, as where times are whole seconds.
 *
 * @since 0.1
 */
public enum TieRule {

    /**
     * In whatever order brings the unit furthest: events at the same time count as in order, as in Mixpanel and
     * Amplitude. So it does not matter whether a file is written newest first.
     */
    IN_ORDER,

    /** In the order in which they came. */
    AS_GIVEN
}
