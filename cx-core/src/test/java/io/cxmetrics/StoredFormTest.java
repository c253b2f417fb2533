package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.contract.Forgery;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StoredFormTest {

    private static final StoredForm ALL = StoredForm.of("All", 3)
            .with("whole", 5)
            .with("real", 2.5)
            .with("text", "tea")
            .with("none", (String) null)
            .with("flag", true)
            .with("day", DayOfWeek.FRIDAY)
            .with("wholes", new long[] {1, -2})
            .with("integers", new int[] {7})
            .with("reals", new double[] {0.5, Double.NaN})
            .with("bytes", new byte[] {1, 2})
            .withTexts("texts", List.of("a", "b"))
            .with("part", Proportion.of(1, 2))
            .withParts("parts", List.of(Proportion.of(3, 4)))
            .withKeys("keys", List.of(LocalDate.of(2026, 6, 30), 8L));

    private static StoredFields fields(StoredForm form) {
        return form.expect(form.name(), form.version(), form.fields().keySet().toArray(String[]::new));
    }

    @Test
    void readsWhatWasWritten() throws IOException, ClassNotFoundException {
        for (StoredForm form : List.of(ALL, Forgery.copy(ALL))) {
            StoredFields fields = fields(form);
            assertThat(fields.whole("whole")).isEqualTo(5);
            assertThat(fields.integer("whole")).isEqualTo(5);
            assertThat(fields.real("real")).isEqualTo(2.5);
            assertThat(fields.real("whole")).isEqualTo(5.0);
            assertThat(fields.text("text")).isEqualTo("tea");
            assertThat(fields.absent("none")).isTrue();
            assertThat(fields.absent("text")).isFalse();
            assertThat(fields.flag("flag")).isTrue();
            assertThat(fields.constant("day", DayOfWeek.class)).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(fields.wholes("wholes")).containsExactly(1, -2);
            assertThat(fields.integers("integers")).containsExactly(7);
            assertThat(fields.reals("reals")).containsExactly(0.5, Double.NaN);
            assertThat(fields.reals("wholes")).containsExactly(1, -2);
            assertThat(fields.bytes("bytes")).containsExactly(1, 2);
            assertThat(fields.distinctTexts("texts")).containsExactly("a", "b");
            assertThat(Proportion.ofStored(fields.part("part"))).isEqualTo(Proportion.of(1, 2));
            assertThat(fields.parts("parts").get(0).as(Proportion.class)).isEqualTo(Proportion.of(3, 4));
            assertThat(fields.<Object>distinctKeys("keys")).containsExactly(LocalDate.of(2026, 6, 30), 8L);
        }
        assertThat(Forgery.copy(ALL)).isEqualTo(ALL).hasSameHashCodeAs(ALL);
        assertThat(ALL.with("whole", 6)).isNotEqualTo(ALL);
        assertThat(ALL.without("whole")).isNotEqualTo(ALL);
    }

    @Test
    void saysWhatItHolds() {
        assertThat(ALL)
                .hasToString("All 3 [whole=5, real=2.5, text=tea, none=nothing, flag=1, day=FRIDAY, wholes=[1, -2], "
                        + "integers=[7], reals=[0.5, NaN], bytes=[1, 2], texts=[a, b], "
                        + "part=Proportion 1 [events=1, trials=2], parts=[Proportion 1 [events=3, trials=4]], "
                        + "keys=[2026-06-30, 8]]");
        assertThat(StoredForm.of("Long", 1).with("times", new long[9])).hasToString("Long 1 [times=9 entries]");
    }

    @Test
    void cannotBeChangedThroughItsArrays() {
        long[] given = {1, 2};
        StoredForm form = StoredForm.of("Times", 1).with("times", given);
        given[0] = 9;
        form.fields().values().forEach(times -> ((long[]) times)[1] = 9);
        fields(form).wholes("times")[1] = 9;
        assertThat(fields(form).wholes("times")).containsExactly(1, 2);
    }

    /** A file of JSON does not say of which type an empty array is, nor that a text is a key. */
    @Test
    void takesWhatAFileCannotTellApart() {
        StoredFields fields =
                fields(StoredForm.of("Read", 1).with("none", new long[0]).withTexts("keys", List.of("a")));
        assertThat(fields.texts("none")).isEmpty();
        assertThat(fields.reals("none")).isEmpty();
        assertThat(fields.bytes("none")).isEmpty();
        assertThat(fields.parts("none")).isEmpty();
        assertThat(fields.<String>keys("none")).isEmpty();
        assertThat(fields.<String>keys("keys")).containsExactly("a");
        assertThat(fields(ALL).<Long>keys("wholes")).containsExactly(1L, -2L);
    }

    @Test
    void refusesAnotherNameVersionOrSetOfFields() {
        StoredForm form = StoredForm.of("Visits", 1).with("count", 3);
        assertRefused(() -> form.expect("Views", 1, "count"), "stored form must be of Views, got Visits");
        assertRefused(() -> form.expect("Visits", 2, "count"), "version of stored Visits must be 2, got 1");
        assertRefused(() -> form.expect("Visits", 1), "fields of stored Visits must be [], got [count]");
        assertRefused(
                () -> form.expect("Visits", 1, "count", "days"),
                "fields of stored Visits must be [count, days], got [count]");
        assertRefused(() -> form.expect("Visits", 1, "days"), "fields of stored Visits must be [days], got [count]");
    }

    @Test
    void refusesFieldsOfAnotherType() {
        StoredFields fields = fields(ALL);
        assertRefused(() -> fields.whole("text"), "text of stored All must be a whole number, got tea");
        assertRefused(() -> fields.whole("some"), "some of stored All must be there, got [whole, real,");
        assertRefused(() -> fields.real("text"), "text of stored All must be a number, got tea");
        assertRefused(() -> fields.text("none"), "none of stored All must be a text, got nothing");
        assertRefused(() -> fields.flag("whole"), "whole of stored All must be 0 or 1, got 5");
        assertRefused(
                () -> fields.constant("text", DayOfWeek.class),
                "text of stored All must be one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], "
                        + "got \"tea\"");
        assertRefused(() -> fields.parsed("text", BigInteger::new), "text of stored All must be readable, got \"tea\"");
        assertRefused(
                () -> fields.parsed("text", LocalDate::parse), "text of stored All must be readable, got \"tea\"");
        assertRefused(() -> fields.wholes("reals"), "reals of stored All must be whole numbers, got [0.5, NaN]");
        assertRefused(() -> fields.part("text"), "text of stored All must be a stored form, got tea");
        assertRefused(
                () -> fields(ALL.with("whole", 1L << 31)).integer("whole"),
                "whole of stored All must fit into 32 bits, got 2147483648");
        assertRefused(
                () -> fields(ALL.withTexts("texts", List.of("a", "a"))).distinctTexts("texts"),
                "texts of stored All must be distinct, got a twice");
        assertRefused(
                () -> fields.sameLength("wholes", "reals", "integers"),
                "integers of stored All must have as many entries as wholes (2), got 1");
        assertRefused(() -> fields.sameLength("wholes", "text"), "text of stored All must be an array, got tea");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith(message);
    }

    @Test
    void takesItsOwnFieldsAsTheyAre() {
        StoredForm copy = StoredForm.of("All", 3);
        for (Map.Entry<String, Object> field : ALL.fields().entrySet()) {
            copy = copy.withValue(field.getKey(), field.getValue());
        }
        assertThat(copy).isEqualTo(ALL);
        assertRefused(
                () -> ALL.withValue("day", LocalDate.EPOCH),
                "day of stored All must be of a type that forms hold, got java.time.LocalDate");
    }

    /** A type of which the factory does what a forged form makes it do. */
    private record Odd(String does) implements Stored {
        @Override
        public StoredForm storedForm() {
            return StoredForm.of("Odd", 1).with("does", does);
        }

        @SuppressWarnings("unused") // found by its name
        static Odd ofStored(StoredForm form) throws IOException {
            String does = form.expect("Odd", 1, "does").text("does");
            if (does.equals("overflow")) {
                Math.addExact(Long.MAX_VALUE, 1);
            }
            if (does.equals("throw")) {
                throw new IOException("no disk");
            }
            return new Odd(does);
        }
    }

    private record Without() implements Stored {
        @Override
        public StoredForm storedForm() {
            return StoredForm.of("Without", 1);
        }
    }

    @Test
    void turnsWhatAFactoryThrowsIntoWords() {
        assertThat(new Odd("add").storedForm().as(Odd.class)).isEqualTo(new Odd("add"));
        assertRefused(() -> new Odd("overflow").storedForm().as(Odd.class), "numbers of stored Odd must not overflow");
        assertRefused(
                () -> new Odd("throw").storedForm().as(Odd.class),
                "stored Odd must be readable, got Odd 1 [does=throw]");
        assertRefused(
                () -> new Without().storedForm().as(Without.class),
                "type must have a static ofStored(StoredForm) that returns it, got " + Without.class.getName());
    }

    @Test
    void refusesAClassThatIsNotStored() {
        assertThatThrownBy(() -> Forgery.copy(new StoredProxy(String.class, ALL)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("class of a stored form must be stored by it, got java.lang.String");
        assertThatThrownBy(() -> Forgery.copy(new StoredProxy(Without.class, new Without().storedForm())))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("type must have a static ofStored");
    }

    @Test
    void longArraysTravel() throws IOException, ClassNotFoundException {
        long[] many = LongStream.range(0, 100_000).map(i -> i * i - 7).toArray();
        double[] shares = Arrays.stream(many).mapToDouble(i -> 1.0 / i).toArray();
        List<String> names =
                LongStream.range(0, 20_000).mapToObj(Long::toString).toList();
        StoredForm form = StoredForm.of("Many", 1)
                .with("many", many)
                .with("shares", shares)
                .withTexts("names", names);
        assertThat(Forgery.copy(form)).isEqualTo(form);
    }

    /** Two thousand million numbers in a stream of a hundred bytes: refused before memory is taken for them. */
    @Test
    void doesNotBelieveALength() throws IOException {
        byte[] honest = written(Sample.of(1, 2, 3));
        int at = indexOf(honest, ByteBuffer.allocate(12).putInt(3).putDouble(1).array());
        ByteBuffer.wrap(honest).putInt(at, Integer.MAX_VALUE);
        assertThatThrownBy(() -> read(honest))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("stored form must be whole, got a stream that ends in it");
        ByteBuffer.wrap(honest).putInt(at, -1);
        assertThatThrownBy(() -> read(honest))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("length in a stored form must not be negative, got -1");
    }

    @Test
    void refusesFormsInEachOtherWithoutEnd() {
        StoredForm deep = ALL;
        for (int i = 0; i < 40; i++) {
            deep = StoredForm.of("Deep", 1).with("in", deep);
        }
        StoredForm form = deep;
        assertThatThrownBy(() -> Forgery.copy(form))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("stored forms must not lie in each other beyond 32");
    }

    /** Whatever byte of a stream is changed: it gives a sample that stands, or an exception of reading. */
    @Test
    void changedBytesDoNotBreakIn() throws IOException {
        byte[] honest = written(Proportion.of(8, 10));
        int refused = 0;
        int from = indexOf(honest, "Proportion".getBytes(StandardCharsets.UTF_8));
        for (int i = honest.length - 60; i < honest.length; i++) {
            byte[] changed = honest.clone();
            changed[i] ^= (byte) 0x80;
            try {
                assertThat(read(changed)).isInstanceOf(Proportion.class);
            } catch (IOException | ClassNotFoundException e) {
                refused++;
            }
        }
        assertThat(from).isPositive();
        assertThat(refused).isGreaterThan(40);
    }

    @Test
    void namesNoCollection() throws IOException {
        String stream = new String(written(Sample.of(1, 2)), StandardCharsets.ISO_8859_1);
        assertThat(stream).contains("StoredProxy").doesNotContain("java.util", "com.google");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("part must be in the bytes");
    }

    private static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @Test
    void keysOfTheCallerKeepTheirTypes() throws IOException, ClassNotFoundException {
        Map<Object, Long> counts = new LinkedHashMap<>();
        counts.put(DayOfWeek.MONDAY, 3L);
        counts.put(List.of("a", 1), 4L);
        StoredForm form = StoredForm.of("ByKey", 1).withKeys("keys", counts.keySet());
        assertThat(fields(Forgery.copy(form)).<Object>keys("keys")).containsExactly(DayOfWeek.MONDAY, List.of("a", 1));
    }
}
