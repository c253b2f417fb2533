package io.cxmetrics.cli.web;

import io.cxmetrics.cli.input.AccessLog.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which requests of a log are page views of people: by whom, how, with what answer, and for what. */
public final class PageRequests {

    /** Extensions of files that are part of a page, or are no page at all. */
    public static final List<String> FILES = List.of(
            "png", "jpg", "jpeg", "gif", "bmp", "xbm", "ico", "svg", "webp", "avif", "css", "js", "mjs", "map", "woff",
            "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "mpg", "wav", "au", "zip", "gz", "tgz", "tar", "bz2",
            "xz", "7z", "rpm", "deb", "exe", "dmg", "xpi", "pdf", "txt");

    /** What the user agents of programs are called, for those that say what they are. */
    public static final String BOTS =
            "bot|crawler|spider|slurp|feed|fetch|monitor|wget|curl|python|java/|libwww|archiver";

    private final Set<String> statuses;
    private final Set<String> files;
    private final @Nullable Pattern bots;
    private final boolean query;
    private final Map<String, Boolean> agents = new HashMap<>();

    /**
     * Makes the rules.
     *
     * @param statuses the answers that are page views, such as 200 or 2xx
     * @param files extensions of what is no page
     * @param bots finds the user agents that are programs, null if none is
     * @param query whether what follows the question mark is part of the page
     */
    public PageRequests(Set<String> statuses, Set<String> files, @Nullable Pattern bots, boolean query) {
        this.statuses = Set.copyOf(statuses);
        this.files = Set.copyOf(files);
        this.bots = bots;
        this.query = query;
    }

    /** Returns why a request is no page view of a person, null if it is one. */
    @Nullable
    String reason(Request request) {
        if (request.method().isEmpty()) {
            return "invalid_request";
        }
        if (request.at() == null) {
            return "invalid_date";
        }
        if (request.ip().isEmpty()) {
            return "no_address";
        }
        if (bots != null && agents.computeIfAbsent(request.agent(), this::isBot)) {
            return "bot";
        }
        if (!request.method().equals("GET")) {
            return "not_get";
        }
        String status = String.valueOf(request.status());
        if (!statuses.contains(status) && !statuses.contains(status.charAt(0) + "xx")) {
            return "status_" + status;
        }
        return files.contains(extension(request.target())) ? "static_file" : null;
    }

    private boolean isBot(String agent) {
        return bots != null && bots.matcher(agent).find();
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

    /** Returns the page that a request asks for. */
    String page(Request request) {
        return query ? request.target() : path(request.target());
    }
}
