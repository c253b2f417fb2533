package io.cxmetrics.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.models.contract.RenewalCounts;
import io.cxmetrics.models.purchase.BuyingHistories;
import io.cxmetrics.models.survival.Durations;
import io.cxmetrics.models.value.SpendHistories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Summaries of models are written in one form and come back through their checks. */
class StoredFormsTest {

    private static final RenewalCounts CONTRACTS = RenewalCounts.ofSurvivors(1000, 869, 743, 653);
    private static final BuyingHistories BUYERS = BuyingHistories.of(
            new long[] {2, 0, 2}, new double[] {30.43, 0, 30.43}, new double[] {38.86, 38.86, 38.86});
    private static final SpendHistories SPENDERS =
            SpendHistories.of(new long[] {2, 0, 1}, new double[] {22.35, 0, 11.77});
    private static final Durations TIMES = Durations.ofLateEntry(
                    new double[] {0, 1}, new double[] {2, 3.5}, new boolean[] {true, false}, new double[] {1, 2})
            .plus(Durations.of(new double[] {0}, new boolean[] {true}));

    @Test
    void comeBackAsTheyWent() throws IOException, ClassNotFoundException {
        comesBack(CONTRACTS, RenewalCounts.class);
        comesBack(RenewalCounts.EMPTY, RenewalCounts.class);
        comesBack(BUYERS, BuyingHistories.class);
        comesBack(BuyingHistories.EMPTY, BuyingHistories.class);
        comesBack(SPENDERS, SpendHistories.class);
        comesBack(SpendHistories.EMPTY, SpendHistories.class);
        comesBack(TIMES, Durations.class);
        comesBack(Durations.EMPTY, Durations.class);
    }

    private static <S extends Summary<S>> void comesBack(S summary, Class<S> type)
            throws IOException, ClassNotFoundException {
        assertThat(summary.storedForm().as(type)).isEqualTo(summary).hasSameHashCodeAs(summary);
        assertThat(summary.storedForm().as(type).storedForm()).isEqualTo(summary.storedForm());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(summary);
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
                .contains("StoredProxy")
                .doesNotContain("java.util");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(summary);
        }
    }

    @Test
    void formsShowTheCounts() {
        assertThat(CONTRACTS.storedForm())
                .hasToString("RenewalCounts 1 [lost=[0, 131, 126, 90], active=[0, 0, 0, 653]]");
        assertThat(BUYERS.storedForm())
                .hasToString("BuyingHistories 1 [repeats=[0, 2], "
                        + "lastAt=[0.0, 30.43], age=[38.86, 38.86], counts=[1, 2]]");
        assertThat(SPENDERS.storedForm())
                .hasToString(
                        "SpendHistories 1 [purchases=[0, 1, 2], " + "meanSpend=[0.0, 11.77, 22.35], counts=[1, 1, 1]]");
        assertThat(TIMES.storedForm())
                .hasToString("Durations 1 [happenedAt=[2.0], happened=[1.0], censoredAt=[3.5], censored=[2.0], "
                        + "enteredAt=[1.0], entered=[2.0], leftOut=1.0]");
    }

    @Test
    void refuseWhatTheyCouldNotHaveWritten() {
        refused(CONTRACTS.storedForm().with("lost", new long[] {1, 2}), "active", RenewalCounts.class);
        refused(CONTRACTS.storedForm().with("active", new long[] {0, 0, -1, 653}), "active", RenewalCounts.class);
        refused(
                CONTRACTS.storedForm().with("lost", new long[0]).with("active", new long[0]),
                "end with a contract",
                RenewalCounts.class);
        refused(
                CONTRACTS.storedForm().with("lost", new long[] {1, 0}).with("active", new long[] {1, 0}),
                "end with a contract",
                RenewalCounts.class);
        refused(BUYERS.storedForm().with("counts", new long[] {0, 2}), "counts", BuyingHistories.class);
        refused(BUYERS.storedForm().with("counts", new long[] {Long.MAX_VALUE, 2}), "overflow", BuyingHistories.class);
        refused(BUYERS.storedForm().with("age", new double[] {1, 2}), "lastAt", BuyingHistories.class);
        refused(BUYERS.storedForm().with("age", new double[] {1}), "age", BuyingHistories.class);
        refused(SPENDERS.storedForm().with("meanSpend", new double[] {0, 1, -1}), "meanSpend", SpendHistories.class);
        refused(TIMES.storedForm().with("happened", new double[] {Double.NaN}), "happened", Durations.class);
        refused(TIMES.storedForm().with("leftOut", -1.0), "leftOut", Durations.class);
        refused(TIMES.storedForm().without("leftOut"), "leftOut", Durations.class);
    }

    private static <S extends Summary<S>> void refused(StoredForm forged, String word, Class<S> type) {
        assertThatIllegalArgumentException().isThrownBy(() -> forged.as(type)).withMessageContaining(word);
    }
}
