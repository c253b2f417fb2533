package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Rules that turn the raw values of a survey file into ratings, and count what is not an answer by reason. The counts
 * of {@link Screened} always add up to the input: nothing is dropped in silence, and nothing is guessed.
 *
 * <p><b>Rules, in this order.</b>
 *
 * <ol>
 *   <li>A declared label or code wins over everything else: {@link #withLabel}, {@link #withNoAnswer},
 *       {@link #withNotApplicable}. Codes that are numbers match however they are written: 11 matches {@code 11.0}.
 *   <li>Nothing, white space, and the spellings of empty ({@code NA}, {@code null}, {@code -}, {@code Blank} and more)
 *       are {@link Exclusion#BLANK}; known phrases are {@link Exclusion#NO_ANSWER} or {@link Exclusion#NOT_APPLICABLE}.
 *   <li>A whole number on the scale is a rating, also as {@code 4.0}; another whole number is
 *       {@link Exclusion#OUT_OF_SCALE}, and so is any number beyond the ends; a number between two points is
 *       {@link Exclusion#FRACTIONAL}, never rounded; the rest is
 *       {@link Exclusion#NOT_A_NUMBER}.
 * </ol>
 *
 * <p>Upper and lower case are alike, and white space around a value does not count. Numbers use a decimal point.
 *
 * <p><b>Ratings with a partner.</b> Where a rating is counted with a group, a weight or a time,
 * {@link #toScreened(Function, Predicate, Collector)} screens whole rows: it hands the rows with an answer to any other
 * collector, and counts a row whose partner is missing or out of range as {@link Exclusion#INCOMPLETE}.
 *
 * <p><b>Yes and no.</b> {@link #yesNo()} reads them as 1 and 0; the share of yes is the top box, a
 * {@link io.cxmetrics.stat.Proportion}. Where answers are {@code boolean} already,
 * {@link io.cxmetrics.stat.Proportion#toProportion} counts them.
 *
 * <p>Arrays of whole numbers are counted first and each number is judged once, so that blanks and codes cost no more
 * than ratings.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Screening screening = Screening.on(RatingScale.ZERO_TO_TEN).withNoAnswer("11");
 * Screened screened = screening.screen(List.of("10", "9.0", "11", "", "6.5", "12"));
 * Nps.from(screened.ratings()).count(); // 2
 * screened.leftOut(); // Exclusions[BLANK=1, NO_ANSWER=1, OUT_OF_SCALE=1, FRACTIONAL=1]
 * screened.total(); // 6
 * Screening.yesNo().screen(List.of("Yes", "no", "", "YES")).ratings().topBox(1); // 2 of 3 (0.6666666666666666)
 * record Row(String store, String rating) {}
 * Screening.Outcome<Map<String, Nps>> stores = Stream.of(new Row("web", "9"), new Row("web", ""), new Row("", "3"))
 *     .collect(screening.toScreened(
 *         Row::rating, row -> !row.store().isEmpty(), groupingBy(rated -> rated.row().store(), Nps.toNps(
 *                 Screening.Rated::rating))));
 * stores.answers(); // {web=Nps[promoters=1, passives=0, detractors=0]}
 * stores.leftOut(); // Exclusions[BLANK=1, INCOMPLETE=1]
 * }</pre>
 *
 * @since 0.1
 */
public final class Screening implements Stored {

    private static final long serialVersionUID = 1;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final RatingScale scale;
    private final Map<String, Verdict> labels;
    private final Map<Double, Verdict> codes;

    private Screening(RatingScale scale, Map<String, Verdict> labels, Map<Double, Verdict> codes) {
        this.scale = scale;
        this.labels = labels;
        this.codes = codes;
    }

    /**
     * Returns the screening for a scale, without codes of its own.
     *
     * @param scale the scale
     * @return the screening
     */
    public static Screening on(RatingScale scale) {
        return new Screening(requireNonNull(scale, "scale"), new HashMap<>(), new HashMap<>());
    }

    /**
     * Returns the screening for a question that is answered by yes or no, on {@link RatingScale#THUMBS}: {@code yes},
     * {@code y} and {@code true} are 1, {@code no}, {@code n} and {@code false} are 0. Other words are added by
     * {@link #withLabel}.
     *
     * @return the screening
     */
    public static Screening yesNo() {
        Screening screening = on(RatingScale.THUMBS);
        for (String yes : List.of("yes", "y", "true")) {
            screening.declare(yes, new Verdict(1, null));
        }
        for (String no : List.of("no", "n", "false")) {
            screening.declare(no, new Verdict(0, null));
        }
        return screening;
    }

    /**
     * Returns a screening that also takes values for {@link Exclusion#NO_ANSWER}.
     *
     * @param values codes such as {@code 11} and texts such as {@code Refused}
     * @return the screening
     */
    public Screening withNoAnswer(String... values) {
        return with(Exclusion.NO_ANSWER, values);
    }

    /**
     * Returns a screening that also takes values for {@link Exclusion#NOT_APPLICABLE}.
     *
     * @param values codes such as {@code 6} and texts such as {@code Did not fly}
     * @return the screening
     */
    public Screening withNotApplicable(String... values) {
        return with(Exclusion.NOT_APPLICABLE, values);
    }

    /**
     * Returns a screening that also reads a value as a rating.
     *
     * @param value the text or code in the file, such as {@code Very satisfied}
     * @param rating the rating it stands for
     * @return the screening
     * @throws IllegalArgumentException if the rating is outside the scale
     */
    public Screening withLabel(String value, int rating) {
        if (!scale.contains(rating)) {
            throw scale.outside(rating, " for label " + value);
        }
        Screening copy = copy();
        copy.declare(value, new Verdict(rating, null));
        return copy;
    }

    private Screening with(Exclusion reason, String... values) {
        Screening copy = copy();
        for (String value : values) {
            copy.declare(value, new Verdict(0, reason));
        }
        return copy;
    }

    private Screening copy() {
        return new Screening(scale, new HashMap<>(labels), new HashMap<>(codes));
    }

    private void declare(String value, Verdict verdict) {
        String folded = Spellings.fold(value);
        if (NUMBER.matcher(folded).matches()) {
            codes.put(canonical(Double.parseDouble(folded)), verdict);
        } else {
            labels.put(folded, verdict);
        }
    }

    /**
     * Returns the scale.
     *
     * @return the scale
     */
    public RatingScale scale() {
        return scale;
    }

    /**
     * Tells whether a raw value is one of the spellings that files use for nothing at all.
     *
     * @param raw the value; null is blank
     * @return true for white space, {@code NA}, {@code null}, {@code -}, {@code ?}, {@code Blank} and their like
     */
    public static boolean blank(@Nullable String raw) {
        return raw == null || Spellings.BLANK.contains(Spellings.fold(raw));
    }

    /**
     * Judges one raw value.
     *
     * @param raw the value; null is blank
     * @return the rating, or the reason why it is none
     */
    public Verdict judge(@Nullable String raw) {
        if (raw == null) {
            return excluded(Exclusion.BLANK);
        }
        int plain = Spellings.digits(raw);
        if (plain >= 0) {
            return judge((double) plain); // nearly every value of a file; the patterns below cost far more
        }
        String folded = Spellings.fold(raw);
        Verdict declared = labels.get(folded);
        if (declared != null) {
            return declared;
        }
        if (Spellings.BLANK.contains(folded)) {
            return excluded(Exclusion.BLANK);
        }
        if (NUMBER.matcher(folded).matches()) {
            return judge(Double.parseDouble(folded));
        }
        if (Spellings.NO_ANSWER.contains(folded)) {
            return excluded(Exclusion.NO_ANSWER);
        }
        return excluded(Spellings.NOT_APPLICABLE.contains(folded) ? Exclusion.NOT_APPLICABLE : Exclusion.NOT_A_NUMBER);
    }

    /**
     * Judges one raw number.
     *
     * @param raw the number; NaN is blank, infinity out of scale
     * @return the rating, or the reason why it is none
     */
    public Verdict judge(double raw) {
        Verdict declared = codes.isEmpty() ? null : codes.get(canonical(raw));
        if (declared != null) {
            return declared;
        }
        if (Double.isNaN(raw)) {
            return excluded(Exclusion.BLANK);
        }
        if (raw < scale.min() || raw > scale.max()) {
            return excluded(Exclusion.OUT_OF_SCALE);
        }
        int rating = (int) raw;
        return rating == raw ? new Verdict(rating, null) : excluded(Exclusion.FRACTIONAL);
    }

    /** Makes -0.0 and 0.0 one key. */
    private static double canonical(double code) {
        return code + 0.0;
    }

    private static Verdict excluded(Exclusion reason) {
        return new Verdict(0, reason);
    }

    /**
     * Screens raw values.
     *
     * @param raw the values, among which null is blank
     * @return the answers, and what was left out
     */
    public Screened screen(Iterable<? extends @Nullable String> raw) {
        ScreenedBuffer buffer = new ScreenedBuffer(this);
        raw.forEach(value -> buffer.add(judge(value)));
        return buffer.screened();
    }

    /**
     * Screens raw numbers.
     *
     * @param raw the numbers, among which NaN is blank
     * @return the answers, and what was left out
     */
    public Screened screen(double... raw) {
        ScreenedBuffer buffer = new ScreenedBuffer(this);
        for (double value : raw) {
            buffer.add(judge(value));
        }
        return buffer.screened();
    }

    /**
     * Screens raw codes.
     *
     * @param raw the codes
     * @return the answers, and what was left out
     */
    public Screened screen(int... raw) {
        ScreenedBuffer buffer = new ScreenedBuffer(this);
        CodeWindow window = CodeWindow.around(scale, codes.keySet());
        int[] counts = window.count(raw);
        int beyond = counts[0] + counts[counts.length - 1];
        for (int i = 1; i < counts.length - 1; i++) {
            buffer.add(window.lowest() + i - 1, counts[i]);
        }
        for (double code : codes.keySet()) {
            int value = (int) code;
            if (value == code && !window.holds(value)) {
                int n = CodeWindow.occurrences(value, raw);
                buffer.add(value, n);
                beyond -= n;
            }
        }
        buffer.leftOut[Exclusion.OUT_OF_SCALE.index()] += beyond;
        return buffer.screened();
    }

    /**
     * Screens raw codes.
     *
     * @param raw the codes
     * @return the answers, and what was left out
     */
    public Screened screen(byte[] raw) {
        ScreenedBuffer buffer = new ScreenedBuffer(this);
        int[] counts = RatingsKernel.byValue(raw, 0, raw.length);
        for (int i = 0; i < counts.length; i++) {
            buffer.add(Byte.MIN_VALUE + i, counts[i]);
        }
        return buffer.screened();
    }

    /**
     * Returns the aggregation that screens raw values, for streams and engines.
     *
     * @return the aggregation, which takes null for blank
     */
    public Aggregation<@Nullable String, long[], Screened> aggregation() {
        return new ScreeningAggregation(this);
    }

    /**
     * Returns a collector that screens raw values.
     *
     * @return the collector
     */
    public Collector<@Nullable String, ?, Screened> toScreened() {
        return aggregation().toCollector();
    }

    /**
     * Returns a collector that screens rows: those with an answer go on to another collector, and the rest is counted
     * by reason.
     *
     * @param raw gives the raw value of a row; null is blank
     * @param downstream takes the rows with an answer
     * @param <T> the type of the rows
     * @param <R> the type of what the other collector makes
     * @return the collector
     */
    public <T, R> Collector<T, ?, Outcome<R>> toScreened(
            Function<? super T, ? extends @Nullable String> raw, Collector<? super Rated<T>, ?, R> downstream) {
        return toScreened(raw, row -> true, downstream);
    }

    /**
     * Returns a collector that screens rows whose rating is counted with something else: a group, a weight, a time.
     * Rows with an answer and a usable partner go on to another collector, and the rest is counted by reason.
     *
     * @param raw gives the raw value of a row; null is blank
     * @param partner tells whether the partner of the rating is usable; an answer without one is
     *     {@link Exclusion#INCOMPLETE}
     * @param downstream takes the rows with an answer and a partner
     * @param <T> the type of the rows
     * @param <R> the type of what the other collector makes
     * @return the collector
     */
    public <T, R> Collector<T, ?, Outcome<R>> toScreened(
            Function<? super T, ? extends @Nullable String> raw,
            Predicate<? super T> partner,
            Collector<? super Rated<T>, ?, R> downstream) {
        return RowScreening.collector(this, raw, partner, downstream);
    }

    @Override
    public StoredForm storedForm() {
        TreeMap<String, Verdict> byLabel = new TreeMap<>(labels);
        TreeMap<Double, Verdict> byCode = new TreeMap<>(codes);
        return StoredForm.of("Screening", 1)
                .with("scale", scale.toString())
                .withTexts("labels", byLabel.keySet())
                .withTexts(
                        "labelVerdicts",
                        byLabel.values().stream().map(Verdict::text).toList())
                .with(
                        "codes",
                        byCode.keySet().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                .withTexts(
                        "codeVerdicts",
                        byCode.values().stream().map(Verdict::text).toList());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the screening
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Screening ofStored(StoredForm form) {
        StoredFields fields = form.expect("Screening", 1, "scale", "labels", "labelVerdicts", "codes", "codeVerdicts")
                .sameLength("labels", "labelVerdicts")
                .sameLength("codes", "codeVerdicts");
        Screening screening = on(fields.parsed("scale", RatingScale::parse));
        List<String> labels = fields.distinctTexts("labels");
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            if (!Spellings.fold(label).equals(label) || NUMBER.matcher(label).matches()) {
                throw new IllegalArgumentException("label must be a text in lower case, got " + label);
            }
            screening.labels.put(
                    label, screening.verdict(fields.texts("labelVerdicts").get(i)));
        }
        double[] codes = fields.reals("codes");
        for (int i = 0; i < codes.length; i++) {
            double code = canonical(Checks.finite("code", codes[i]));
            if (screening.codes.put(
                            code, screening.verdict(fields.texts("codeVerdicts").get(i)))
                    != null) {
                throw new IllegalArgumentException("code must be distinct, got " + code + " twice");
            }
        }
        return screening;
    }

    private Verdict verdict(String text) {
        int rating = Spellings.digits(text.startsWith("-") ? text.substring(1) : text);
        if (rating < 0) {
            return excluded(Exclusion.named(text));
        }
        int signed = text.startsWith("-") ? -rating : rating;
        if (!scale.contains(signed)) {
            throw scale.outside(signed, " in a stored verdict");
        }
        return new Verdict(signed, null);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Screening that
                && scale.equals(that.scale)
                && labels.equals(that.labels)
                && codes.equals(that.codes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, labels, codes);
    }

    /**
     * Returns the scale and how many labels and codes were declared.
     *
     * @return such as {@code Screening[0..10: 0 labels, 1 codes]}
     */
    @Override
    public String toString() {
        return "Screening[" + scale + ": " + labels.size() + " labels, " + codes.size() + " codes]";
    }

    /**
     * Verdict on one raw value: a rating, or the reason why it is none.
     *
     * @param rating the rating; meaningless if there is a reason
     * @param reason why the value is not an answer, or null if it is one
     */
    public record Verdict(int rating, @Nullable Exclusion reason) implements Serializable {

        /**
         * Tells whether the value is an answer.
         *
         * @return true if there is a rating
         */
        public boolean accepted() {
            return reason == null;
        }

        private String text() {
            return reason == null ? Integer.toString(rating) : reason.name();
        }
    }

    /**
     * A row and the rating that its raw value stands for.
     *
     * @param row the row
     * @param rating the rating, on the scale of the screening
     * @param <T> the type of the row
     */
    public record Rated<T>(T row, int rating) implements Serializable {}

    /**
     * Outcome of screened rows. Answers and rows left out add up to the input.
     *
     * @param answers what the other collector made of the rows with an answer
     * @param count how many rows it took
     * @param leftOut the rest, by reason
     * @param <R> the type of the answers, serializable if the outcome shall be
     */
    public record Outcome<R>(R answers, long count, Exclusions leftOut) implements Serializable {

        /**
         * Checks that all parts are there.
         *
         * @throws IllegalArgumentException if the count is negative
         */
        public Outcome {
            requireNonNull(answers, "answers");
            Checks.notNegative("count", count);
            requireNonNull(leftOut, "leftOut");
        }

        /**
         * Returns how many rows there were.
         *
         * @return answers and left out
         */
        public long total() {
            return Math.addExact(count, leftOut.count());
        }
    }
}
