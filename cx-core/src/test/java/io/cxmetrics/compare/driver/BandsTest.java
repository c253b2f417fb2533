package io.cxmetrics.compare.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BandsTest {

    /** The example of R's prop.trend.test: smokers among patients (Fleiss 1981), X-squared = 8.2249. */
    @Test
    void fleissSmokers() {
        Map<Integer, Proportion> groups = new LinkedHashMap<>();
        groups.put(1, Proportion.of(83, 86));
        groups.put(2, Proportion.of(90, 93));
        groups.put(3, Proportion.of(129, 136));
        groups.put(4, Proportion.of(70, 82));
        RateBands<Integer> smokers = RateBands.of(groups);
        assertThat(smokers.trendChiSquared()).isCloseTo(8.2249, within(5e-5));
        assertThat(smokers.trendPValue()).isCloseTo(0.004132, within(5e-7));
        assertThat(smokers.chiSquared()).isCloseTo(12.6004, within(5e-5));
        assertThat(smokers.degreesOfFreedom()).isEqualTo(3);
        assertThat(smokers.pValue()).isCloseTo(0.005585, within(5e-7));
    }

    /** The example of R's kruskal.test: mucociliary efficiency (Hollander and Wolfe 1973), 0.77143 and p = 0.68. */
    @Test
    void hollanderAndWolfe() {
        Map<String, Sample> groups = new LinkedHashMap<>();
        groups.put("normal", Sample.of(2.9, 3.0, 2.5, 2.6, 3.2));
        groups.put("obstructive", Sample.of(3.8, 2.7, 4.0, 2.4));
        groups.put("asbestosis", Sample.of(2.8, 3.4, 3.7, 2.2, 2.0));
        MeanBands<String> lungs = MeanBands.of(groups);
        assertThat(lungs.kruskalWallis()).isCloseTo(0.77143, within(5e-6));
        assertThat(lungs.pValue()).isCloseTo(0.68, within(5e-4));
        assertThat(lungs.degreesOfFreedom()).isEqualTo(2);
        assertThat(lungs.topMinusBottom(ChangeDefinition.STANDARD).before()).isCloseTo(2.84, within(1e-12));
        assertThat(lungs.index("normal")).isCloseTo(2.84 / (41.2 / 14), within(1e-12));
        assertThatThrownBy(() -> lungs.moments("none"))
                .hasMessage("band must be one of [normal, obstructive, asbestosis], got none");
    }

    @Test
    void emptyBandsStay() {
        Map<NpsBand, Proportion> groups = new LinkedHashMap<>();
        groups.put(NpsBand.DETRACTOR, Proportion.of(1, 2));
        groups.put(NpsBand.PASSIVE, Proportion.EMPTY);
        RateBands<NpsBand> bands = RateBands.of(groups);
        assertThat(bands.rate(NpsBand.PASSIVE).rate()).isNaN();
        assertThatThrownBy(() -> bands.rate(NpsBand.PROMOTER))
                .hasMessage("band must be one of [DETRACTOR, PASSIVE], got PROMOTER");
        assertThat(bands.trendChiSquared()).isNaN();
        assertThat(bands.chiSquared()).isNaN();
        assertThat(bands.pValue()).isNaN();
        assertThat(bands).asString().isEqualTo("RateBands{DETRACTOR=1 of 2 (0.5), PASSIVE=0 of 0 (undefined)}");
        assertThatThrownBy(() -> RateBands.of(Map.of())).hasMessage("bands must not be empty, got {}");
        assertThatThrownBy(() -> MeanBands.of(Map.of())).hasMessage("bands must not be empty, got {}");
        MeanBands<String> flat = MeanBands.of(Map.of("a", Sample.of(0, 0), "b", Sample.EMPTY));
        assertThat(flat.kruskalWallis()).isNaN();
        assertThat(flat.shareOfTotal("a")).isNaN();
        assertThat(flat.index("b")).isNaN();
    }

    @Test
    void bandsOfRatings() {
        assertThat(NpsBand.of(0)).isEqualTo(NpsBand.DETRACTOR);
        assertThat(NpsBand.of(6)).isEqualTo(NpsBand.DETRACTOR);
        assertThat(NpsBand.of(7)).isEqualTo(NpsBand.PASSIVE);
        assertThat(NpsBand.of(9)).isEqualTo(NpsBand.PROMOTER);
        assertThatThrownBy(() -> NpsBand.of(11)).hasMessage("rating must be in [0, 10], got 11");
    }
}
