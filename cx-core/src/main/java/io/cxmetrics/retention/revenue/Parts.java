package io.cxmetrics.retention.revenue;

/** Arithmetic of amounts that are whole numbers of equal parts of a minor unit, such as twelfths of a cent. */
final class Parts {

    private Parts() {}

    static long greatestCommonDivisor(long left, long right) {
        long a = Math.abs(left);
        long b = Math.abs(right);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** The least number of parts that both numbers divide. */
    static long joined(long left, long right) {
        return left == right ? left : Math.multiplyExact(left, right / greatestCommonDivisor(left, right));
    }

    static long[] scaled(long[] amounts, long factor) {
        long[] scaled = amounts.clone();
        for (int i = 0; factor != 1 && i < scaled.length; i++) {
            scaled[i] = Math.multiplyExact(scaled[i], factor);
        }
        return scaled;
    }

    static long[] divided(long[] amounts, long divisor) {
        long[] divided = amounts.clone();
        for (int i = 0; divisor != 1 && i < divided.length; i++) {
            divided[i] /= divisor;
        }
        return divided;
    }
}
