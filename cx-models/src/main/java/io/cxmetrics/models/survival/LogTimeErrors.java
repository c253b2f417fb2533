package io.cxmetrics.models.survival;

import io.cxmetrics.models.internal.Numbers;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The distributions of y = (ln t - location) / scale: the logarithms of survival and density with two derivatives in y,
 * written to an array as value, first, second.
 */
enum LogTimeErrors {
    EXTREME_VALUE {
        @Override
        void logSurvival(double y, double[] out) {
            double e = Math.exp(y);
            set(out, -e, -e, -e);
        }

        @Override
        void logDensity(double y, double[] out) {
            double e = Math.exp(y);
            set(out, y - e, 1 - e, -e);
        }

        @Override
        double quantile(double share) {
            return Math.log(-Math.log1p(-share));
        }
    },
    NORMAL {
        @Override
        void logSurvival(double y, double[] out) {
            double x = y / Math.sqrt(2);
            // The scaled function does not vanish in the upper tail, nor overflow in the lower.
            double log = y > 0 ? Math.log(Erfcx.value(x) / 2) - x * x : Math.log1p(-Erfc.value(-x) / 2);
            double hazard = y > -20 ? Math.sqrt(2 / Math.PI) / Erfcx.value(x) : Math.exp(-x * x) * DENSITY;
            set(out, log, -hazard, -hazard * (hazard - y));
        }

        @Override
        void logDensity(double y, double[] out) {
            set(out, -y * y / 2 + Math.log(DENSITY), -y, -1);
        }

        @Override
        double quantile(double share) {
            return -Math.sqrt(2) * InverseErfc.value(2 * share);
        }
    },
    LOGISTIC {
        @Override
        void logSurvival(double y, double[] out) {
            double up = Numbers.logistic(y);
            set(out, -Numbers.log1pExp(y), -up, -up * Numbers.logistic(-y));
        }

        @Override
        void logDensity(double y, double[] out) {
            double up = Numbers.logistic(y);
            set(out, y - 2 * Numbers.log1pExp(y), 1 - 2 * up, -2 * up * Numbers.logistic(-y));
        }

        @Override
        double quantile(double share) {
            return Math.log(share) - Math.log1p(-share);
        }
    };

    private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

    abstract void logSurvival(double y, double[] out);

    abstract void logDensity(double y, double[] out);

    /** The y below which a share lies. */
    abstract double quantile(double share);

    private static void set(double[] out, double value, double first, double second) {
        out[0] = value;
        out[1] = first;
        out[2] = second;
    }
}
