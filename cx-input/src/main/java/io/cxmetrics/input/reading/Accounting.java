package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.input.LeftOut;

/**
 * What became of the rows of a table. Its law: rows = used + left out + malformed.
 *
 * @param rows how many rows the files hold, empty lines not among them
 * @param used how many were read into inputs
 * @param leftOut the rows that could not be used, by reason
 * @param malformed the lines that were no rows of the table, by reason
 * @since 0.1
 */
public record Accounting(long rows, long used, LeftOut leftOut, LeftOut malformed) implements Summary<Accounting> {

    /** No rows. */
    public static final Accounting EMPTY = new Accounting(0, 0, LeftOut.EMPTY, LeftOut.EMPTY);

    /**
     * Checks the law.
     *
     * @throws IllegalArgumentException if a count is negative, or the parts are not the whole
     */
    public Accounting {
        requireNonNull(leftOut, "leftOut");
        requireNonNull(malformed, "malformed");
        if (used < 0) {
            throw new IllegalArgumentException("used must not be negative, got " + used);
        }
        long parts = Math.addExact(Math.addExact(used, leftOut.count()), malformed.count());
        if (rows != parts) {
            throw new IllegalArgumentException("rows must be used + left out + malformed (" + parts + "), got " + rows);
        }
    }

    /**
     * Returns this account with rows that were read, and turned out to be unusable among the others.
     *
     * @param more the rows, by reason
     * @return the account
     * @throws IllegalArgumentException if there are more of them than were used
     */
    public Accounting withLeftOut(LeftOut more) {
        return new Accounting(rows, Math.subtractExact(used, more.count()), leftOut.plus(more), malformed);
    }

    @Override
    public Accounting plus(Accounting other) {
        return new Accounting(
                Math.addExact(rows, other.rows),
                Math.addExact(used, other.used),
                leftOut.plus(other.leftOut),
                malformed.plus(other.malformed));
    }

    /**
     * Returns the account in words.
     *
     * @return such as {@code 5 rows: 3 used, left out no_nps 1, malformed short_row 1}
     */
    @Override
    public String toString() {
        return rows + " rows: " + used + " used, left out " + leftOut + ", malformed " + malformed;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Accounting", 1)
                .with("rows", rows)
                .with("used", used)
                .with("leftOut", leftOut)
                .with("malformed", malformed);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the accounting
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Accounting ofStored(StoredForm form) {
        StoredFields fields = form.expect("Accounting", 1, "rows", "used", "leftOut", "malformed");
        return new Accounting(
                fields.whole("rows"),
                fields.whole("used"),
                fields.part("leftOut").as(LeftOut.class),
                fields.part("malformed").as(LeftOut.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}
