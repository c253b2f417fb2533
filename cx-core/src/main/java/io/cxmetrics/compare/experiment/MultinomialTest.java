package io.cxmetrics.compare.experiment;

/** Counts against shares: the exact test, and the Bayes factor of a mixture. */
final class MultinomialTest {

    private static final long MOST_OUTCOMES = 1_000_000;

    /** Outcomes as likely as the one at hand may differ from it by rounding. */
    private static final double SLACK = 1 + 1e-7;

    private final double[] logShares;
    private final double[] logFactorials;
    private final double limit;

    private MultinomialTest(double[] logShares, double[] logFactorials, double limit) {
        this.logShares = logShares;
        this.logFactorials = logFactorials;
        this.limit = limit;
    }

    static double pValue(long[] observed, double[] shares) {
        long all = 0;
        for (long count : observed) {
            all = Math.addExact(all, count);
        }
        if (all == 0 || outcomes(all, shares.length) > MOST_OUTCOMES) {
            return Double.NaN;
        }
        int n = (int) all;
        double[] logFactorials = new double[n + 1];
        for (int k = 2; k <= n; k++) {
            logFactorials[k] = logFactorials[k - 1] + Math.log(k);
        }
        double[] logShares = new double[shares.length];
        double log = logFactorials[n];
        for (int i = 0; i < shares.length; i++) {
            logShares[i] = Math.log(shares[i]);
            log += observed[i] * logShares[i] - logFactorials[(int) observed[i]];
        }
        MultinomialTest test = new MultinomialTest(logShares, logFactorials, Math.exp(log) * SLACK);
        return Math.min(1, test.sum(0, n, logFactorials[n]));
    }

    private static double outcomes(long n, int variants) {
        double outcomes = 1;
        for (int k = 1; k < variants; k++) {
            outcomes *= (double) (n + k) / k;
        }
        return outcomes;
    }

    /** Sums what is no likelier than the limit over the variants from one on, which share what is left. */
    private double sum(int variant, int left, double log) {
        if (variant == logShares.length - 1) {
            double probability = Math.exp(log + left * logShares[variant] - logFactorials[left]);
            return probability <= limit ? probability : 0;
        }
        double sum = 0;
        for (int count = 0; count <= left; count++) {
            sum += sum(variant + 1, left - count, log + count * logShares[variant] - logFactorials[count]);
        }
        return sum;
    }

    /**
     * The parameters are the shares times the concentration. Written with Stirling's formula, all large terms cancel
     * but those that differ from the plan.
     */
    static double logBayesFactor(long[] observed, double[] shares, double n, double concentration) {
        double all = concentration + n;
        double sum = -(shares.length - 1) / 2.0 * Math.log1p(n / concentration);
        for (int i = 0; i < shares.length; i++) {
            double before = concentration * shares[i];
            double after = before + observed[i];
            double off = (observed[i] - n * shares[i]) / (shares[i] * all);
            sum += (after - 0.5) * Math.log1p(off) + stirling(after) - stirling(before);
        }
        return sum - stirling(all) + stirling(concentration);
    }

    /** ln Gamma(x) - ((x - 1/2) ln x - x + 1/2 ln 2 pi). */
    private static double stirling(double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < 12) {
            sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
            shifted++;
        }
        double square = 1 / (shifted * shifted);
        return sum + (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680))) / shifted;
    }
}
