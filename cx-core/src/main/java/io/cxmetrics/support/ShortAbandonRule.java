package io.cxmetrics.support;

/**
 * Treatment of those who leave a queue so soon that no service could have kept them.
 *
 * <pre>{@code
 * QueueWait calls = QueueWait.of(new long[] {4_000, 2_000, 60_000}, new boolean[] {true, false, false});
 * calls.abandonment(Duration.ofSeconds(5), ShortAbandonRule.LEFT_OUT); // 1 of 2 (0.5)
 * calls.abandonment(Duration.ofSeconds(5), ShortAbandonRule.OFFERED_ONLY); // 1 of 3 (0.3333333333333333)
 * }</pre>
 *
 * @since 0.1
 */
public enum ShortAbandonRule {

    /** They are abandoned like any other. */
    COUNTED,

    /** They are neither abandoned nor offered: left out of both sides. */
    LEFT_OUT,

    /** They are offered, but not abandoned. The lowest of the three rates. */
    OFFERED_ONLY
}
