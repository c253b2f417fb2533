package io.cxmetrics.compare.driver;

/**
 * Where a driver stands by importance and performance.
 *
 * <p><b>Source.</b> J. Martilla, J. James, "Importance-Performance Analysis", Journal of Marketing 41 (1977) 77-79.
 *
 * @since 0.1
 */
public enum Quadrant {
    /** Important and rated low: what goes with dissatisfaction most. */
    CONCENTRATE_HERE,
    /** Important and rated high. */
    KEEP_UP,
    /** Less important and rated low. */
    LOW_PRIORITY,
    /** Less important and rated high. */
    POSSIBLE_OVERKILL;

    static Quadrant of(boolean important, boolean good) {
        if (important) {
            return good ? KEEP_UP : CONCENTRATE_HERE;
        }
        return good ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }
}
