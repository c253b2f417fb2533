package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.web.AgentPattern;
import io.cxmetrics.input.web.RequestReading;
import io.cxmetrics.web.PageViewDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the logs of web servers: which requests are page views, and of whom. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
public final class LogOptions {

    private static final List<String> FIELDS =
            List.of("vhost", "ip", "user", "method", "target", "protocol", "status", "referrer", "agent");

    @Option(
            names = "--log",
            description = "files are logs of a web server, a load balancer or a CDN: common, combined, JSON, extended"
                    + " (IIS, CloudFront), ALB; a page view is a GET, and --by may be vhost, ip, user, method, target,"
                    + " protocol, status, referrer, agent")
    public boolean log;

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
            paramLabel = "REGEX",
            description = "user agents that are programs, in any case; blank for none (default: those that say so: bot,"
                    + " crawler, spider, curl and others)")
    @Nullable
    String bots;

    @Option(names = "--query", description = "what follows the question mark is part of the page")
    boolean query;

    @Option(names = "--ip-only", description = "a visitor is an address, instead of an address with its user agent")
    boolean ipOnly;

    /** Refuses what is no field of a request. */
    public void check(List<String> by) {
        for (String field : by) {
            if (!FIELDS.contains(field)) {
                throw CliException.usage("--by: must be one of " + String.join(", ", FIELDS) + ", got " + field);
            }
        }
    }

    /** How requests are read. */
    public RequestReading reading(ZoneId zone) {
        for (String status : statuses) {
            if (!status.strip().matches("[1-5](\\d\\d|xx)")) {
                throw CliException.usage("--status: must be like 200 or 2xx, got " + status);
            }
        }
        PageViewDefinition pages =
                PageViewDefinition.STANDARD.withStatuses(plain(statuses)).withQuery(query);
        pages = assets == null ? pages : pages.withFiles(plain(assets));
        pages = bots == null ? pages : pages.withBots();
        RequestReading reading = RequestReading.of(pages, zone);
        if (bots != null && !bots.isBlank()) {
            try {
                reading = reading.withBots(AgentPattern.of(bots));
            } catch (InputException e) {
                throw CliException.usage("--bots: must be a regular expression, got " + bots);
            }
        }
        return ipOnly ? reading.byAddress() : reading;
    }

    private static String[] plain(List<String> texts) {
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith(".") ? text.substring(1) : text)
                .toArray(String[]::new);
    }
}
