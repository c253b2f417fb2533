package io.cxmetrics.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The columns that every file of events has, and where its sessions end. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class EventOptions {

    @Option(names = "--visitor", paramLabel = "COLUMN", description = "what tells visitors apart")
    @Nullable
    String visitor;

    @Option(names = "--at", paramLabel = "COLUMN", description = "when it was")
    @Nullable
    String at;

    @Option(names = "--event", paramLabel = "COLUMN", description = "the name of what happened")
    @Nullable
    String event;

    @Option(
            names = "--session",
            paramLabel = "COLUMN",
            description = "the session that each event was given, of its visitor (default: sessions are cut by time)")
    @Nullable
    String session;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "the time without an event that ends a session, such as 15m or 1h (default: 30m)")
    @Nullable
    String timeout;
}
