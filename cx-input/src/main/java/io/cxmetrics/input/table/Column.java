package io.cxmetrics.input.table;

/**
 * A column that was asked for: the handle to its field in each row. Got from {@link Rows#column}.
 *
 * @since 0.1
 */
public final class Column {

    private final String name;
    private final int slot;

    Column(String name, int slot) {
        this.name = name;
        this.slot = slot;
    }

    /**
     * Returns the name it was asked for by.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    int slot() {
        return slot;
    }

    @Override
    public String toString() {
        return name;
    }
}
