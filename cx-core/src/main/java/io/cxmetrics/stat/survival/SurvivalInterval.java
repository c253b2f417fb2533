package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;

/**
 * How the limits of a survival share are computed from its standard error, by name. All stay within [0, 1].
 *
 * <p>Where everybody has had the event the standard error is undefined, and so is every interval.
 *
 * <p>Source: J. Kalbfleisch, R. Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition (2002), section
 * 1.4; Ø. Borgan, K. Liestøl, Scandinavian Journal of Statistics 17 (1990) for how they keep their promise.
 *
 * @since 0.1
 */
public enum SurvivalInterval {

    /**
     * Symmetric on the scale ln(-ln S): S<sup>exp(&plusmn; z se / (S ln S))</sup>. It needs no clipping and does well
     * in small samples. Undefined before the first event, where S is 1.
     */
    LOG_LOG {
        @Override
        Interval defined(double survival, double standardError, double z) {
            if (survival >= 1) {
                return Interval.UNDEFINED;
            }
            double distance = z * standardError / (survival * -Math.log(survival));
            return Interval.of(Math.pow(survival, Math.exp(distance)), Math.pow(survival, Math.exp(-distance)));
        }
    },

    /** Symmetric on the scale ln S: S exp(&plusmn; z se / S), clipped. The default of R's {@code survfit}. */
    LOG {
        @Override
        Interval defined(double survival, double standardError, double z) {
            double distance = z * standardError / survival;
            return Interval.of(survival * Math.exp(-distance), survival * Math.exp(distance))
                    .clip(0, 1);
        }
    },

    /** Symmetric as it is: S &plusmn; z se, clipped. Too narrow in small samples and near 0 and 1. */
    PLAIN {
        @Override
        Interval defined(double survival, double standardError, double z) {
            return Interval.around(survival, z * standardError).clip(0, 1);
        }
    };

    /**
     * Returns the limits of a survival share.
     *
     * @param survival the share S, in [0, 1], or NaN
     * @param standardError its standard error by Greenwood, not negative, or NaN
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined where a number is NaN or S is 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Interval of(double survival, double standardError, double confidence) {
        double z = Critical.z(confidence);
        if (Double.isNaN(survival) || Double.isNaN(standardError)) {
            return Interval.UNDEFINED;
        }
        Checks.fraction("survival", survival);
        Checks.notNegative("standardError", standardError);
        return survival == 0 ? Interval.UNDEFINED : defined(survival, standardError, z);
    }

    abstract Interval defined(double survival, double standardError, double z);
}
