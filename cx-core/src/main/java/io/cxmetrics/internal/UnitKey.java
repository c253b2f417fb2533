package io.cxmetrics.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keys that tell the units of a count apart. */
public final class UnitKey {

    private UnitKey() {}

    /**
     * Returns a key that is given. An empty text is not: without a check all events without a key would be one giant
     * unit.
     *
     * @param name the parameter that made the key
     * @param key the key
     * @param where what the key was asked of, for the message
     * @return the key
     * @throws IllegalArgumentException if the key is null or an empty text
     */
    @CanIgnoreReturnValue
    public static Object check(String name, @Nullable Object key, Supplier<String> where) {
        if (key == null || "".equals(key)) {
            throw new IllegalArgumentException(
                    name + " must not be " + (key == null ? "null" : "empty") + ", got it for a " + where.get());
        }
        return key;
    }
}
