package io.cxmetrics.compare.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Nps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MixAndRateTest {

    /** Charig and others (BMJ 1986), kidney stones: both kinds of stones are treated better after, the total worse. */
    @Test
    void kidneyStones() {
        MixAndRate<String> stones = MixAndRate.ofRates(
                Map.of("small", Proportion.of(234, 270), "large", Proportion.of(55, 80)),
                Map.of("small", Proportion.of(81, 87), "large", Proportion.of(192, 263)));
        assertThat(stones.change()).isCloseTo(-8.0 / 175, within(1e-15));
        assertThat(stones.rate()).isCloseTo(3274803.0 / 61016000, within(1e-15));
        assertThat(stones.simpson()).isTrue();
        assertThat(stones.mostlyMix()).isTrue();
        assertThat(stones).asString().endsWith(", Simpson's paradox]");
        assertThat(stones.parts().get(0).segment()).isEqualTo("large");
    }

    @Test
    void aSegmentOnOneSideIsAllMix() {
        MixAndRate<String> channels = MixAndRate.ofNps(
                Map.of("phone", Nps.ofCounts(80, 0, 20), "chat", Nps.ofCounts(60, 20, 20)),
                Map.of("chat", Nps.ofCounts(60, 20, 20), "app", Nps.EMPTY));
        SegmentPart<String> phone = channels.parts().stream()
                .filter(part -> part.segment().equals("phone"))
                .findFirst()
                .orElseThrow();
        assertThat(phone.rate()).isZero();
        assertThat(phone.after()).isNaN();
        assertThat(phone.shareBefore()).isEqualTo(0.5);
        assertThat(phone.shareAfter()).isZero();
        assertThat(channels.change()).isCloseTo(-10, within(1e-12));
        assertThat(channels.rate()).isZero();
        assertThat(channels.simpson()).isFalse();
        assertThat(channels.parts().get(2).contribution()).isZero();
    }

    @Test
    void withoutAnythingAllIsUndefined() {
        MixAndRate<String> none = MixAndRate.ofMeans(Map.of(), Map.of("a", Moments.of(1, 2)));
        assertThat(none.change()).isNaN();
        assertThat(none.rate()).isNaN();
        assertThat(none.mix()).isNaN();
        assertThat(none.mostlyMix()).isFalse();
        assertThatThrownBy(() -> SegmentTotal.of(1, 0)).hasMessage("sum must be 0 where size is 0, got 1.0");
        assertThatThrownBy(() -> SegmentTotal.of(1, -1)).hasMessage("size must be finite and not negative, got -1.0");
    }

    @Property(tries = 300)
    void partsAddUpAndNegate(
            @ForAll @Size(min = 2, max = 8) List<@Size(4) List<@IntRange(min = 1, max = 1000) Integer>> rows) {
        Map<Integer, SegmentTotal> before = new LinkedHashMap<>();
        Map<Integer, SegmentTotal> after = new LinkedHashMap<>();
        for (List<Integer> row : rows) {
            before.put(before.size(), SegmentTotal.of(row.get(0), row.get(1)));
            after.put(after.size(), SegmentTotal.of(row.get(2), row.get(3)));
        }
        MixAndRate<Integer> there = MixAndRate.of(before, after);
        MixAndRate<Integer> back = MixAndRate.of(after, before);
        double scale = 1 + Math.abs(there.before()) + Math.abs(there.after());
        assertThat(there.rate() + there.mix()).isCloseTo(there.change(), within(1e-12 * scale * 100));
        assertThat(there.rate()).isCloseTo(-back.rate(), within(1e-12 * scale * 100));
        assertThat(MixAndRate.of(before, before).parts())
                .allSatisfy(part -> assertThat(part.contribution()).isZero());
    }
}
