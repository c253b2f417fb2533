package io.cxmetrics.compare;

/**
 * What the interval of a {@link Change} says. One source decides: the interval that is shown, so that a verdict never
 * contradicts it.
 *
 * <p>{@link #NO_EVIDENCE} is not {@link #WITHIN_MARGIN}: the first means that the data are silent, the second that they
 * show a change too small to matter. Only a margin that the caller names can show the second.
 *
 * @since 0.1
 */
public enum Verdict {
    /** The interval excludes 0 on the good side. */
    BETTER,
    /** The interval excludes 0 on the bad side. */
    WORSE,
    /** The interval lies above 0, and the metric has no good side. */
    HIGHER,
    /** The interval lies below 0, and the metric has no good side. */
    LOWER,
    /** The interval includes 0: the data do not tell whether anything changed. */
    NO_EVIDENCE,
    /** The whole interval lies within the margin: if anything changed, it is too little to matter. */
    WITHIN_MARGIN,
    /** There is no interval, because a side is empty or has no variance. */
    UNDEFINED
}
