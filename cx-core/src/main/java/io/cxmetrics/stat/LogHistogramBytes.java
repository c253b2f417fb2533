package io.cxmetrics.stat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A histogram as bytes: its precision; its lowest and highest number and the length of the sum, as numbers of 7 bits a
 * byte, low bits first; the sum, highest byte first; and the count of each bucket from that of the lowest to that of
 * the highest. A count of 0 is followed by how many more zeros there are. Without numbers the precision is all.
 */
final class LogHistogramBytes {

    private LogHistogramBytes() {}

    static byte[] write(int precision, long[] counts, long min, long max, BigInteger sum) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 + 2 * counts.length);
        out.write(precision);
        if (counts.length > 0) {
            write(out, min);
            write(out, max);
            byte[] total = sum.toByteArray();
            write(out, total.length);
            out.writeBytes(total);
            for (int i = 0; i < counts.length; i++) {
                write(out, counts[i]);
                if (counts[i] == 0) {
                    int zeros = i;
                    while (counts[i + 1] == 0) { // the last one is not
                        i++;
                    }
                    write(out, i - zeros);
                }
            }
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest > 127) {
            out.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static LogHistogram read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            LogHistogram read = read(in);
            if (in.hasRemaining()) {
                throw malformed(in.remaining() + " bytes after its end");
            }
            return read;
        } catch (BufferUnderflowException e) {
            throw malformed("an end after " + bytes.length + " bytes", e);
        } catch (ArithmeticException e) {
            throw malformed("more numbers than a long counts", e);
        }
    }

    private static LogHistogram read(ByteBuffer in) {
        int precision = LogHistogram.checked(in.get());
        if (!in.hasRemaining()) {
            return LogHistogram.empty(precision);
        }
        long min = number(in);
        long max = number(in);
        if (min > max) {
            throw malformed("a minimum of " + min + " above the maximum of " + max);
        }
        long length = number(in);
        if (length < 1 || length > 16) {
            throw malformed("a sum of " + length + " bytes");
        }
        byte[] total = new byte[(int) length];
        in.get(total);
        int first = LogBuckets.index(min, precision);
        long[] counts = new long[LogBuckets.index(max, precision) + 1 - first];
        long count = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = number(in);
            count = Math.addExact(count, counts[i]);
            if (counts[i] == 0) {
                long zeros = number(in);
                if (zeros >= counts.length - 1 - i) {
                    throw malformed("an empty last bucket");
                }
                i += (int) zeros;
            }
        }
        if (counts[0] == 0) {
            throw malformed("an empty first bucket");
        }
        BigInteger sum = new BigInteger(total);
        BigInteger n = BigInteger.valueOf(count);
        if (sum.compareTo(BigInteger.valueOf(min).multiply(n)) < 0
                || sum.compareTo(BigInteger.valueOf(max).multiply(n)) > 0) {
            throw malformed("a sum of " + sum + " of " + count + " numbers from " + min + " to " + max);
        }
        return new LogHistogram(precision, first, counts, count, min, max, sum);
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = in.get();
            number |= (next & 127L) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw malformed("a number of more than 63 bits");
    }

    private static IllegalArgumentException malformed(String found) {
        return malformed(found, null);
    }

    private static IllegalArgumentException malformed(String found, @Nullable Exception cause) {
        return new IllegalArgumentException("bytes must be those of a histogram, got " + found, cause);
    }
}
