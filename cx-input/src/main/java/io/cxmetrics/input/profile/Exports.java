package io.cxmetrics.input.profile;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.source.Source;
import java.nio.file.Path;

/**
 * Opens exports of known systems.
 *
 * <pre>{@code
 * String json = "{\"tickets\":[{\"id\":1,\"via\":{\"channel\":\"web\"},\"requester_id\":7,\"status\":\"solved\","
 *         + "\"created_at\":\"2026-03-02T08:00:00Z\",\"priority\":\"high\","
 *         + "\"metric_set\":{\"solved_at\":\"2026-03-02T10:30:00Z\"}}]}";
 * Export export = Exports.open(Source.of("tickets.json", new java.io.ByteArrayInputStream(json.getBytes())));
 * Tickets tickets = export.tickets().grouped(Grouping.by("priority")).read(export.table()).result();
 * Instant now = Instant.parse("2026-04-01T00:00:00Z");
 * var byPriority = tickets.fold(now, SupportDefinition.STANDARD.aggregation(tickets, now)).byLabels();
 * TimeToResolution high = byPriority.get(new Labels(List.of("high"))).total().summary().resolution();
 * high.mean(ChronoUnit.HOURS); // 2.5
 * export.profile(); // zendesk-tickets
 * export.roles("support"); // {created=created_at, priority=priority, resolved=metric_set.solved_at}
 * }</pre>
 *
 * @since 0.1
 */
public final class Exports {

    private Exports() {}

    /**
     * Opens a file.
     *
     * @param file where it lies
     * @return the export
     * @throws InputException if it is not there, of no known system, or of two that it could be
     */
    public static Export open(Path file) {
        return open(Source.of(file));
    }

    /**
     * Opens a source.
     *
     * @param source the file, stream or pipe
     * @return the export
     * @throws InputException if it cannot be opened, is of no known system, or of two that it could be
     */
    public static Export open(Source source) {
        Source twice = source.lookable();
        Recognition recognition = Profiles.recognise(twice)
                .orElseThrow(() -> InputException.data(source.name(), "is an export of no known system"));
        return new Export(recognition, twice);
    }

    /**
     * Opens a source of a known profile.
     *
     * @param profile the profile
     * @param source the file, stream or pipe
     * @return the export
     * @throws InputException if it cannot be opened, or lacks what the profile knows it by
     */
    public static Export open(Profile profile, Source source) {
        Source twice = source.lookable();
        return new Export(Profiles.recognise(profile, twice), twice);
    }
}
