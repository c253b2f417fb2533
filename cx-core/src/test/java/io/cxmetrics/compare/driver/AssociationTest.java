package io.cxmetrics.compare.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AssociationTest {

    /**
     * Hollander and Wolfe (1973), p. 187: lightness of tuna and scores; tau = 0.4444, p = 0.1194, rho = 0.6, p =
     * 0.0968.
     */
    @Test
    void tuna() {
        Association tuna = Association.of(
                new double[] {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1},
                new double[] {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8});
        assertThat(tuna.kendall()).isCloseTo(0.4444, within(5e-5));
        assertThat(tuna.kendallPValue()).isCloseTo(0.1194, within(5e-5));
        assertThat(tuna.spearman()).isCloseTo(0.6, within(1e-12));
        assertThat(tuna.spearmanPValue()).isCloseTo(0.0968, within(5e-5));
        assertThat(tuna.pearson()).isCloseTo(0.5712, within(5e-5));
        assertThat(tuna.pearsonPValue()).isCloseTo(0.1082, within(5e-5));
        assertThat(tuna.count()).isEqualTo(9);
        assertThat(tuna).asString().startsWith("Association[n=9, pearson=0.57");
    }

    @Test
    void edges() {
        Association none = Association.of(new double[0], new double[0]);
        assertThat(none.pearson()).isNaN();
        assertThat(none.kendall()).isNaN();
        assertThat(none.spearmanPValue()).isNaN();
        assertThat(none.kendallPValue()).isNaN();
        assertThat(none.spearmanInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        Association line = Association.of(new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 4, 6, 8, 10, 12});
        assertThat(line.pearsonPValue()).isZero();
        assertThat(line.pearsonInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThatThrownBy(() -> line.pearsonInterval(2)).hasMessage("confidence must be in (0, 1), got 2.0");
        assertThatThrownBy(() -> Association.of(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Counting every pair finds what the merge sort finds. */
    @Property(tries = 200)
    void pairsOneByOne(
            @ForAll @Size(min = 2, max = 25) List<@IntRange(max = 6) Integer> x,
            @ForAll @Size(25) List<@IntRange(max = 6) Integer> y) {
        double score = 0;
        double untied = 0;
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < i; j++) {
                double both = Math.signum(x.get(i) - x.get(j)) * Math.signum(y.get(i) - y.get(j));
                score += both;
                untied += Math.abs(both);
            }
        }
        double[] a = x.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] b =
                y.stream().limit(x.size()).mapToDouble(Integer::doubleValue).toArray();
        Association there = Association.of(a, b);
        assertThat(there.kendallS()).isEqualTo(score);
        assertThat(there.gamma()).isEqualTo(Double.valueOf(score / untied));
        Association back = Association.of(b, a);
        assertThat(back.spearman()).isEqualTo(Double.valueOf(there.spearman()));
        assertThat(back.kendall()).isEqualTo(Double.valueOf(there.kendall()));
        assertThat(back)
                .isNotSameAs(there)
                .hasSameHashCodeAs(Association.of(b, a))
                .isEqualTo(Association.of(b, a));
    }
}
