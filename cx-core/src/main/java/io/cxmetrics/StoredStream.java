package io.cxmetrics;

import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Forms in a stream of Java serialization. Lengths are believed no further than the stream goes: an array grows while
 * it is read, so that a forged length costs what was sent and not what it claims.
 */
final class StoredStream {

    private static final int CHUNK = 1 << 13;
    private static final int DEEPEST = 32;

    private StoredStream() {}

    static void write(StoredForm form, ObjectOutputStream out) throws IOException {
        writeText(form.name(), out);
        out.writeInt(form.version());
        Map<String, Object> fields = form.fields();
        out.writeInt(fields.size());
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            writeText(field.getKey(), out);
            writeValue(field.getValue(), out);
        }
    }

    private static void writeValue(Object value, ObjectOutputStream out) throws IOException {
        if (value instanceof Long whole) {
            out.writeByte('w');
            out.writeLong(whole);
        } else if (value instanceof Double real) {
            out.writeByte('r');
            out.writeDouble(real);
        } else if (value instanceof String text) {
            out.writeByte('t');
            writeText(text, out);
        } else if (value instanceof StoredForm form) {
            out.writeByte('f');
            write(form, out);
        } else if (value instanceof long[] wholes) {
            out.writeByte('W');
            writeLongs(wholes, out);
        } else if (value instanceof double[] reals) {
            out.writeByte('R');
            writeLongs(Arrays.stream(reals).mapToLong(Double::doubleToLongBits).toArray(), out);
        } else if (value instanceof byte[] bytes) {
            out.writeByte('B');
            writeBytes(bytes, out);
        } else if (value instanceof Object[] array) {
            out.writeByte(array instanceof String[] ? 'T' : array instanceof StoredForm[] ? 'F' : 'K');
            out.writeInt(array.length);
            for (Object entry : array) {
                if (array instanceof String[]) {
                    writeText((String) entry, out);
                } else if (array instanceof StoredForm[]) {
                    write((StoredForm) entry, out);
                } else {
                    out.writeObject(entry);
                }
            }
        } else {
            out.writeByte('0');
        }
    }

    private static void writeText(String text, ObjectOutputStream out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void writeBytes(byte[] bytes, ObjectOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writeLongs(long[] values, ObjectOutputStream out) throws IOException {
        out.writeInt(values.length);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long value : values) {
            if (!chunk.hasRemaining()) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            chunk.putLong(value);
        }
        out.write(chunk.array(), 0, chunk.position());
    }

    static StoredForm read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        try {
            return read(in, 0);
        } catch (EOFException e) {
            InvalidObjectException refusal =
                    new InvalidObjectException("stored form must be whole, got a stream that ends in it");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static StoredForm read(ObjectInputStream in, int depth) throws IOException, ClassNotFoundException {
        if (depth > DEEPEST) {
            throw new InvalidObjectException("stored forms must not lie in each other beyond " + DEEPEST);
        }
        String name = readText(in);
        int version = in.readInt();
        int size = length(in);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            if (fields.put(readText(in), readValue(in, depth)) != null) {
                throw new InvalidObjectException("fields of stored " + name + " must be distinct");
            }
        }
        return new StoredForm(name, version, fields);
    }

    private static Object readValue(ObjectInputStream in, int depth) throws IOException, ClassNotFoundException {
        char kind = (char) in.readByte();
        return switch (kind) {
            case 'w' -> in.readLong();
            case 'r' -> in.readDouble();
            case 't' -> readText(in);
            case 'f' -> read(in, depth + 1);
            case 'W' -> readLongs(in);
            case 'R' ->
                Arrays.stream(readLongs(in))
                        .mapToDouble(Double::longBitsToDouble)
                        .toArray();
            case 'B' -> readBytes(in);
            case 'T', 'F', 'K' -> readArray(kind, in, depth);
            case '0' -> Optional.empty();
            default -> throw new InvalidObjectException("field of a stored form must be of a known kind, got " + kind);
        };
    }

    private static Object[] readArray(char kind, ObjectInputStream in, int depth)
            throws IOException, ClassNotFoundException {
        int length = length(in);
        Object[] none = kind == 'T' ? new String[0] : kind == 'F' ? new StoredForm[0] : new Object[0];
        Object[] array = Arrays.copyOf(none, Math.min(length, CHUNK));
        for (int i = 0; i < length; i++) {
            if (i == array.length) {
                array = Arrays.copyOf(array, (int) Math.min(length, 2L * i));
            }
            Object entry = kind == 'T' ? readText(in) : kind == 'F' ? read(in, depth + 1) : in.readObject();
            if (entry == null) {
                throw new InvalidObjectException("keys of a stored form must not be null");
            }
            array[i] = entry;
        }
        return array;
    }

    private static String readText(ObjectInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(ObjectInputStream in) throws IOException {
        int length = length(in);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static long[] readLongs(ObjectInputStream in) throws IOException {
        int length = length(in);
        long[] values = new long[Math.min(length, CHUNK)];
        byte[] bytes = new byte[CHUNK];
        int at = 0;
        while (at < length) {
            int count = Math.min(length - at, CHUNK / Long.BYTES);
            in.readFully(bytes, 0, count * Long.BYTES);
            if (at + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(length, Math.max(2L * values.length, at + count)));
            }
            ByteBuffer.wrap(bytes).asLongBuffer().get(values, at, count);
            at += count;
        }
        return values;
    }

    private static int length(ObjectInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new InvalidObjectException("length in a stored form must not be negative, got " + length);
        }
        return length;
    }
}
