package io.cxmetrics.input.field;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Reason;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a field says: a value, nothing, or something that is left out with its cause.
 *
 * <pre>{@code
 * Value<Long> good = Numbers.PLAIN.wholes().read(" 42 ");
 * good; // 42
 * Numbers.PLAIN.wholes().read("").isBlank(); // true
 * Numbers.PLAIN.wholes().read("5%"); // must be a number without a percent sign
 * }</pre>
 *
 * @param <T> the type of the value
 * @since 0.1
 */
public final class Value<T> {

    private static final Value<?> BLANK = new Value<>(null, Reason.Kind.BLANK, null, "must not be blank");

    private final @Nullable T value;
    private final Reason.@Nullable Kind kind;
    private final @Nullable String key;
    private final String rule;

    private Value(@Nullable T value, Reason.@Nullable Kind kind, @Nullable String key, String rule) {
        this.value = value;
        this.kind = kind;
        this.key = key;
        this.rule = rule;
    }

    /**
     * Returns a value that was read.
     *
     * @param value the value
     * @param <T> its type
     * @return the field that says it
     */
    public static <T> Value<T> of(T value) {
        return new Value<>(requireNonNull(value, "value"), null, null, "");
    }

    /**
     * Returns the field that says nothing.
     *
     * @param <T> the type that it could have
     * @return the blank field
     */
    @SuppressWarnings("unchecked") // it holds no value
    public static <T> Value<T> blank() {
        return (Value<T>) BLANK;
    }

    /**
     * Returns a field that cannot be read.
     *
     * @param rule what it must be, after the word must, such as {@code be a whole number}
     * @param <T> the type that it could have
     * @return the field
     */
    public static <T> Value<T> invalid(String rule) {
        return new Value<>(null, Reason.Kind.INVALID, null, "must " + rule);
    }

    /**
     * Returns a field that is left out under a reason of its own, whatever its column is called.
     *
     * @param reason the reason
     * @param rule what it must be, after the word must
     * @param <T> the type that it could have
     * @return the field
     */
    public static <T> Value<T> leftOut(Reason reason, String rule) {
        return new Value<>(null, reason.kind(), reason.key(), "must " + rule);
    }

    /**
     * Tells whether there is a value.
     *
     * @return true if there is
     */
    public boolean isPresent() {
        return value != null;
    }

    /**
     * Tells whether the field says nothing.
     *
     * @return true if it is blank, or holds what stands for nothing, such as 0000-00-00
     */
    public boolean isBlank() {
        return kind == Reason.Kind.BLANK;
    }

    /**
     * Returns the value.
     *
     * @return the value
     * @throws IllegalStateException if there is none
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("no value: " + rule);
        }
        return value;
    }

    /**
     * Returns the value if there is one.
     *
     * @return the value or null
     */
    public @Nullable T orNull() {
        return value;
    }

    /**
     * Returns why a row is left out for this field.
     *
     * @param role what its column means
     * @return the reason, such as {@code no_created} or {@code invalid_created}
     * @throws IllegalStateException if there is a value
     */
    public Reason reason(String role) {
        if (kind == null) {
            throw new IllegalStateException("a value is no reason: " + value);
        }
        return key != null ? new Reason(key, kind) : isBlank() ? Reason.blank(role) : Reason.invalid(role);
    }

    /**
     * Returns what the field must be.
     *
     * @return such as {@code must be a whole number}; empty if there is a value
     */
    public String rule() {
        return rule;
    }

    /**
     * Returns what the value becomes, and anything else as it is.
     *
     * @param then what to make of the value
     * @param <U> the new type
     * @return the field
     */
    public <U> Value<U> map(Function<? super T, ? extends U> then) {
        return value == null ? new Value<>(null, kind, key, rule) : of(then.apply(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value<?> that
                && Objects.equals(value, that.value)
                && kind == that.kind
                && Objects.equals(key, that.key)
                && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, kind, key, rule);
    }

    @Override
    public String toString() {
        return value == null ? rule : value.toString();
    }
}
