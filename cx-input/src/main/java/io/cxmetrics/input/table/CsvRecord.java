package io.cxmetrics.input.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.cxmetrics.input.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the fields of one CSV record: all of them while the header is read, only those that were asked for afterwards.
 */
final class CsvRecord extends CsvCallbackHandler<CsvRecord> {

    private final Text text;
    private final Cells cells;
    private int[] slots = new int[0];
    private boolean header = true;
    private List<String> fields = new ArrayList<>();
    private int count;
    private long line;
    private boolean empty;
    private boolean lastEmpty;
    private boolean damaged;

    CsvRecord(Text text, Cells cells) {
        this.text = text;
        this.cells = cells;
    }

    /** Ends the header: from now on only the fields at these places are taken, each into its slot; -1 for no slot. */
    void take(int[] newSlots) {
        header = false;
        slots = newSlots;
    }

    List<String> fields() {
        return fields;
    }

    int count() {
        return count;
    }

    long line() {
        return line;
    }

    boolean isEmpty() {
        return empty;
    }

    boolean isLastEmpty() {
        return lastEmpty;
    }

    /** Tells whether a field holds U+FFFD, which stands for bytes that are no text. */
    boolean isDamaged() {
        return damaged;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
        empty = false;
        damaged = false;
        if (header) {
            fields = new ArrayList<>();
        } else {
            cells.clear();
        }
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int place = count++;
        lastEmpty = length == 0;
        if (header) {
            fields.add(new String(buffer, offset, length));
        } else if (place < slots.length && slots[place] >= 0) {
            cells.set(slots[place], buffer, offset, length);
        }
        if (text.isDamaged()) {
            for (int i = offset; i < offset + length; i++) {
                damaged |= buffer[i] == '\uFFFD';
            }
        }
    }

    @Override
    protected void setEmpty() {
        empty = true;
        count = 1;
        lastEmpty = true;
        if (header) {
            fields.add("");
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new AssertionError("comments are switched off");
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected CsvRecord buildRecord() {
        return this;
    }
}
