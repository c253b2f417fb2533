package io.cxmetrics.spark.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cxmetrics.value.PurchaseDefinition;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What models of buying need to know of each customer: x, t_x, T and money, as
 * {@link io.cxmetrics.value.PurchaseHistory} and {@link io.cxmetrics.value.PurchaseSplit} have it, over rows in Spark.
 *
 * <p><b>Definition.</b> Purchases of one period, a day by default, are merged. x = {@code frequency} = periods with a
 * purchase - 1; t_x = {@code recency} = periods from the first purchase to the last; T = {@code age} = periods from the
 * first purchase to the end of observation. {@link PurchaseDefinition} names the period, whose calendar counts, and
 * which rows are purchases.
 *
 * <p><b>Money</b> is in minor units. Amounts above 0 are spend and amounts below 0 are refunds under every rule; spend
 * is gross of refunds. Rows without an amount are left out.
 *
 * <p><b>Left out.</b> Customers without a purchase up to the end (of calibration) have no row.
 *
 * <p><b>Edges.</b> Sums beyond a {@code bigint} are an error in ANSI mode, the default, and wrong without.
 *
 * <p><b>Cost.</b> One shuffle of a row for each customer and period; of built-in functions alone.
 *
 * <pre>{@code
 * PurchaseDefinition reading = PurchaseDefinition.in(ZoneId.of("Europe/Berlin"));
 * PurchaseInputs.histories(orders, "customer", "at", "cents", reading, LocalDate.of(2026, 3, 31));
 * }</pre>
 */
public final class PurchaseInputs {

    private PurchaseInputs() {}

    /**
     * Returns the histories of customers.
     *
     * @param purchases a row for each order or refund
     * @param customer the column of who
     * @param time the column of when, a {@code TIMESTAMP}
     * @param amount the column of how much in minor units, an integral number; negative for a refund
     * @param reading how the rows are read
     * @param observedThrough the last day of observation; what came later is left out
     * @return a row for each customer: the customer in its own column, {@code frequency}, {@code recency}, {@code age},
     *     {@code first_spend}, {@code repeat_spend} and {@code refunds}
     * @throws IllegalArgumentException if a column has another type
     */
    public static Dataset<Row> histories(
            Dataset<Row> purchases,
            String customer,
            String time,
            String amount,
            PurchaseDefinition reading,
            LocalDate observedThrough) {
        return splits(purchases, customer, time, amount, reading, observedThrough, observedThrough)
                .drop("holdout_length", "holdout_frequency", "holdout_spend", "holdout_refunds");
    }

    /**
     * Returns the histories of customers up to a day, to fit a model to, and what they bought after it, to judge the
     * model by.
     *
     * @param purchases a row for each order or refund
     * @param customer the column of who
     * @param time the column of when, a {@code TIMESTAMP}
     * @param amount the column of how much in minor units, an integral number; negative for a refund
     * @param reading how the rows are read
     * @param calibrationThrough the last day of calibration
     * @param observedThrough the last day of the holdout; what came later is left out
     * @return the columns of {@link #histories} with those of the holdout: {@code holdout_length},
     *     {@code holdout_frequency} (how many periods of it had a purchase), {@code holdout_spend} and
     *     {@code holdout_refunds}
     * @throws IllegalArgumentException if a column has another type, or the holdout ends before the calibration
     */
    public static Dataset<Row> splits(
            Dataset<Row> purchases,
            String customer,
            String time,
            String amount,
            PurchaseDefinition reading,
            LocalDate calibrationThrough,
            LocalDate observedThrough) {
        if (observedThrough.isBefore(calibrationThrough)) {
            throw new IllegalArgumentException("observedThrough must not be before calibrationThrough "
                    + calibrationThrough + ", got " + observedThrough);
        }
        long end = reading.period().index(calibrationThrough);
        long length = reading.period().index(observedThrough) - end;
        Column at = Columns.time(purchases, "time", time);
        Column cents = Columns.whole(purchases, "amount", amount);
        Column frequency = functions.count(purchase(false)).minus(1L);
        return purchases
                .where(col(customer).isNotNull().and(cents.isNotNull()))
                .select(
                        col(customer),
                        cents.as("amount"),
                        LocalPeriods.epochDay(at, reading.zone()).as("day"))
                .where(col("day").leq(observedThrough.toEpochDay()))
                .groupBy(
                        col(customer),
                        col("day").gt(calibrationThrough.toEpochDay()).as("held"),
                        LocalPeriods.index(col("day"), reading.period()).as("period"))
                .agg(
                        functions.count_if(counts(reading)).as("orders"),
                        functions
                                .sum(functions.greatest(col("amount"), lit(0L)))
                                .as("spend"),
                        functions
                                .sum(functions.greatest(functions.negate(col("amount")), lit(0L)))
                                .as("refunds"))
                .groupBy(col(customer))
                .agg(
                        frequency.as("frequency"),
                        functions.min(purchase(false)).as("first"),
                        functions.max(purchase(false)).as("last"),
                        total("spend", false).as("spend"),
                        total("refunds", false).as("refunds"),
                        functions.count(purchase(true)).as("holdout_frequency"),
                        total("spend", true).as("holdout_spend"),
                        total("refunds", true).as("holdout_refunds"))
                .where(col("first").isNotNull())
                .select(
                        col(customer),
                        col("frequency"),
                        col("last.period").minus(col("first.period")).as("recency"),
                        lit(end).minus(col("first.period")).as("age"),
                        col("first.spend").as("first_spend"),
                        col("spend").minus(col("first.spend")).as("repeat_spend"),
                        col("refunds"),
                        lit(length).as("holdout_length"),
                        col("holdout_frequency"),
                        col("holdout_spend"),
                        col("holdout_refunds"));
    }

    private static Column counts(PurchaseDefinition reading) {
        return switch (reading.rule()) {
            case WITHOUT_REFUNDS -> col("amount").geq(0);
            case PAID -> col("amount").gt(0);
            case EVERY_ACTIVITY -> lit(true);
        };
    }

    /** A period with a purchase, and what was spent in it. */
    private static Column purchase(boolean held) {
        return functions.when(col("held").equalTo(held).and(col("orders").gt(0)), functions.struct("period", "spend"));
    }

    private static Column total(String name, boolean held) {
        Column sum = functions.sum(functions.when(col("held").equalTo(held), col(name)));
        return functions.coalesce(sum, lit(0L).cast(DataTypes.LongType));
    }
}
