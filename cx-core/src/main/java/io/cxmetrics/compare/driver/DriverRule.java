package io.cxmetrics.compare.driver;

/**
 * How the explained variance is divided among drivers that resemble each other.
 *
 * @since 0.1
 */
public enum DriverRule {
    /**
     * Shapley's value of R&sup2;: the mean gain of a driver over all orders in which drivers can enter (Lindeman,
     * Merenda
     * and Gold 1980). It takes 2<sup>p</sup> regressions, so that more than {@link KeyDrivers#MOST_SHAPLEY} drivers are
     * refused.
     */
    SHAPLEY,
    /**
     * Johnson's relative weights (2000): the drivers' nearest uncorrelated twins, in closed form. Mostly within a
     * hundredth of {@link #SHAPLEY}, for any number of drivers, with less theory behind it.
     */
    RELATIVE_WEIGHTS
}
