package io.cxmetrics.models.forecast;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.models.purchase.BuyingFamily;
import java.io.Serializable;

/**
 * What a forecast is asked: by which model, for how long, and what money to come is worth.
 *
 * @param family the model of purchases
 * @param weeks how many weeks ahead, at least 1
 * @param discountPerYear by how much money is worth less a year later, a fraction in [0, 1]
 * @param grossMargin what is left of 1 of revenue, a fraction in (0, 1]
 * @since 0.1
 */
public record ForecastDefinition(BuyingFamily family, int weeks, double discountPerYear, double grossMargin)
        implements Serializable {

    /** A year by Pareto/NBD, not discounted, of revenue. */
    public static final ForecastDefinition YEAR = new ForecastDefinition(BuyingFamily.PARETO_NBD, 52, 0, 1);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public ForecastDefinition {
        requireNonNull(family, "family");
        if (weeks < 1) {
            throw new IllegalArgumentException("weeks must be at least 1, got " + weeks);
        }
        if (!(discountPerYear >= 0 && discountPerYear <= 1)) {
            throw new IllegalArgumentException("discountPerYear must be a fraction in [0, 1], got " + discountPerYear);
        }
        if (!(grossMargin > 0 && grossMargin <= 1)) {
            throw new IllegalArgumentException("grossMargin must be a fraction in (0, 1], got " + grossMargin);
        }
    }

    /**
     * Returns this with another model.
     *
     * @param other the model of purchases
     * @return the definition
     */
    public ForecastDefinition withFamily(BuyingFamily other) {
        return new ForecastDefinition(other, weeks, discountPerYear, grossMargin);
    }

    /**
     * Returns this with another horizon.
     *
     * @param ahead how many weeks ahead
     * @return the definition
     */
    public ForecastDefinition withWeeks(int ahead) {
        return new ForecastDefinition(family, ahead, discountPerYear, grossMargin);
    }

    /**
     * Returns this with another discount.
     *
     * @param perYear by how much money is worth less a year later
     * @return the definition
     */
    public ForecastDefinition withDiscountPerYear(double perYear) {
        return new ForecastDefinition(family, weeks, perYear, grossMargin);
    }

    /**
     * Returns this with another margin.
     *
     * @param margin what is left of 1 of revenue
     * @return the definition
     */
    public ForecastDefinition withGrossMargin(double margin) {
        return new ForecastDefinition(family, weeks, discountPerYear, margin);
    }
}
