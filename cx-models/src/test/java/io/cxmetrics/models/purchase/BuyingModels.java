package io.cxmetrics.models.purchase;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Models and histories for properties: ordinary ones, and such as are near the edges of formulas. */
final class BuyingModels {

    private BuyingModels() {}

    static Arbitrary<BuyingModel<?>> models() {
        Arbitrary<Double> shape = Arbitraries.doubles().between(0.05, 4).ofScale(2);
        Arbitrary<Double> rate = Arbitraries.doubles().between(0.5, 60).ofScale(1);
        return Combinators.combine(shape, rate, shape, shape, rate, Arbitraries.of(0, 1, 2))
                .as(BuyingModels::model);
    }

    private static BuyingModel<?> model(double r, double alpha, double a, double b, double beta, int kind) {
        return switch (kind) {
            case 0 -> new BgNbd(r, alpha, a, b);
            case 1 -> new MbgNbd(r, alpha, a, b);
            default -> new ParetoNbd(r, alpha, a, beta);
        };
    }

    static Arbitrary<BuyingHistory> histories() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.doubles().between(0.01, 1).ofScale(2),
                        Arbitraries.doubles().between(0.1, 200).ofScale(1))
                .as((x, share, age) -> BuyingHistory.of(x, x == 0 ? 0 : share * age, age));
    }
}
