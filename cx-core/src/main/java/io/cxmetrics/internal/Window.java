package io.cxmetrics.internal;

import java.time.Duration;

/** Lengths of time that are counted in milliseconds. */
public final class Window {

    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    private Window() {}

    public static void check(String name, Duration window) {
        if (window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be in [PT0S, " + LONGEST + "], got " + window);
        }
    }
}
