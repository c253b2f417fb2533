package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Reason;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the statuses of a file mean. Names that are categories themselves, such as {@code Solved} or {@code on-hold},
 * need no explanation, whatever their case. A status may also take its tickets out: one that was merged, deleted or
 * marked as spam was not resolved.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * TicketStatuses statuses = TicketStatuses.parse("Waiting for customer=pending", "merged=left-out");
 * statuses.of("Waiting for customer").orElseThrow(); // Status[name=Waiting for customer, category=PENDING]
 * statuses.of("Resolved").orElseThrow().category(); // SOLVED
 * statuses.of("merged"); // Optional.empty
 * }</pre>
 *
 * @since 0.1
 */
public final class TicketStatuses {

    /** Names that are categories themselves, and no others. */
    public static final TicketStatuses CATEGORIES = new TicketStatuses(new TreeMap<>());

    private static final String WORDS = "new, open, pending, hold, solved, closed, left-out";

    private final Map<String, Meaning> meanings;

    private TicketStatuses(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    /** A status, or the reason that its tickets are left out for. */
    record Meaning(@Nullable Status status, @Nullable Reason leftOut) {}

    /**
     * Returns the meanings that texts give.
     *
     * @param options texts such as {@code Waiting=pending} or {@code merged=left-out}; the last equals sign counts
     * @return the meanings
     * @throws InputException if a text is of another form, or a name has two meanings
     */
    public static TicketStatuses parse(String... options) {
        TicketStatuses statuses = CATEGORIES;
        for (String option : options) {
            int equals = option.lastIndexOf('=');
            String name = option.substring(0, Math.max(0, equals)).strip();
            Meaning meaning = name.isEmpty() ? null : meaning(name, option.substring(equals + 1));
            if (meaning == null) {
                throw InputException.request(
                        "statuses must be like Waiting=pending, with one of " + WORDS + ", got " + option);
            }
            if (statuses.meanings.containsKey(name)) {
                throw InputException.request("statuses must name each once, got two meanings for " + name);
            }
            statuses = statuses.with(name, meaning);
        }
        return statuses;
    }

    private TicketStatuses with(String name, Meaning meaning) {
        TreeMap<String, Meaning> more = new TreeMap<>(meanings);
        more.put(name, meaning);
        return new TicketStatuses(more);
    }

    private static @Nullable Meaning meaning(String name, String word) {
        String plain = word.strip().toUpperCase(Locale.ROOT).replaceAll("[-_ ]", "");
        StatusCategory category = switch (plain) {
            case "NEW" -> StatusCategory.NEW;
            case "OPEN" -> StatusCategory.OPEN;
            case "PENDING" -> StatusCategory.PENDING;
            case "HOLD", "ONHOLD" -> StatusCategory.HOLD;
            case "SOLVED", "RESOLVED" -> StatusCategory.SOLVED;
            case "CLOSED" -> StatusCategory.CLOSED;
            default -> null;
        };
        if (category != null) {
            return new Meaning(new Status(name, category), null);
        }
        return plain.equals("LEFTOUT") ? new Meaning(null, reason(name)) : null;
    }

    /** The reason that tickets with a value are left out for. */
    static Reason reason(String value) {
        return new Reason(value.strip().toLowerCase(Locale.ROOT).replace(' ', '_'), Reason.Kind.CHOSEN);
    }

    /**
     * Returns these meanings and one more.
     *
     * @param name the name of the status
     * @param category what it means
     * @return the meanings
     */
    public TicketStatuses with(String name, StatusCategory category) {
        return with(name, new Meaning(new Status(name, category), null));
    }

    /**
     * Returns these meanings and a status that takes its tickets out, as long as it is their latest.
     *
     * @param name the name of the status, which is the reason too
     * @return the meanings
     */
    public TicketStatuses leavingOut(String name) {
        return with(name, new Meaning(null, reason(name)));
    }

    /**
     * Returns what a name means.
     *
     * @param name the name as it stands in the file
     * @return the status; nothing for one that takes its tickets out
     * @throws InputException if nobody said what it means
     */
    public Optional<Status> of(String name) {
        return Optional.ofNullable(meaning(name).status());
    }

    Meaning meaning(String name) {
        Meaning known = meanings.get(requireNonNull(name, "name"));
        Meaning meaning = known != null ? known : name.equalsIgnoreCase("left-out") ? null : meaning(name, name);
        if (meaning == null) {
            throw InputException.request("statuses must say what the status " + name + " means, with one of " + WORDS);
        }
        return meaning;
    }

    @Override
    public String toString() {
        return meanings.keySet().toString();
    }
}
