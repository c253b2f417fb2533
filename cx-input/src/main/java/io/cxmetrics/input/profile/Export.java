package io.cxmetrics.input.profile;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.support.TicketAuthors;
import io.cxmetrics.input.support.TicketReading;
import io.cxmetrics.input.support.TicketRole;
import io.cxmetrics.input.support.TicketStatuses;
import io.cxmetrics.input.survey.Response;
import io.cxmetrics.input.survey.ResponseReading;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.survey.RatingScale;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * An export whose system is known: the table, and readings whose roles, words and filters are those of its profile.
 * {@link Exports} opens it.
 *
 * <p>Immutable. The export of a stream can be read once.
 *
 * @since 0.1
 */
public final class Export {

    private final Recognition recognition;
    private final Source source;

    Export(Recognition recognition, Source source) {
        this.recognition = recognition;
        this.source = source;
    }

    /**
     * Returns the profile that fits.
     *
     * @return the profile
     */
    public Profile profile() {
        return recognition.profile();
    }

    /**
     * Returns why it fits, and what each column was taken for.
     *
     * @return the recognition
     */
    public Recognition recognition() {
        return recognition;
    }

    /**
     * Returns the rows.
     *
     * @return the table, in the layout of the profile
     */
    public Table table() {
        return Table.of(recognition.charset().map(source::withCharset).orElse(source))
                .with(recognition.layout());
    }

    /**
     * Returns which column plays which role.
     *
     * @param metric the name of a command, such as {@code support}
     * @return the roles
     * @throws InputException if the file does not answer the metric; the message says what it lacks
     */
    public Roles roles(String metric) {
        return answer(metric).roles();
    }

    private Answer answer(String metric) {
        return recognition
                .answer(metric)
                .orElseThrow(() -> InputException.request(source.name() + ": does not answer " + metric
                        + recognition.missing(metric).map(why -> ": " + why).orElse("")));
    }

    /**
     * Returns the reading of tickets. Times without an offset are in UTC where neither the file nor its system says
     * another zone.
     *
     * @return the reading, with the roles that the file has
     * @throws InputException if the file holds no tickets that can be read
     */
    public TicketReading tickets() {
        Answer answer = answer("support");
        TicketStatuses statuses = TicketStatuses.parse(answer.statuses().entrySet().stream()
                .map(status -> status.getKey() + "=" + status.getValue())
                .toArray(String[]::new));
        return TicketReading.of(answer.columns().keySet().stream()
                        .map(role -> TicketRole.valueOf(role.toUpperCase(Locale.ROOT)))
                        .toArray(TicketRole[]::new))
                .with(answer.roles())
                .with(answer.where())
                .withWords(statuses, TicketAuthors.PLAIN)
                .withDates(dates(), recognition.zone().orElse(ZoneId.from(ZoneOffset.UTC)));
    }

    /**
     * Returns the reading of the answers to a survey.
     *
     * @param metric {@code nps}, {@code csat} or {@code ces}
     * @param usual the scale where the file does not tell one
     * @return the reading
     * @throws InputException if the file does not answer the metric
     */
    public Reading<Response> responses(String metric, RatingScale usual) {
        Answer answer = answer(metric);
        return ResponseReading.of(answer.screening(usual))
                .reading()
                .with(answer.roles())
                .with(answer.where());
    }

    private FieldReader<Moment> dates() {
        FieldReader<Moment> dates = Dates.of(recognition.dates().toArray(String[]::new));
        return recognition.noDate().isEmpty()
                ? dates
                : dates.withBlank(recognition.noDate().toArray(String[]::new));
    }

    @Override
    public String toString() {
        return source.name() + " of " + profile();
    }
}
