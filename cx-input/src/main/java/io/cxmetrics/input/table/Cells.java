package io.cxmetrics.input.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row that were asked for. Characters are copied once into a buffer that all rows share; a text is
 * made when somebody asks for it, and short ones are remembered, since a column has few distinct values as a rule.
 */
final class Cells {

    /** Longer texts seldom come twice. */
    private static final int REMEMBERED_LENGTH = 32;

    private static final int REMEMBERED = 64;

    /** A buffer that one huge cell has blown up is given back. */
    private static final int MOST_KEPT = 1 << 20;

    private int slots;
    private char[] buffer = new char[256];
    private int used;
    private int[] start = new int[0];
    private int[] length = new int[0];
    private @Nullable String[] texts = new String[0];
    private @Nullable String[] remembered = new String[0];

    /** Adds a slot, and returns its number. */
    int add() {
        slots++;
        start = Arrays.copyOf(start, slots);
        length = Arrays.copyOf(length, slots);
        texts = Arrays.copyOf(texts, slots);
        remembered = Arrays.copyOf(remembered, slots * REMEMBERED);
        return slots - 1;
    }

    int slots() {
        return slots;
    }

    void clear() {
        used = 0;
        Arrays.fill(length, 0);
        Arrays.fill(texts, null);
        if (buffer.length > MOST_KEPT) {
            buffer = new char[256];
        }
    }

    void set(int slot, char[] source, int offset, int count) {
        if (used + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(used + count, buffer.length * 2));
        }
        System.arraycopy(source, offset, buffer, used, count);
        start[slot] = used;
        length[slot] = count;
        texts[slot] = null;
        used += count;
    }

    void set(int slot, String text) {
        texts[slot] = text;
    }

    String text(int slot) {
        String text = texts[slot];
        if (text == null) {
            text = make(slot);
            texts[slot] = text;
        }
        return text;
    }

    private String make(int slot) {
        int from = start[slot];
        int count = length[slot];
        if (count == 0) {
            return "";
        }
        if (count > REMEMBERED_LENGTH) {
            return new String(buffer, from, count);
        }
        int hash = count;
        for (int i = from; i < from + count; i++) {
            hash = 31 * hash + buffer[i];
        }
        int place = slot * REMEMBERED + ((hash ^ hash >>> 6 ^ hash >>> 15) & REMEMBERED - 1);
        String known = remembered[place];
        if (known != null && equals(known, from, count)) {
            return known;
        }
        String text = new String(buffer, from, count);
        remembered[place] = text;
        return text;
    }

    private boolean equals(String text, int from, int count) {
        if (text.length() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank(int slot) {
        String text = texts[slot];
        if (text != null) {
            return text.isBlank();
        }
        for (int i = start[slot]; i < start[slot] + length[slot]; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
    }
}
