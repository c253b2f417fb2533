package io.cxmetrics.compare.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeyDriversTest {

    private static Map<String, double[]> random(int drivers, int cases, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] common = random.doubles(cases).toArray();
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (int i = 0; i < drivers; i++) {
            double[] column = new double[cases];
            for (int row = 0; row < cases; row++) {
                column[row] = Math.rint(4 * (common[row] + random.nextDouble()) / 2) + 1;
            }
            measures.put("d" + i, column);
        }
        return measures;
    }

    private static double[] outcome(Map<String, double[]> measures, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] outcome = new double[measures.values().iterator().next().length];
        int weight = measures.size();
        for (double[] column : measures.values()) {
            for (int row = 0; row < outcome.length; row++) {
                outcome[row] += weight * column[row];
            }
            weight--;
        }
        for (int row = 0; row < outcome.length; row++) {
            outcome[row] += 3 * random.nextDouble();
        }
        return outcome;
    }

    /** Two drivers: by hand, each gets the mean of what it explains alone and after the other. */
    @Property(tries = 100)
    void twoDriversShareEvenly(@ForAll @IntRange(max = 10_000) int seed) {
        Map<String, double[]> measures = random(2, 40, seed);
        KeyDrivers drivers = KeyDrivers.of(measures, outcome(measures, seed));
        KeyDriver first = drivers.driver("d0");
        KeyDriver second = drivers.driver("d1");
        assertThat(first.weight()).isCloseTo((first.first() + first.last()) / 2, within(1e-9));
        assertThat(first.weight() + second.weight()).isCloseTo(drivers.rSquared(), within(1e-9));
        // Of two drivers, the nearest uncorrelated twins divide alike.
        KeyDrivers johnson = KeyDrivers.of(measures, outcome(measures, seed), DriverRule.RELATIVE_WEIGHTS);
        assertThat(johnson.driver("d0").weight()).isCloseTo(first.weight(), within(1e-9));
    }

    @Property(tries = 30)
    void partsAddUp(@ForAll @IntRange(min = 1, max = 14) int p, @ForAll @IntRange(max = 10_000) int seed) {
        Map<String, double[]> measures = random(p, 120, seed);
        KeyDrivers drivers = KeyDrivers.of(measures, outcome(measures, seed));
        assertThat(drivers.rule())
                .isEqualTo(p > KeyDrivers.MOST_SHAPLEY ? DriverRule.RELATIVE_WEIGHTS : DriverRule.SHAPLEY);
        assertThat(drivers.drivers().stream().mapToDouble(KeyDriver::weight).sum())
                .isCloseTo(drivers.rSquared(), within(1e-9));
        assertThat(drivers.drivers().stream().mapToDouble(KeyDriver::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(drivers.drivers()).allSatisfy(driver -> {
            assertThat(driver.weight()).isGreaterThanOrEqualTo(-1e-12);
            assertThat(driver.varianceInflation()).isGreaterThanOrEqualTo(1 - 1e-9);
        });
    }

    @Test
    void incompleteCasesAreLeftOutAndCounted() {
        Map<String, double[]> measures = random(3, 50, 7);
        double[] outcome = outcome(measures, 7);
        KeyDrivers whole = KeyDrivers.of(measures, outcome);
        Map<String, double[]> more = new LinkedHashMap<>();
        measures.forEach((name, column) -> {
            double[] longer = Arrays.copyOf(column, 52);
            longer[50] = name.equals("d1") ? Double.NaN : 3;
            longer[51] = 3;
            more.put(name, longer);
        });
        double[] longer = Arrays.copyOf(outcome, 52);
        longer[51] = Double.NaN;
        KeyDrivers gaps = KeyDrivers.of(more, longer);
        assertThat(gaps.leftOut()).isEqualTo(2);
        assertThat(gaps.count()).isEqualTo(50);
        assertThat(gaps.driver("d0").weight()).isEqualTo(whole.driver("d0").weight());
        assertThat(whole.leftOut()).isZero();
    }

    @Test
    void oneSeedGivesOneInterval() {
        Map<String, double[]> measures = random(3, 80, 3);
        double[] outcome = outcome(measures, 3);
        KeyDrivers drivers = KeyDrivers.of(measures, outcome);
        assertThat(drivers.driver("d0").shareInterval()).isEqualTo(Interval.UNDEFINED);
        Interval once = drivers.withBootstrap(0.9, 200, 5).driver("d0").shareInterval();
        Interval again = drivers.withBootstrap(0.9, 200, 5).driver("d0").shareInterval();
        assertThat(once).isEqualTo(again);
        assertThat(once.contains(drivers.driver("d0").share())).isTrue();
        assertThat(drivers.withBootstrap(0.9, 200, 6).driver("d0").shareInterval())
                .isNotEqualTo(once);
        assertThatThrownBy(() -> drivers.withBootstrap(0.9, 0, 5))
                .hasMessage("resamples must be in [1, 1000000], got 0");
    }

    @Test
    void whatCannotBeToldApartIsNamed() {
        Map<String, double[]> measures = new LinkedHashMap<>();
        measures.put("other", new double[] {2, 1, 2, 1, 1, 3});
        measures.put("metres", new double[] {1, 2, 3, 4, 5, 6});
        measures.put("feet", new double[] {3.28, 6.56, 9.84, 13.12, 16.4, 19.68});
        KeyDrivers twins = KeyDrivers.of(measures, new double[] {2, 1, 4, 3, 5, 9});
        assertThat(twins.collinear()).containsExactly("metres", "feet");
        assertThat(twins.rSquared()).isNaN();
        assertThat(twins.driver("metres").share()).isNaN();
        assertThat(twins.driver("metres").correlation()).isPositive();
        assertThat(twins.quadrants()).isEmpty();
        assertThat(twins.withBootstrap(0.95, 10, 1)).isSameAs(twins);
        KeyDrivers still = KeyDrivers.of(Map.of("still", new double[] {3, 3, 3, 3}), new double[] {1, 2, 3, 4});
        assertThat(still.collinear()).containsExactly("still");
        KeyDrivers flat = KeyDrivers.of(Map.of("a", new double[] {1, 2, 3, 5}), new double[] {2, 2, 2, 2});
        assertThat(flat.rSquared()).isNaN();
        assertThat(flat.collinear()).isEmpty();
    }

    /** Martilla and James (1977): four quadrants about both means. */
    @Test
    void quadrants() {
        Map<String, double[]> measures = random(4, 300, 11);
        measures.forEach((name, column) -> {
            double moved = name.equals("d0") ? -2 : name.equals("d3") ? 2 : 0;
            Arrays.setAll(column, row -> column[row] + moved);
        });
        KeyDrivers drivers = KeyDrivers.of(measures, outcome(measures, 11));
        assertThat(drivers.quadrants())
                .containsEntry("d0", Quadrant.CONCENTRATE_HERE)
                .containsEntry("d3", Quadrant.POSSIBLE_OVERKILL);
        assertThat(drivers.inflated()).isEmpty();
        assertThat(drivers).asString().contains("association by share: d0 ");
        assertThat(drivers.driver("d0")).asString().startsWith("KeyDriver[d0, share of association ");
    }

    @Test
    void wrongTablesAreRefused() {
        assertThatThrownBy(() -> KeyDrivers.of(Map.of(), new double[] {1}))
                .hasMessage("measures must not be empty, got {}");
        assertThatThrownBy(() -> KeyDrivers.of(Map.of("a", new double[] {1, 2}), new double[] {1}))
                .hasMessage("measure a must have as many entries as outcome (1), got 2");
        assertThatThrownBy(() ->
                        KeyDrivers.of(Map.of("a", new double[] {1, Double.POSITIVE_INFINITY}), new double[] {1, 2}))
                .hasMessage("measure a must not be infinite, got Infinity at index 1");
        assertThatThrownBy(() -> KeyDrivers.of(random(13, 20, 1), new double[20], DriverRule.SHAPLEY))
                .hasMessage("measures must be at most 12 for Shapley values, got 13");
        KeyDrivers one = KeyDrivers.of(Map.of("a", new double[] {1, 2, 4, 3}), new double[] {1, 2, 3, 4});
        assertThatThrownBy(() -> one.driver("b")).hasMessage("name must be one of [a], got b");
        assertThat(one.ranking()).hasSize(1);
        assertThat(List.of(Quadrant.values())).hasSize(4);
    }
}
