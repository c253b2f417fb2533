package io.cxmetrics.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class RootTest {

    private static LeftOut leftOut(int from, int to) {
        LeftOut.Buffer buffer = new LeftOut.Buffer();
        for (int line = from; line <= to; line++) {
            buffer.add(Reason.invalid("a"), new Place("f", line), "wrong");
        }
        return buffer.leftOut();
    }

    @Test
    void whatWasLeftOutAddsUp() throws Exception {
        LeftOut two = leftOut(1, 2);
        LeftOut five = leftOut(7, 11);
        LeftOut sum = two.plus(five);
        assertThat(sum.count()).isEqualTo(7);
        assertThat(sum.examples(Reason.invalid("a")))
                .containsExactly("f, line 1: wrong", "f, line 2: wrong", "f, line 7: wrong");
        assertThat(sum.plus(LeftOut.EMPTY))
                .isEqualTo(sum)
                .isEqualTo(LeftOut.EMPTY.plus(sum))
                .hasSameHashCodeAs(sum);
        assertThat(two.plus(five).plus(two)).isEqualTo(two.plus(five.plus(two)));
        assertThat(LeftOut.EMPTY).hasToString("nothing");
        assertThat(LeftOut.EMPTY.examples(Reason.FILTERED)).isEmpty();
        assertThat(sum.count(Reason.Kind.INVALID)).isEqualTo(7);
        assertThat(sum.count(Reason.Kind.BLANK)).isZero();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sum);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(sum);
        }
    }

    @Test
    void messagesAreOnePrintableLine() {
        assertThat(InputException.data("a\nb", "x\u001b[31m\u202e\u0085y"))
                .hasMessage("a b: x?[31m??y")
                .extracting(InputException::kind)
                .isEqualTo(InputException.Kind.DATA);
        assertThat(Excerpt.of("z".repeat(100))).isEqualTo("z".repeat(60) + "...");
        assertThat(Excerpt.of("short")).isEqualTo("short");
        assertThatThrownBy(() -> new Place("f", 0)).hasMessage("line must be at least 1, got 0");
        assertThatThrownBy(() -> new Reason(" ", Reason.Kind.BLANK)).hasMessage("key must not be blank");
        assertThat(new Reason("a", Reason.Kind.BLANK)).isLessThan(new Reason("a", Reason.Kind.INVALID));
    }
}
