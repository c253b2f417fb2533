package io.cxmetrics.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * Where the definition of a metric stands.
 *
 * @param title author, title and year, or the page of a system
 * @param link an address or a DOI
 * @since 0.1
 */
public record MetricSource(String title, String link) {

    /** Checks that both are given. */
    public MetricSource {
        requireNonNull(title, "title");
        requireNonNull(link, "link");
    }
}
