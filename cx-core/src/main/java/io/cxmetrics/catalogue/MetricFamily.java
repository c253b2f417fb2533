package io.cxmetrics.catalogue;

/**
 * The family of a metric.
 *
 * @since 0.1
 */
public enum MetricFamily {
    /** Answers to surveys. */
    SURVEYS("Surveys"),
    /** How tickets, calls and contacts go. */
    SUPPORT("Support"),
    /** Whether customers stay. */
    RETENTION("Retention"),
    /** Worth of customers. */
    VALUE("Value"),
    /** Behaviour on a site or in an app. */
    WEB("Web and apps"),
    /** Statistics underneath the others. */
    STATISTICS("Statistics");

    private final String title;

    MetricFamily(String title) {
        this.title = title;
    }

    /**
     * Returns the title for people.
     *
     * @return such as {@code Web and apps}
     */
    public String title() {
        return title;
    }
}
