package io.cxmetrics.input.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Scores;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.weighted.Weights;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows of a survey become answers. The role {@code rating} holds the answers. On demand, {@code weight} holds
 * their weights, other columns tell who answered, and one says when.
 *
 * <p>A row whose respondent is blank in one of the columns is left out as {@code no_respondent}: nobody knows whether
 * anonymous answers are of one person. A row whose time is blank or cannot be read still counts, before all others of
 * its respondent.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "user,rating\nada,9\nada,2\n,10\nbob,12\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("survey.csv", new java.io.ByteArrayInputStream(bytes)));
 * ResponseReading reading = ResponseReading.of(Screening.on(RatingScale.ZERO_TO_TEN)).withRespondent("user");
 * Outcome<List<Response>> outcome = reading.reading().toList(table);
 * outcome.result().size(); // 2
 * outcome.accounting().leftOut(); // no_respondent 1, out_of_scale 1
 * }</pre>
 *
 * @since 0.1
 */
public final class ResponseReading {

    /** The role of the column of answers. */
    public static final String RATING = "rating";

    /** The role of the column of weights. */
    public static final String WEIGHT = "weight";

    private static final String RESPONDENT = "respondent";

    private final Screening screening;
    private final @Nullable FieldReader<Double> weights;
    private final List<String> respondent;
    private final @Nullable Field<Value<Moment>> date;
    private final ZoneId zone;

    private ResponseReading(
            Screening screening,
            @Nullable FieldReader<Double> weights,
            List<String> respondent,
            @Nullable Field<Value<Moment>> date,
            ZoneId zone) {
        this.screening = screening;
        this.weights = weights;
        this.respondent = respondent;
        this.date = date;
        this.zone = zone;
    }

    /**
     * Returns the reading of answers that count one each.
     *
     * @param screening which texts are answers
     * @return the reading
     */
    public static ResponseReading of(Screening screening) {
        return new ResponseReading(requireNonNull(screening, "screening"), null, List.of(), null, ZoneOffset.UTC);
    }

    /**
     * Returns this reading with weights.
     *
     * @param numbers how they are written
     * @return the reading
     */
    public ResponseReading withWeight(Numbers numbers) {
        return new ResponseReading(screening, weights(numbers.reals()), respondent, date, zone);
    }

    private static FieldReader<Double> weights(FieldReader<Double> reals) {
        return text -> {
            Value<Double> number = reals.read(text);
            boolean fine = number.isPresent() && Weights.allowed(number.get());
            return fine ? number : Value.invalid("be 0 or in [1e-100, 1e100]");
        };
    }

    /**
     * Returns this reading with respondents.
     *
     * @param roles the roles of the columns that tell them apart
     * @return the reading
     */
    public ResponseReading withRespondent(String... roles) {
        return new ResponseReading(screening, weights, List.of(roles), date, zone);
    }

    /**
     * Returns this reading with the time of each answer, which decides which answer of a respondent came last.
     *
     * @param role the role of its column
     * @param dates how it is written
     * @param newZone the zone of times without an offset
     * @return the reading
     */
    public ResponseReading withTime(String role, FieldReader<Moment> dates, ZoneId newZone) {
        Field<Value<Moment>> time = Field.noted(role, dates);
        return new ResponseReading(screening, weights, respondent, time, requireNonNull(newZone, "zone"));
    }

    /**
     * Returns the reading of rows. It numbers the rows, so each reading of a table needs one of its own.
     *
     * @return the reading
     */
    public Reading<Response> reading() {
        Field<Integer> rating = Field.required(RATING, Scores.on(screening));
        Field<Double> weight = weights == null ? null : Field.required(WEIGHT, weights);
        List<Field<String>> keys = new ArrayList<>();
        for (String role : respondent) {
            keys.add(Field.required(role, named(RESPONDENT, Names.required())));
        }
        List<Field<?>> fields = new ArrayList<>();
        fields.add(rating);
        if (weight != null) {
            fields.add(weight);
        }
        fields.addAll(keys);
        if (date != null) {
            fields.add(date);
        }
        long[] rows = {0};
        return Reading.of(
                row -> new Response(
                        row.get(rating),
                        weight == null ? 1 : row.get(weight),
                        keys.isEmpty() ? Labels.ALL : key(row, keys),
                        time(row),
                        rows[0]++),
                fields.toArray(new Field<?>[0]));
    }

    private static Labels key(Fields row, List<Field<String>> keys) {
        List<String> values = new ArrayList<>(keys.size());
        for (Field<String> key : keys) {
            values.add(row.get(key));
        }
        return new Labels(values);
    }

    private Instant time(Fields row) {
        if (date == null) {
            return Instant.MIN;
        }
        Value<Moment> time = row.get(date);
        return time.isPresent() ? time.get().instant(zone) : Instant.MIN;
    }

    /** Several columns make one key, so that a blank one is a blank respondent, whatever the column is called. */
    private static FieldReader<String> named(String role, FieldReader<String> reader) {
        return text -> {
            Value<String> value = reader.read(text);
            return value.isPresent() ? value : Value.leftOut(value.reason(role), "name a respondent");
        };
    }
}
