package io.cxmetrics.input.table;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.source.Text;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rows of one text, one at a time. What is no row is counted in a buffer that all texts of a table share. */
abstract class Cursor {

    private final Text text;
    private final Cells cells;
    private final LeftOut.Buffer malformed;
    private Set<String> optional = Set.of();
    private boolean damageTold;

    Cursor(Text text, Cells cells, LeftOut.Buffer malformed) {
        this.text = text;
        this.cells = cells;
        this.malformed = malformed;
    }

    final Text text() {
        return text;
    }

    final Cells cells() {
        return cells;
    }

    /** Says which of the asked columns need not be there. */
    final void allowMissing(Set<String> names) {
        optional = names;
    }

    /** Tells whether a column must be there. */
    final boolean isRequired(String name) {
        return !optional.contains(name);
    }

    /** The names of the columns, as far as they are known. */
    abstract List<String> columns();

    /** Says which columns are asked for, in the order of their slots; refuses one that is known not to be there. */
    abstract void bind(List<String> names);

    /** Tells whether a column is there, as far as that is known. */
    abstract boolean has(String name);

    /** Goes to the next row and fills the cells; false at the end. */
    abstract boolean next();

    /** The line that the current row starts in. */
    abstract long line();

    /** Tells once for a file: what its bytes do not say in this character set may be in every row. */
    final void tellDamage(boolean damaged, long line, BiConsumer<Place, String> warnings) {
        if (damaged && !damageTold) {
            damageTold = true;
            warnings.accept(
                    new Place(text.name(), line),
                    "bytes that are not " + text.charset()
                            + ", here and maybe further on; is the character set another?");
        }
    }

    final void malformed(String key, long line, String words) {
        malformed.add(new Reason(key, Reason.Kind.MALFORMED), new Place(text.name(), line), words);
    }
}
