package io.cxmetrics.value;

import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static io.cxmetrics.value.PaymentTiming.PERIOD_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.time.CalendarPeriod;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class LifetimeValuePropertyTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void timingsDifferByOnePaymentOrOnePeriod(
            @ForAll @Scale(4) @DoubleRange(min = -100, max = 100) double margin,
            @ForAll @Scale(4) @DoubleRange(max = 1) double retention,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1) double discount) {
        double now = LifetimeValue.infinite(margin, retention, discount, 0, FIRST_NOW);
        near(margin + LifetimeValue.infinite(margin, retention, discount, 0, FIRST_EXCLUDED), now);
        near(LifetimeValue.infinite(margin, retention, discount, 0, PERIOD_END) * (1 + discount), now);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void finiteValuesRiseToTheInfinite(
            @ForAll @Scale(4) @DoubleRange(max = 0.999) double retention,
            @ForAll @Scale(4) @DoubleRange(max = 1) double discount,
            @ForAll @IntRange(max = 1000) int payments,
            @ForAll PaymentTiming timing) {
        double all = LifetimeValue.infinite(10, retention, discount, 0, timing);
        double some = LifetimeValue.over(payments, 10, retention, discount, 0, timing);
        assertThat(some).isLessThanOrEqualTo(all * (1 + 1e-12));
        assertThat(LifetimeValue.over(payments + 1, 10, retention, discount, 0, timing))
                .isGreaterThanOrEqualTo(some * (1 - 1e-12));
        near(LifetimeValue.over(1_000_000, 10, retention, discount, 0, timing), all);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whoStaysLongerIsWorthMore(
            @ForAll @Scale(4) @DoubleRange(max = 1) double some,
            @ForAll @Scale(4) @DoubleRange(max = 1) double other,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 1) double discount,
            @ForAll @IntRange(max = 50) int payments,
            @ForAll PaymentTiming timing) {
        double low = Math.min(some, other);
        double high = Math.max(some, other);
        assertThat(LifetimeValue.infinite(10, high, discount, 0, timing))
                .isGreaterThanOrEqualTo(LifetimeValue.infinite(10, low, discount, 0, timing));
        assertThat(LifetimeValue.over(payments, 10, high, discount, 0, timing))
                .isGreaterThanOrEqualTo(LifetimeValue.over(payments, 10, low, discount, 0, timing) * (1 - 1e-12));
    }

    /** Payment by payment, with growth, which may outweigh the discount. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void finiteValuesAreSums(
            @ForAll @Scale(4) @DoubleRange(max = 1) double retention,
            @ForAll @Scale(4) @DoubleRange(max = 0.5) double discount,
            @ForAll @Scale(4) @DoubleRange(min = -0.5, max = 0.5) double growth,
            @ForAll @IntRange(max = 60) int payments,
            @ForAll PaymentTiming timing) {
        double sum = 0;
        double margin = 10;
        for (int k = 0; k < payments; k++) {
            int time = timing == FIRST_NOW ? k : k + 1;
            int stayed = timing == FIRST_EXCLUDED ? k + 1 : k;
            sum += margin * Math.pow(retention, stayed) / Math.pow(1 + discount, time);
            margin *= 1 + growth;
        }
        near(LifetimeValue.over(payments, 10, retention, discount, growth, timing), sum);
    }

    /** The powers of a retention are a survival curve, and the sum along it is the closed form. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void constantRetentionIsACurve(
            @ForAll @Scale(4) @DoubleRange(max = 1) double retention,
            @ForAll @Scale(4) @DoubleRange(max = 0.5) double discount,
            @ForAll @IntRange(min = 1, max = 60) int payments,
            @ForAll PaymentTiming timing) {
        double[] survival = IntStream.range(0, payments + (timing == FIRST_EXCLUDED ? 1 : 0))
                .mapToDouble(t -> Math.pow(retention, t))
                .toArray();
        near(
                LifetimeValue.along(
                        10, CalendarPeriod.YEAR, survival, DiscountRate.of(discount, CalendarPeriod.YEAR), timing),
                LifetimeValue.over(payments, 10, retention, discount, 0, timing));
    }

    /** What is paid at the start of each year by the rates of a month, a quarter or a year is the same. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void ratesOfAnyPeriodAreTheSameRates(
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @Scale(4) @DoubleRange(max = 0.5) double discount,
            @ForAll CalendarPeriod one,
            @ForAll CalendarPeriod other,
            @ForAll PaymentTiming timing) {
        ChurnRate leave = ChurnRate.of(churn, CalendarPeriod.YEAR);
        DiscountRate less = DiscountRate.of(discount, CalendarPeriod.YEAR);
        LifetimeValue yearly = LifetimeValue.of(10, CalendarPeriod.YEAR, leave, less);
        LifetimeValue mixed = LifetimeValue.of(10, CalendarPeriod.YEAR, leave.per(one), less.per(other));
        near(mixed.infinite(timing), yearly.infinite(timing));
        near(mixed.over(5, timing), yearly.over(5, timing));
    }

    /** Twelve months are worth the same each year, but for who has left by then and what is discounted by then. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void monthsMeetYearsAtTheirEnds(
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9) double churn,
            @ForAll @Scale(4) @DoubleRange(max = 0.5) double discount,
            @ForAll @IntRange(max = 30) int years) {
        ChurnRate leave = ChurnRate.of(churn, CalendarPeriod.YEAR);
        DiscountRate less = DiscountRate.of(discount, CalendarPeriod.YEAR);
        LifetimeValue monthly = LifetimeValue.of(10, CalendarPeriod.MONTH, leave, less);
        double firstYear = monthly.over(12, FIRST_NOW);
        LifetimeValue yearly = LifetimeValue.of(firstYear, CalendarPeriod.YEAR, leave, less);
        near(monthly.over(12L * years, FIRST_NOW), yearly.over(years, FIRST_NOW));
        near(monthly.infinite(FIRST_NOW), yearly.infinite(FIRST_NOW));
        near(Math.pow(leave.per(CalendarPeriod.MONTH).retention(), 12.0 * years), Math.pow(1 - churn, years));
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
    }
}
