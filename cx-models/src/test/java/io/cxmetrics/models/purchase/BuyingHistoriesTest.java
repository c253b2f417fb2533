package io.cxmetrics.models.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BuyingHistoriesTest {

    @Provide
    Arbitrary<List<BuyingHistory>> customers() {
        return BuyingModels.histories().list().ofMaxSize(200);
    }

    @Property(tries = 100)
    void partsAddUpInAnyOrder(@ForAll("customers") List<BuyingHistory> customers) {
        BuyingHistories whole = BuyingHistories.of(customers);
        BuyingHistories parts = BuyingHistories.EMPTY;
        for (BuyingHistory customer : customers) {
            parts = BuyingHistories.of(List.of(customer)).plus(parts);
        }
        BuyingHistories columns = BuyingHistories.of(
                customers.stream().mapToLong(BuyingHistory::repeats).toArray(),
                customers.stream().mapToDouble(BuyingHistory::lastAt).toArray(),
                customers.stream().mapToDouble(BuyingHistory::age).toArray());
        assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole).hasToString(whole.toString());
        assertThat(columns).isEqualTo(whole);
        assertThat(customers.parallelStream().collect(BuyingHistories.toBuyingHistories(customer -> customer)))
                .isEqualTo(whole);
        assertThat(whole.count()).isEqualTo(customers.size());
        assertThat(whole.plus(BuyingHistories.EMPTY)).isEqualTo(whole);
    }

    @Test
    void shardsGiveTheSameFitToTheLastBit() {
        Random random = new Random(3);
        List<BuyingHistory> customers = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            double age = 20 + random.nextInt(30);
            long x = random.nextInt(3) == 0 ? 0 : random.nextInt(6) + 1;
            customers.add(BuyingHistory.of(x, x == 0 ? 0 : 1 + random.nextInt((int) age - 1), age));
        }
        BuyingHistories whole = BuyingHistories.of(customers);
        BuyingHistories shards =
                BuyingHistories.of(customers.subList(900, 1500)).plus(BuyingHistories.of(customers.subList(0, 900)));
        assertThat(BgNbd.fit(shards)).isEqualTo(BgNbd.fit(whole));
        assertThat(ParetoNbd.fit(shards)).isEqualTo(ParetoNbd.fit(whole));
        assertThat(MbgNbd.fit(shards)).isEqualTo(MbgNbd.fit(whole));
    }

    @Test
    void errorsNameTheRow() {
        long[] one = {1};
        assertThatThrownBy(() -> BuyingHistories.of(one, new double[] {3}, new double[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lastAt must not be above age 2.0, got 3.0 at index 0");
        assertThatThrownBy(() -> BuyingHistories.of(one, new double[] {0}, new double[] {2}))
                .hasMessage("lastAt must be 0 exactly without repeats, got 0.0 with 1 at index 0");
        assertThatThrownBy(() -> BuyingHistories.of(one, new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("age must be finite and not negative, got NaN at index 0");
        assertThatThrownBy(() -> BuyingHistories.of(one, new double[2], new double[1]))
                .hasMessage("lastAt must have length 1, got 2");
        assertThatThrownBy(() -> BuyingHistory.of(-1, 0, 0)).hasMessage("repeats must not be negative, got -1");
        assertThatThrownBy(() -> BgNbd.fit(BuyingHistories.of(List.of(BuyingHistory.of(0, 0, 9)))))
                .hasMessage("histories must have a repeat purchase, got "
                        + "BuyingHistories[count=1, distinct=1, repeats=0]");
    }
}
