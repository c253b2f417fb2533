package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * An estimate of how many unique visitors there were, in constant memory however many: a sketch that adds up.
 *
 * <p><b>Error.</b> With precision p the sketch holds 2<sup>p</sup> bytes, and the standard error of the estimate is
 * 0.782 / sqrt(2<sup>p</sup>) of it: 1.22 % in 4,096 bytes for the precision of {@value #DEFAULT_PRECISION} that stands
 * where none is named. It holds for counts well above 2<sup>p</sup>; smaller ones are estimated better. Nobody at all
 * gives 0.
 *
 * <table>
 * <caption>Precisions</caption>
 * <tr><th>precision</th><th>bytes</th><th>standard error</th></tr>
 * <tr><td>10</td><td>1,024</td><td>2.44 %</td></tr>
 * <tr><td>12</td><td>4,096</td><td>1.22 %</td></tr>
 * <tr><td>14</td><td>16,384</td><td>0.61 %</td></tr>
 * <tr><td>16</td><td>65,536</td><td>0.31 %</td></tr>
 * </table>
 *
 * <p><b>Adding up.</b> The sketch depends on nothing but the set of keys: in whatever parts they come and however
 * often, sums are equal to the last bit. Parts must have the same precision. What two sketches have in common is not
 * answered, for the errors of three estimates would drown it; {@link UniqueVisitors} and {@link VisitorCodes} know.
 *
 * <p><b>Hash.</b> XXH3 with 64 bits and seed 0, over the UTF-16 characters of a text or the eight bytes of a number,
 * low byte first: the same in every process and version, so that sketches that were kept add up with new ones. The text
 * "7" and the number 7 are two visitors. One who may choose keys can choose them to collide; do not count the keys of
 * an adversary.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: O. Ertl, "UltraLogLog: A Practical and More Space-Efficient Alternative to HyperLogLog for Approximate
 * Distinct Counting", PVLDB 17 (2024), with its estimator FGRA.
 *
 * <pre>{@code
 * VisitorSketch monday = VisitorSketch.of(LongStream.range(0, 60_000).toArray());
 * VisitorSketch tuesday = VisitorSketch.of(LongStream.range(40_000, 100_000).toArray());
 * VisitorSketch both = monday.plus(tuesday);
 * both.bytes(); // 4096
 * VisitorSketch.ofBytes(both.toBytes()).equals(both); // true
 * both.relativeStandardError(); // 0.01221875
 * both.interval(0.95).contains(100_000); // true
 * }</pre>
 *
 * @since 0.1
 */
public final class VisitorSketch implements Summary<VisitorSketch> {

    private static final long serialVersionUID = 1;

    /** The precision where none is named: 4,096 bytes, and a standard error of 1.22 %. */
    public static final int DEFAULT_PRECISION = 12;

    private static final byte VERSION = 1;

    /** The bytes before the registers. */
    private static final int HEADER = 2;

    private static final int MIN_PRECISION = 6;
    private static final int MAX_PRECISION = 20;

    /** The asymptotic standard error times the square root of the number of registers. */
    private static final double ERROR = 0.782;

    private static final Hasher64 HASHER = Hashing.xxh3_64();

    private final byte[] state;

    VisitorSketch(byte[] state) {
        this.state = state;
    }

    /**
     * Returns the sketch of nobody.
     *
     * @param precision the binary logarithm of the bytes, in [6, 20]
     * @return the sketch
     * @throws IllegalArgumentException if the precision is out of range
     */
    public static VisitorSketch empty(int precision) {
        return new VisitorSketch(counter(checked(precision)).getState());
    }

    private static int checked(int precision) {
        return Checks.inRange("precision", precision, MIN_PRECISION, MAX_PRECISION);
    }

    static UltraLogLog counter(int precision) {
        return UltraLogLog.create(precision);
    }

    /**
     * Returns the sketch of visitors with these keys, of {@link #DEFAULT_PRECISION}.
     *
     * @param keys the keys, each as often as it was seen
     * @return the sketch
     */
    public static VisitorSketch of(long... keys) {
        return ofRange(DEFAULT_PRECISION, keys, 0, keys.length);
    }

    /**
     * Returns the sketch of visitors with these codes, of {@link #DEFAULT_PRECISION}. A code is the visitor of the same
     * number as a {@code long}.
     *
     * @param codes the codes, each as often as it was seen
     * @return the sketch
     */
    public static VisitorSketch of(int... codes) {
        VisitorSketchKernel block = new VisitorSketchKernel(DEFAULT_PRECISION);
        block.add(codes);
        return new VisitorSketch(block.registers());
    }

    /**
     * Returns the sketch of visitors with the keys in a part of an array.
     *
     * @param precision the binary logarithm of the bytes, in [6, 20]
     * @param keys the keys
     * @param from the first index
     * @param to the index after the last
     * @return the sketch
     * @throws IllegalArgumentException if the precision is out of range
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static VisitorSketch ofRange(int precision, long[] keys, int from, int to) {
        Objects.checkFromToIndex(from, to, keys.length);
        VisitorSketchKernel block = new VisitorSketchKernel(checked(precision));
        block.add(keys, from, to);
        return new VisitorSketch(block.registers());
    }

    /**
     * Returns the sketch that {@link #toBytes()} wrote.
     *
     * <p><b>Layout.</b> One byte of version, 1; one byte of precision p; then 2<sup>p</sup> registers of one byte.
     *
     * @param bytes the bytes
     * @return the sketch
     * @throws IllegalArgumentException if the version or the precision is unknown, the length is not that of the
     *     precision, or a register holds what no visitor can leave there
     */
    public static VisitorSketch ofBytes(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            throw new IllegalArgumentException("bytes must begin with version " + VERSION + ", got "
                    + (bytes.length == 0 ? "no bytes" : String.valueOf(bytes[0])));
        }
        int precision = checked(bytes[1]);
        if (bytes.length != HEADER + (1 << precision)) {
            throw new IllegalArgumentException("bytes must be " + (HEADER + (1 << precision)) + " of precision "
                    + precision + ", got " + bytes.length);
        }
        for (int i = HEADER; i < bytes.length; i++) {
            if (!isRegister(bytes[i] & 0xFF, precision)) {
                throw new IllegalArgumentException("register must be one that visitors can leave, got "
                        + (bytes[i] & 0xFF) + " at index " + (i - HEADER));
            }
        }
        return new VisitorSketch(Arrays.copyOfRange(bytes, HEADER, bytes.length));
    }

    /**
     * A register holds the highest bit that it was given, which is bit p - 1 at least, above a bit for each of the two
     * below it, where there are such.
     */
    private static boolean isRegister(int register, int precision) {
        int below = (register >>> 2) - (precision - 1);
        return register == 0 || below > 1 || (below == 1 && (register & 1) == 0) || (below == 0 && (register & 3) == 0);
    }

    /**
     * Writes the sketch, in the layout that {@link #ofBytes} reads.
     *
     * @return a new array of 2 + 2<sup>precision</sup> bytes
     */
    public byte[] toBytes() {
        byte[] bytes = new byte[HEADER + state.length];
        bytes[0] = VERSION;
        bytes[1] = (byte) precision();
        System.arraycopy(state, 0, bytes, HEADER, state.length);
        return bytes;
    }

    /**
     * Returns the sketch of visitors with these keys, of {@link #DEFAULT_PRECISION}.
     *
     * @param keys the keys, each as often as it was seen
     * @return the sketch
     */
    public static VisitorSketch of(Collection<String> keys) {
        return keys.stream().collect(toVisitorSketch(key -> key));
    }

    /**
     * Folds keys that are texts into a sketch.
     *
     * @param precision the binary logarithm of the bytes, in [6, 20]
     * @return the aggregation
     * @throws IllegalArgumentException if the precision is out of range
     */
    public static Aggregation<String, ?, VisitorSketch> aggregation(int precision) {
        return new VisitorSketchAggregation(checked(precision)).mapInput(key -> hash(key));
    }

    /**
     * Folds keys that are numbers into a sketch.
     *
     * @param precision the binary logarithm of the bytes, in [6, 20]
     * @return the aggregation
     * @throws IllegalArgumentException if the precision is out of range
     */
    public static Aggregation<Long, ?, VisitorSketch> numbers(int precision) {
        return new VisitorSketchAggregation(checked(precision)).mapInput(key -> hash(key));
    }

    /**
     * Returns a collector of the key of each element, of {@link #DEFAULT_PRECISION}.
     *
     * @param key gives the key
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, VisitorSketch> toVisitorSketch(Function<? super T, String> key) {
        requireNonNull(key, "key");
        return Collector.of(
                () -> counter(DEFAULT_PRECISION),
                (counter, element) -> counter.add(hash(key.apply(element))),
                UltraLogLog::add,
                VisitorSketch::finished);
    }

    static long hash(String key) {
        return HASHER.hashCharsToLong(requireNonNull(key, "key"));
    }

    static long hash(long key) {
        return HASHER.hashLongToLong(key);
    }

    private static VisitorSketch finished(UltraLogLog counter) {
        return new VisitorSketch(counter.getState());
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("VisitorSketch", 1).with("bytes", toBytes());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static VisitorSketch ofStored(StoredForm form) {
        StoredFields fields = form.expect("VisitorSketch", 1, "bytes");
        return ofBytes(fields.bytes("bytes"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the estimate of how many visitors there are.
     *
     * @return the estimate, 0 or above, not rounded
     */
    public double estimate() {
        return UltraLogLog.wrap(state).getDistinctCountEstimate();
    }

    /**
     * Returns the standard error of the estimate as a share of the true count.
     *
     * @return 0.782 / sqrt(bytes)
     */
    public double relativeStandardError() {
        return ERROR / Math.sqrt(state.length);
    }

    /**
     * Returns the interval of the true count, taking the estimate as normal.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return estimate (1 &plusmn; z relativeStandardError), from 0 at the lowest
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        double estimate = estimate();
        double margin = Critical.z(Checks.confidence(confidence)) * relativeStandardError() * estimate;
        return Interval.around(estimate, margin).clip(0, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the precision.
     *
     * @return the binary logarithm of the bytes
     */
    public int precision() {
        return Integer.numberOfTrailingZeros(state.length);
    }

    /**
     * Returns how much memory the sketch takes.
     *
     * @return the bytes
     */
    public int bytes() {
        return state.length;
    }

    /**
     * Returns the sketch of the visitors of both.
     *
     * @param other the other sketch
     * @return the sum
     * @throws IllegalArgumentException if the other has another precision
     */
    @Override
    public VisitorSketch plus(VisitorSketch other) {
        if (other.state.length != state.length) {
            throw new IllegalArgumentException(
                    "other must have precision " + precision() + ", got " + other.precision());
        }
        return finished(UltraLogLog.wrap(state.clone()).add(UltraLogLog.wrap(other.state)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VisitorSketch that && Arrays.equals(state, that.state);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(state);
    }

    /**
     * Returns the estimate, rounded, and the precision.
     *
     * @return such as {@code VisitorSketch[about 100000, precision=12]}
     */
    @Override
    public String toString() {
        return "VisitorSketch[about " + Math.round(estimate()) + ", precision=" + precision() + "]";
    }
}
