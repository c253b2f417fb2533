package io.cxmetrics.survey.response;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How {@link Respondents} is written: the ratings of all, and a column for each part of what is kept of a respondent.
 */
final class RespondentsForm {

    private static final String[] FIELDS = {
        "ratings", "respondents", "counts", "sums",
        "firstSeconds", "firstNanos", "firstSequences", "firstRatings",
        "latestSeconds", "latestNanos", "latestSequences", "latestRatings"
    };

    private final StoredFields fields;
    private final RatingScale scale;

    private RespondentsForm(StoredFields fields, RatingScale scale) {
        this.fields = fields;
        this.scale = scale;
    }

    static <K> StoredForm of(Ratings all, Map<K, AnswerHistory> histories) {
        List<Map.Entry<K, AnswerHistory>> rows = histories.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<K, AnswerHistory> row) -> row.getKey().toString()))
                .toList();
        StoredForm form = StoredForm.of("Respondents", 1)
                .with("ratings", all)
                .withKeys("respondents", rows.stream().map(Map.Entry::getKey).toList())
                .with("counts", column(rows, AnswerHistory::count))
                .with("sums", column(rows, AnswerHistory::sum));
        return withAnswers(
                withAnswers(form, rows, "first", AnswerHistory::first), rows, "latest", AnswerHistory::latest);
    }

    /** Seconds and nanoseconds are two columns of one instant. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano")
    private static <K> StoredForm withAnswers(
            StoredForm form,
            List<Map.Entry<K, AnswerHistory>> rows,
            String name,
            Function<AnswerHistory, Answer<?>> answer) {
        return form.with(
                        name + "Seconds",
                        column(rows, row -> answer.apply(row).at().getEpochSecond()))
                .with(name + "Nanos", column(rows, row -> answer.apply(row).at().getNano()))
                .with(name + "Sequences", column(rows, row -> answer.apply(row).sequence()))
                .with(name + "Ratings", column(rows, row -> answer.apply(row).rating()));
    }

    private static <K> long[] column(List<Map.Entry<K, AnswerHistory>> rows, ToLongFunction<AnswerHistory> part) {
        return rows.stream().mapToLong(row -> part.applyAsLong(row.getValue())).toArray();
    }

    static <K> Respondents<K> read(StoredForm form) {
        StoredFields fields = form.expect("Respondents", 1, FIELDS);
        for (int i = 2; i < FIELDS.length; i++) {
            fields.sameLength(FIELDS[1], FIELDS[i]);
        }
        Ratings all = fields.part("ratings").as(Ratings.class);
        List<K> respondents = fields.distinctKeys("respondents");
        RespondentsForm reader = new RespondentsForm(fields, all.scale());
        List<Answer<K>> first = reader.answers("first", respondents);
        List<Answer<K>> latest = reader.answers("latest", respondents);
        long[] counts = fields.wholes("counts");
        long[] sums = fields.wholes("sums");
        Map<K, AnswerHistory> histories = new HashMap<>();
        long count = 0;
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            AnswerHistory history = new AnswerHistory(first.get(i), latest.get(i), counts[i], sums[i]);
            histories.put(respondents.get(i), history.checked(all.scale()));
            count = Math.addExact(count, counts[i]);
            sum = Math.addExact(sum, sums[i]);
        }
        Checks.same("answers of all respondents", all.count(), count);
        Checks.same("sum of all ratings", sum(all), sum);
        return Respondents.ofParts(all, histories);
    }

    private static long sum(Ratings all) {
        long sum = 0;
        long[] counts = all.counts();
        for (int i = 0; i < counts.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact((long) all.scale().min() + i, counts[i]));
        }
        return sum;
    }

    private <K> List<Answer<K>> answers(String name, List<K> respondents) {
        long[] seconds = fields.wholes(name + "Seconds");
        int[] nanos = fields.integers(name + "Nanos");
        long[] sequences = fields.wholes(name + "Sequences");
        int[] ratings = fields.integers(name + "Ratings");
        return IntStream.range(0, respondents.size())
                .mapToObj(i -> new Answer<>(
                        respondents.get(i),
                        instant(seconds[i], Checks.inRange(name + "Nanos", nanos[i], 0, 999_999_999)),
                        sequences[i],
                        Checks.inRange("rating", ratings[i], scale.min(), scale.max())))
                .toList();
    }

    private static Instant instant(long seconds, int nanos) {
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("seconds must be of an instant, got " + seconds, e);
        }
    }
}
