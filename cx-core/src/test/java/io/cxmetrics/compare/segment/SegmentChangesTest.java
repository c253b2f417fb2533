package io.cxmetrics.compare.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.compare.Verdict;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Nps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentChangesTest {

    private static Map<String, Proportion> bounces() {
        Map<String, Proportion> bounces = new LinkedHashMap<>();
        bounces.put("mobile", Proportion.of(600, 1000));
        bounces.put("desktop", Proportion.of(400, 1000));
        bounces.put("tablet", Proportion.of(500, 1000));
        bounces.put("tv", Proportion.EMPTY);
        return bounces;
    }

    private static Change bounce(Proportion before, Proportion after) {
        return Changes.between(before, after, ChangeDefinition.forMetric("bounce-rate"));
    }

    @Test
    void eachAgainstTheRest() {
        SegmentChanges<String> devices =
                SegmentChanges.againstRest(bounces(), SegmentChangesTest::bounce, Correction.HOLM);
        assertThat(devices.ranking())
                .extracting(SegmentChange::segment)
                .containsExactly("desktop", "tablet", "mobile", "tv");
        assertThat(devices.get("desktop").change().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(devices.get("desktop").change().before()).isEqualTo(1100.0 / 2000);
        assertThat(devices.get("tv").adjustedPValue()).isNaN();
        assertThat(devices.get("tablet").adjustedPValue()).isEqualTo(1);
        assertThat(devices.discoveries(0.05))
                .extracting(SegmentChange::segment)
                .containsExactlyInAnyOrder("mobile", "desktop");
        assertThat(devices.size()).isEqualTo(4);
        assertThat(devices.correction()).isEqualTo(Correction.HOLM);
        assertThat(devices)
                .asString()
                .isEqualTo("SegmentChanges[segments=[mobile, desktop, tablet, tv], correction=HOLM]");
        assertThatThrownBy(() -> devices.get("watch"))
                .hasMessage("segment must be one of [mobile, desktop, tablet, tv], got watch");
        assertThatThrownBy(() -> devices.discoveries(5)).hasMessage("level must be in [0, 1], got 5.0");
    }

    @Test
    void everyTwoAndBeforeWithAfter() {
        SegmentChanges<SegmentPair<String>> pairs =
                SegmentChanges.everyPair(bounces(), SegmentChangesTest::bounce, Correction.BENJAMINI_HOCHBERG);
        assertThat(pairs.all())
                .extracting(pair -> pair.segment().toString())
                .startsWith("mobile -> desktop", "mobile -> tablet", "mobile -> tv", "desktop -> tablet");
        SegmentChanges<String> same = SegmentChanges.between(
                bounces(), Map.of("mobile", Proportion.of(500, 1000)), SegmentChangesTest::bounce, Correction.NONE);
        assertThat(same.all()).hasSize(1);
        assertThat(same.get("mobile").change().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(SegmentChanges.againstRest(Map.of("all", Nps.of(9)), Changes::between, Correction.NONE)
                        .all())
                .isEmpty();
        assertThat(SegmentChanges.of(Map.of("a", bounce(Proportion.of(1, 9), Proportion.of(1, 9))), Correction.HOLM)
                        .all())
                .extracting(SegmentChange::adjustedPValue)
                .isEqualTo(List.of(1.0));
    }
}
