package io.cxmetrics.catalogue;

/**
 * The unit in which a metric answers.
 *
 * @since 0.1
 */
public enum MetricUnit {
    /** A fraction of one: 0.25 is a quarter. */
    FRACTION("fraction"),
    /** Percent: 25 is a quarter. */
    PERCENT("percent"),
    /** Points of a score. */
    POINTS("points"),
    /** Points of the rating scale that was used. */
    SCALE("points of the scale"),
    /** Major units of a currency. */
    MONEY("money"),
    /** A length of time. */
    TIME("time"),
    /** How many. */
    COUNT("count"),
    /** A quotient that can pass one. */
    RATIO("ratio"),
    /** The unit of what was measured. */
    MEASURED("unit of the values");

    private final String title;

    MetricUnit(String title) {
        this.title = title;
    }

    /**
     * Returns the title for people.
     *
     * @return such as {@code fraction}
     */
    public String title() {
        return title;
    }
}
