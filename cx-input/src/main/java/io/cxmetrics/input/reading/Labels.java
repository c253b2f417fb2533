package io.cxmetrics.input.reading;

import java.util.List;

/**
 * The values that a group is made by, in the order of its columns. They order themselves, as text and value by value,
 * so a map of them stays fast also for labels that somebody chose to have equal hash codes.
 *
 * @param values the values, an empty text for blank
 * @since 0.1
 */
public record Labels(List<String> values) implements Comparable<Labels> {

    /** Those of everything. */
    public static final Labels ALL = new Labels(List.of());

    /** Copies the values. */
    public Labels {
        values = List.copyOf(values);
    }

    /**
     * Returns labels.
     *
     * @param values the values
     * @return the labels
     */
    public static Labels of(String... values) {
        return new Labels(List.of(values));
    }

    @Override
    public int compareTo(Labels other) {
        int shared = Math.min(values.size(), other.values.size());
        for (int i = 0; i < shared; i++) {
            int order = values.get(i).compareTo(other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size(), other.values.size());
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
