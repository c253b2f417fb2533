package io.cxmetrics.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.StoredForm;
import io.cxmetrics.input.reading.Accounting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was left out is written in one form and comes back through its checks. */
class StoredAccountsTest {

    private static final Reason BLANK = Reason.blank("nps");
    private static final LeftOut LEFT_OUT = leftOut();
    private static final Accounting ACCOUNT = new Accounting(8, 2, LEFT_OUT, LeftOut.EMPTY);

    private static LeftOut leftOut() {
        LeftOut.Buffer buffer = new LeftOut.Buffer();
        for (int line = 1; line <= 5; line++) {
            buffer.add(BLANK, new Place("a.csv", line), "blank");
        }
        buffer.add(Reason.FILTERED);
        return buffer.leftOut();
    }

    @Test
    void formsShowTheCounts() {
        assertThat(LEFT_OUT.storedForm())
                .hasToString("LeftOut 1 [reasons=[filtered, no_nps], kinds=[FILTERED, BLANK], counts=[1, 5], "
                        + "exampleCounts=[0, 3], examples=[a.csv, line 1: blank, a.csv, line "
                        + "2: blank, a.csv, line 3: blank]]");
    }

    @Test
    void comeBackAsTheyWent() throws IOException, ClassNotFoundException {
        for (LeftOut leftOut : List.of(LEFT_OUT, LeftOut.EMPTY)) {
            assertThat(leftOut.storedForm().as(LeftOut.class)).isEqualTo(leftOut);
            assertThat(copy(leftOut)).isEqualTo(leftOut);
        }
        assertThat(ACCOUNT.storedForm().as(Accounting.class)).isEqualTo(ACCOUNT);
        assertThat(copy(ACCOUNT)).isEqualTo(ACCOUNT);
    }

    private static Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void refuseWhatTheyCouldNotHaveWritten() {
        StoredForm form = LEFT_OUT.storedForm();
        refused(form.with("counts", new long[] {1}), "counts");
        refused(form.with("counts", new long[] {0, 5}), "counts must be positive");
        refused(form.with("counts", new long[] {Long.MAX_VALUE, 5}), "overflow");
        refused(form.with("exampleCounts", new int[] {0, 4}), "exampleCounts must be at most 3");
        refused(form.with("exampleCounts", new int[] {2, 1}), "exampleCounts must be at most 3");
        refused(form.with("exampleCounts", new int[] {0, 2}), "exampleCounts must add up to 3, got 2");
        refused(form.withTexts("reasons", List.of("filtered", "")), "key must not be blank");
        refused(form.withTexts("kinds", List.of("CHOSEN", "blank")), "kind must be that of a reason, got blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCOUNT.storedForm().with("used", 3).as(Accounting.class))
                .withMessageContaining("rows must be used + left out + malformed (9), got 8");
    }

    private static void refused(StoredForm forged, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forged.as(LeftOut.class))
                .withMessageContaining(words);
    }
}
