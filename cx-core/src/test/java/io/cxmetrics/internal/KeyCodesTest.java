package io.cxmetrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class KeyCodesTest {

    @Test
    void keysAreNumberedInTheOrderInWhichTheyCome() {
        KeyCodes<String> codes = new KeyCodes<>();
        assertThat(codes.keys()).isEmpty();
        assertThat(codes.code("web")).isZero();
        assertThat(codes.code("app")).isEqualTo(1);
        assertThat(codes.code(String.valueOf(new char[] {'w', 'e', 'b'}))).isZero();
        assertThat(codes.size()).isEqualTo(2);
        assertThat(codes.keys()).containsExactly("web", "app");
    }

    @Test
    void codesAreThoseOfAMap() {
        check(i -> "key-" + i);
        check(i -> i);
        check(i -> i << 20);
        check(i -> (double) i);
    }

    /** "Aa" and "BB" have one hash code, and so have all words of as many of them. */
    @Test
    void keysOfOneHashCodeAreToldApart() {
        check(i -> Integer.toBinaryString(i | 1 << 14).replace("0", "Aa").replace("1", "BB"));
        check(Constant::new);
    }

    /** Some are in the map until the table widens and they find a place, and some all the time. */
    private static <K> void check(IntFunction<K> key) {
        KeyCodes<K> codes = new KeyCodes<>();
        Map<K, Integer> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int bound = i < 10_000 ? 300 : 3000;
            K next = key.apply(random.nextInt(bound));
            Integer known = expected.putIfAbsent(next, expected.size());
            assertThat(codes.code(next)).isEqualTo(known == null ? expected.size() - 1 : known);
        }
        assertThat(codes.size()).isEqualTo(expected.size());
        assertThat(codes.keys()).hasSameSizeAs(expected.keySet());
        for (int code = 0; code < codes.size(); code++) {
            assertThat(expected).containsEntry(codes.keys().get(code), code);
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> new KeyCodes<String>().code(null))
                .withMessage("key");
    }

    /** A third have one hash code, the others are spread. */
    private record Constant(int id) implements Comparable<Constant> {
        @Override
        public int hashCode() {
            return id % 3 == 0 ? 0 : id;
        }

        @Override
        public int compareTo(Constant other) {
            return Integer.compare(id, other.id);
        }
    }
}
