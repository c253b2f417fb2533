package io.cxmetrics.input.reading;

import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Moment;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value in a filter, read once as a text, as a number and as a time. */
final class Operand {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    /** 1970-01-01 is a day here: a filter may ask for it. */
    private static final Dates TIMES = Dates.ISO.withoutSentinels();

    private final String text;
    private final @Nullable BigDecimal number;
    private final @Nullable Moment time;

    Operand(String text) {
        this.text = text.strip();
        this.number = number(this.text);
        this.time = TIMES.read(this.text).orNull();
    }

    private static @Nullable BigDecimal number(String text) {
        return text.length() <= 64 && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    boolean isEqualTo(String field) {
        String other = field.strip();
        return other.equals(text) || (!other.isEmpty() && !text.isEmpty() && compare(other) == 0);
    }

    /** Compares a field with this value: negative if the field is below it. */
    int compare(String field) {
        String other = field.strip();
        if (number != null) {
            BigDecimal left = number(other);
            if (left != null) {
                return left.compareTo(number);
            }
        }
        if (time != null) {
            Moment left = TIMES.read(other).orNull();
            if (left != null) {
                return left.instant(ZoneOffset.UTC).compareTo(time.instant(ZoneOffset.UTC));
            }
        }
        return other.compareTo(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operand that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "'" + text.replace("'", "''") + "'";
    }
}
