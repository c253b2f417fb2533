package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The columns that every file of events has, and where its sessions end. */
public final class EventOptions {

    @Option(names = "--visitor", paramLabel = "COLUMN", description = "what tells visitors apart")
    @Nullable
    public String visitor;

    @Option(names = "--at", paramLabel = "COLUMN", description = "when it was")
    @Nullable
    public String at;

    @Option(names = "--event", paramLabel = "COLUMN", description = "the name of what happened")
    @Nullable
    public String event;

    @Option(
            names = "--session",
            paramLabel = "COLUMN",
            description = "the session that each event was given, of its visitor (default: sessions are cut by time)")
    @Nullable
    public String session;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "the time without an event that ends a session, such as 15m or 1h (default: 30m)")
    @Nullable
    public String timeout;

    /** Refuses options that have no effect together. */
    public void check() {
        if (session != null && timeout != null) {
            throw CliException.usage("--timeout: cannot be combined with --session");
        }
    }

    /** A definition whose sessions end as these options say. */
    public SessionDefinition sessions(SessionDefinition definition) {
        if (session != null) {
            return definition.rules().givenIds() ? definition : definition.withRules(SessionRules.given());
        }
        Duration longest = LengthOfTime.of("--timeout", timeout);
        return longest == null ? definition : definition.withTimeout(longest);
    }
}
