package io.cxmetrics.input.support;

import io.cxmetrics.input.InputException;
import io.cxmetrics.support.Author;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the authors of comments are. {@code agent}, {@code requester} and {@code system} need no explanation, and
 * neither do their usual other names, whatever their case: {@code admin}, {@code staff}; {@code customer},
 * {@code user}, {@code end-user}; {@code bot}, {@code trigger}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * TicketAuthors authors = TicketAuthors.parse("tier 2=agent", "mailer=system");
 * authors.of("tier 2"); // AGENT
 * authors.of("End-User"); // REQUESTER
 * }</pre>
 *
 * @since 0.1
 */
public final class TicketAuthors {

    /** Names that speak for themselves, and no others. */
    public static final TicketAuthors PLAIN = new TicketAuthors(new TreeMap<>());

    private final Map<String, Author> named;

    private TicketAuthors(Map<String, Author> named) {
        this.named = named;
    }

    /**
     * Returns the authors that texts name.
     *
     * @param options texts such as {@code tier 2=agent}; the last equals sign counts
     * @return the authors
     * @throws InputException if a text is of another form, or names an author twice
     */
    public static TicketAuthors parse(String... options) {
        TreeMap<String, Author> named = new TreeMap<>();
        for (String option : options) {
            int equals = option.lastIndexOf('=');
            String name = option.substring(0, Math.max(0, equals)).strip();
            Author author = name.isEmpty() ? null : plain(option.substring(equals + 1));
            if (author == null) {
                throw InputException.request(
                        "authors must be like tier 2=agent, with one of agent, requester, system, got " + option);
            }
            if (named.put(name, author) != null) {
                throw InputException.request("authors must name each once, got two roles for " + name);
            }
        }
        return new TicketAuthors(named);
    }

    private static @Nullable Author plain(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
            case "agent", "admin", "staff" -> Author.AGENT;
            case "requester", "customer", "user", "enduser" -> Author.REQUESTER;
            case "system", "bot", "trigger" -> Author.SYSTEM;
            default -> null;
        };
    }

    /**
     * Returns what an author is.
     *
     * @param name the name as it stands in the file
     * @return the author
     * @throws InputException if nobody said what it is
     */
    public Author of(String name) {
        Author known = named.get(name);
        Author author = known != null ? known : plain(name);
        if (author == null) {
            throw InputException.request("authors must say what " + name + " is, with one of agent, requester, system");
        }
        return author;
    }

    @Override
    public String toString() {
        return named.toString();
    }
}
