package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Normal;

/**
 * Which rejections a plan counts as success.
 *
 * @since 0.1
 */
public enum TailRule {
    /**
     * A two-sided test that rejects on the side of the effect. A rejection on the far side would be an error, not
     * power; R's {@code power.prop.test} and {@code power.t.test} count so too.
     */
    NEAR,
    /** A two-sided test that rejects on either side, which R calls {@code strict}. */
    BOTH,
    /** A one-sided test, with the whole level on the side of the effect. */
    ONE_SIDED;

    /** The share of the level that lies on the side of the effect. */
    double tail(double level) {
        return this == ONE_SIDED ? level : level / 2;
    }

    /** The power of a normal test of an effect, whose errors differ under the null hypothesis and the alternative. */
    double power(double effect, double nullError, double error, double level) {
        double z = Normal.exceeded(tail(level));
        double near = Normal.survival((z * nullError - effect) / error);
        return this == BOTH ? near + Normal.survival((z * nullError + effect) / error) : near;
    }
}
