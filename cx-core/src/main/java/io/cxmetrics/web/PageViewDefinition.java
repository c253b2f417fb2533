package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests of an access log are page views of people.
 *
 * <p><b>Definition.</b> A request is a page view if its line, its time and its address can be read, its user agent is
 * no program that says so, its method is GET, its status is one of those named, and its path does not end in the
 * extension of a file that is part of a page or no page at all. {@link #reason} names the first of these that fails, in
 * this order.
 *
 * <p>Programs that call themselves browsers count as people: nothing in a log tells them apart.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * PageViewDefinition.STANDARD.reason(WebRequest.of("10.0.0.1", noon, "GET", "/pricing?x=1", 200)); // Optional.empty
 * PageViewDefinition.STANDARD.reason(WebRequest.of("10.0.0.1", noon, "GET", "/logo.png",
 *         200)); // Optional[STATIC_FILE]
 * PageViewDefinition.STANDARD.page("/pricing?x=1"); // /pricing
 * }</pre>
 *
 * @param statuses the answers that are page views, such as {@code 200} or {@code 2xx}
 * @param files the extensions of what is no page, in lower case and without a dot
 * @param bots texts in lower case; a user agent that contains one of them, whatever its case, is a program
 * @param query whether what follows the question mark is part of the page
 * @since 0.1
 */
public record PageViewDefinition(Set<String> statuses, Set<String> files, Set<String> bots, boolean query)
        implements Serializable {

    /** Status 200 alone, without static files and programs that say what they are, and without the query. */
    public static final PageViewDefinition STANDARD = new PageViewDefinition(
            Set.of("200"),
            Set.copyOf(List.of(
                    "png", "jpg", "jpeg", "gif", "bmp", "xbm", "ico", "svg", "webp", "avif", "css", "js", "mjs", "map",
                    "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "mpg", "wav", "au", "zip", "gz", "tgz",
                    "tar", "bz2", "xz", "7z", "rpm", "deb", "exe", "dmg", "xpi", "pdf", "txt")),
            Set.copyOf(List.of(
                    "bot",
                    "crawler",
                    "spider",
                    "slurp",
                    "feed",
                    "fetch",
                    "monitor",
                    "wget",
                    "curl",
                    "python",
                    "java/",
                    "libwww",
                    "archiver")),
            false);

    /** Why a request is no page view of a person. */
    public enum Reason {
        /** The request line cannot be read. */
        INVALID_REQUEST,

        /** The time cannot be read. */
        INVALID_DATE,

        /** No address is given, so that nobody knows who it was. */
        NO_ADDRESS,

        /** The user agent says that it is a program. */
        BOT,

        /** The method is another than GET. */
        NOT_GET,

        /** The status is none of those that are page views. */
        STATUS,

        /** The path is that of a file that is no page. */
        STATIC_FILE
    }

    /** Copies the sets. */
    public PageViewDefinition {
        statuses = Set.copyOf(statuses);
        files = Set.copyOf(files);
        bots = Set.copyOf(bots);
    }

    /**
     * Returns this definition with other answers.
     *
     * @param newStatuses the answers that are page views, such as {@code 200} or {@code 2xx}
     * @return the definition
     */
    public PageViewDefinition withStatuses(String... newStatuses) {
        return new PageViewDefinition(new HashSet<>(List.of(newStatuses)), files, bots, query);
    }

    /**
     * Returns this definition with other files.
     *
     * @param newFiles the extensions of what is no page, in lower case and without a dot
     * @return the definition
     */
    public PageViewDefinition withFiles(String... newFiles) {
        return new PageViewDefinition(statuses, new HashSet<>(List.of(newFiles)), bots, query);
    }

    /**
     * Returns this definition with other bots.
     *
     * @param newBots texts in lower case; a user agent that contains one of them is a program. Without any, none is
     * @return the definition
     */
    public PageViewDefinition withBots(String... newBots) {
        return new PageViewDefinition(statuses, files, new HashSet<>(List.of(newBots)), query);
    }

    /**
     * Returns this definition with the query as part of the page, or without.
     *
     * @param newQuery whether what follows the question mark is part of the page
     * @return the definition
     */
    public PageViewDefinition withQuery(boolean newQuery) {
        return new PageViewDefinition(statuses, files, bots, newQuery);
    }

    /**
     * Tells whether a user agent says that it is a program.
     *
     * @param agent the user agent
     * @return true if it contains one of the texts
     */
    public boolean isBot(String agent) {
        String lower = requireNonNull(agent, "agent").toLowerCase(Locale.ROOT);
        return bots.stream().anyMatch(lower::contains);
    }

    /**
     * Tells why a request is no page view of a person.
     *
     * @param request the request
     * @return the first reason; empty if it is a page view
     */
    public Optional<Reason> reason(WebRequest request) {
        if (request.method().isEmpty()) {
            return Optional.of(Reason.INVALID_REQUEST);
        }
        if (request.at() == null) {
            return Optional.of(Reason.INVALID_DATE);
        }
        if (request.address().isEmpty()) {
            return Optional.of(Reason.NO_ADDRESS);
        }
        if (isBot(request.agent())) {
            return Optional.of(Reason.BOT);
        }
        if (!request.method().equals("GET")) {
            return Optional.of(Reason.NOT_GET);
        }
        String status = String.valueOf(request.status());
        if (!statuses.contains(status) && !statuses.contains(status.charAt(0) + "xx")) {
            return Optional.of(Reason.STATUS);
        }
        return files.contains(extension(request.target())) ? Optional.of(Reason.STATIC_FILE) : Optional.empty();
    }

    private static String extension(String target) {
        String path = path(target);
        int dot = path.lastIndexOf('.');
        return dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String path(String target) {
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /**
     * Returns the page that a request asks for.
     *
     * @param target the path and the query of the request
     * @return the target, without the query unless that is part of the page
     */
    public String page(String target) {
        return query ? target : path(target);
    }
}
