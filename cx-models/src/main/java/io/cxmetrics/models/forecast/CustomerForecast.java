package io.cxmetrics.models.forecast;

import java.io.Serializable;

/**
 * What a customer will do, or all customers together.
 *
 * @param alive the probability that the customer has not left; of several the number expected to be there
 * @param purchases how many purchases are expected within the horizon
 * @param spend the expected amount of a purchase in major units; NaN where no amounts are known, and of several
 * @param value what the purchases are worth today in major units; NaN where no amounts are known
 * @since 0.1
 */
public record CustomerForecast(double alive, double purchases, double spend, double value) implements Serializable {}
