package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.retention.subscription.SubscriberBase;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.PaymentTiming;
import io.cxmetrics.value.SubscriberValue;

/**
 * The figures of what subscribers are worth whose churn stays as it is.
 *
 * @param margin what is left of 1 of revenue
 * @param discount by how much later payments are worth less
 * @param timing when payments come, of the value that a table shows
 * @param confidence the level of intervals
 * @param decimals the decimals of amounts in a table
 * @since 0.1
 */
public record SubscriberFigures(
        double margin, DiscountRate discount, PaymentTiming timing, double confidence, int decimals) {

    private static final DiscountRate NONE = DiscountRate.of(0, CalendarPeriod.YEAR);

    /** Checks that the parts are there. */
    public SubscriberFigures {
        requireNonNull(discount, "discount");
        requireNonNull(timing, "timing");
    }

    /**
     * Returns the figures.
     *
     * @return the figures of a base of subscribers
     */
    public Figures<SubscriberBase> figures() {
        Figures<SubscriberValue> values = Figures.of(SubscriberValue.class);
        for (PaymentTiming each : PaymentTiming.values()) {
            values = values.number(name(each), "value", decimals, value -> value.infinite(each));
        }
        values = values.interval(
                "low", "high", Names.percent(confidence) + " interval", value -> value.interval(timing, confidence));
        Figures<SubscriberBase> simple = Figures.of(SubscriberValue.class)
                .number("clv_simple", "undiscounted", decimals, value -> value.infinite(PaymentTiming.FIRST_NOW))
                .from(base -> SubscriberValue.of(base, margin, NONE));
        return Figures.of(SubscriberBase.class)
                .count("customers", "customers", SubscriberBase::count)
                .count("left", "left", base -> base.churn().events())
                .count("months", "months", base -> base.churn().exposure())
                .number("arpu", "revenue a month", decimals, SubscriberBase::revenuePerSubscriber)
                .number(
                        "churn",
                        "churn a month %",
                        2,
                        base -> 100 * base.churn().rate())
                .number("lifetime", "lifetime (months)", 1, SubscriberBase::expectedMonths)
                .and(values.from(base -> SubscriberValue.of(base, margin, discount)))
                .and(simple)
                .withColumns("customers", "left", "arpu", "churn", "lifetime", name(timing), "low", "clv_simple");
    }

    private static String name(PaymentTiming timing) {
        return "clv_" + Names.of(timing).replace('-', '_');
    }
}
