package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.web.PageRequests;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the logs of web servers: which requests are page views, and of whom. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class LogOptions {

    @Option(
            names = "--log",
            description = "files are logs of a web server, in the common or the combined format; a page view is a GET,"
                    + " and --by may be ip, user, method, status, referrer, agent")
    boolean log;

    @Option(
            names = "--status",
            split = ",",
            defaultValue = "200,304",
            paramLabel = "STATUS",
            description = "the answers that are page views, such as 200 or 2xx (default: ${DEFAULT-VALUE})")
    List<String> statuses;

    @Option(
            names = "--assets",
            split = ",",
            paramLabel = "EXT",
            description =
                    "extensions of what is no page; blank for none (default: images, scripts, archives and others)")
    @Nullable
    List<String> assets;

    @Option(
            names = "--bots",
            defaultValue = PageRequests.BOTS,
            paramLabel = "REGEX",
            description = "user agents that are programs, in any case; blank for none (default: ${DEFAULT-VALUE})")
    String bots;

    @Option(names = "--query", description = "what follows the question mark is part of the page")
    boolean query;

    @Option(names = "--ip-only", description = "a visitor is an address, instead of an address with its user agent")
    boolean ipOnly;

    PageRequests pages() {
        for (String status : statuses) {
            if (!status.strip().matches("[1-5](\\d\\d|xx)")) {
                throw CliException.usage("--status: must be like 200 or 2xx, got " + status);
            }
        }
        return new PageRequests(plain(statuses), plain(assets == null ? PageRequests.FILES : assets), pattern(), query);
    }

    private @Nullable Pattern pattern() {
        if (bots.isBlank()) {
            return null;
        }
        try {
            return Pattern.compile(bots, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw CliException.usage("--bots: must be a regular expression, got " + bots);
        }
    }

    private static Set<String> plain(List<String> texts) {
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith(".") ? text.substring(1) : text)
                .collect(Collectors.toSet());
    }
}
