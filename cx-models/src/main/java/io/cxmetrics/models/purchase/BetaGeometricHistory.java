package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.LogRising;
import io.cxmetrics.models.internal.Numbers;

/**
 * What a history says under a beta-geometric model. The chances to leave so far are the repeats, and one more where the
 * first purchase is a chance too.
 */
final class BetaGeometricHistory {

    private BetaGeometricHistory() {}

    static double logLikelihood(BetaGeometricKernel start, BuyingHistory history, long chances) {
        long x = history.repeats();
        double shape = start.r() + x;
        // Relative to alpha, so that r ln alpha does not cancel.
        double alive = -shape * Math.log1p(history.age() / start.alpha());
        double gone = chances == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(start.a() / (start.b() + chances - 1))
                        - shape * Math.log1p(history.lastAt() / start.alpha());
        return LogRising.value(start.r(), x)
                - x * Math.log(start.alpha())
                + LogRising.value(start.b(), chances)
                - LogRising.value(start.a() + start.b(), chances)
                + Numbers.logSum(alive, gone);
    }

    static double alive(BetaGeometricKernel start, BuyingHistory history, long chances) {
        if (chances == 0) {
            return 1;
        }
        double silence = (history.age() - history.lastAt()) / (start.alpha() + history.lastAt());
        return Numbers.logistic(-Math.log(start.a() / (start.b() + chances - 1))
                - (start.r() + history.repeats()) * Math.log1p(silence));
    }

    /** The same customer from now on, if still there. */
    static BetaGeometricKernel now(BetaGeometricKernel start, BuyingHistory history, long chances) {
        return new BetaGeometricKernel(
                start.r() + history.repeats(), start.alpha() + history.age(), start.a(), start.b() + chances);
    }
}
