package io.cxmetrics.input.reading;

import io.cxmetrics.input.InputException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What columns mean: for each role, such as {@code created}, the name of the column that plays it. A role that nobody
 * named is played by the column of its own name.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Roles roles = Roles.NONE.with("created", "Opened at").with("plan", "Plan, tier");
 * roles.column("created"); // Opened at
 * roles.column("priority"); // priority
 * Roles.parse("created=Opened at"); // {created=Opened at}
 * }</pre>
 *
 * @since 0.1
 */
public final class Roles {

    /** Each role is played by the column of its own name. */
    public static final Roles NONE = new Roles(new TreeMap<>());

    private final SortedMap<String, String> columns;

    private Roles(SortedMap<String, String> columns) {
        this.columns = columns;
    }

    /**
     * Returns roles with their columns.
     *
     * @param columns the name of the column for each role
     * @return the roles
     */
    public static Roles of(Map<String, String> columns) {
        return new Roles(new TreeMap<>(columns));
    }

    /**
     * Reads roles from options. What follows the first equals sign is the name of the column as it is, commas included.
     *
     * @param options texts such as {@code created=Opened at}
     * @return the roles
     * @throws InputException if a text is of another form, or a role is named twice
     */
    public static Roles parse(String... options) {
        TreeMap<String, String> columns = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            String role = option.substring(0, Math.max(0, equals)).strip();
            String column = option.substring(equals + 1).strip();
            if (role.isEmpty() || column.isEmpty()) {
                throw InputException.request("role must be like created=Opened at, got " + option);
            }
            String before = columns.put(role, column);
            if (before != null) {
                throw InputException.request("role " + role + " is named twice: " + before + " and " + column);
            }
        }
        return new Roles(columns);
    }

    /**
     * Returns these roles and one more.
     *
     * @param role the role
     * @param column the name of its column
     * @return the roles
     */
    public Roles with(String role, String column) {
        TreeMap<String, String> more = new TreeMap<>(columns);
        more.put(role, column);
        return new Roles(more);
    }

    /**
     * Returns the column of a role.
     *
     * @param role the role
     * @return the name of its column; the role itself if nobody named one
     */
    public String column(String role) {
        return columns.getOrDefault(role, role);
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
