package io.cxmetrics.report.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.subscription.Departures;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.retention.subscription.ChurnBase;
import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.time.CalendarPeriod;

/**
 * The figures of churn.
 *
 * @param base whom the lost are divided by
 * @param per the length of the periods
 * @param confidence the level of intervals
 * @since 0.1
 */
public record ChurnFigures(ChurnBase base, CalendarPeriod per, double confidence) {

    private static final String[] FLOWS = {"at_start", "joined", "reactivated", "left", "at_end", "churn", "low"};

    /** Checks that the parts are there. */
    public ChurnFigures {
        requireNonNull(base, "base");
        requireNonNull(per, "per");
    }

    /**
     * Returns what the headline is.
     *
     * @return the definition, in words
     */
    public String definition() {
        return "100 "
                + switch (base) {
                    case AT_START -> "lost of those at start / customers at start";
                    case AVERAGE -> "all who left / mean of customers at start and end";
                    case EXPOSURE -> "(1 - exp(-departures / customer-days x days))";
                    case ELIGIBLE -> "left / customers who could have left";
                }
                + ", by " + Names.of(per);
    }

    /**
     * Returns the figures of customers of whom it is said who left.
     *
     * @return the figures
     */
    public Figures<Departures> ofCustomers() {
        return Figures.of(LogoChurn.class)
                .count("customers", "customers", LogoChurn::count)
                .count("left", "left", LogoChurn::lost)
                .number("churn", "churn %", 1, flows -> flows.churn().percent())
                .headline(0, 100)
                .interval(
                        "low",
                        "high",
                        interval(),
                        flows -> flows.churn().interval(confidence).times(100))
                .number(
                        "retention",
                        "retention %",
                        1,
                        flows -> flows.retention().percent())
                .hidden()
                .from(Departures::churn);
    }

    /**
     * Returns the figures of customers of whom it is said who left, and what they paid.
     *
     * @param decimals the decimals of amounts in a table
     * @return the figures
     */
    public Figures<Departures> ofPayingCustomers(int decimals) {
        return ofCustomers()
                .number("mrr", "mrr", decimals, all -> all.revenue().opening().amount())
                .number(
                        "mrr_lost",
                        "mrr lost",
                        decimals,
                        all -> all.revenue().churn().amount())
                .percent(
                        "revenue_churn", "revenue churn %", all -> all.revenue().grossRevenueChurn());
    }

    /**
     * Returns the figures of all periods together.
     *
     * @return the figures
     */
    public Figures<ChurnSpan> ofSpan() {
        return Figures.of(ChurnSpan.class)
                .count("customers", "customers", ChurnSpan::customers)
                .count("customers_left_out", "left out", ChurnSpan::leftOut)
                .count("periods", "periods", span -> span.periods().size())
                .count("at_start", "at start", ChurnSpan::atStart)
                .and(moved().from(ChurnSpan::sum))
                .count("at_end", "at end", ChurnSpan::atEnd)
                .and(rates().from(ChurnSpan::sum))
                .withColumns(FLOWS);
    }

    /**
     * Returns the figures of one period.
     *
     * @return the figures
     */
    public Figures<LogoChurn> ofPeriod() {
        return Figures.of(LogoChurn.class)
                .count("at_start", "at start", LogoChurn::atStart)
                .and(moved())
                .count("at_end", "at end", LogoChurn::atEnd)
                .and(rates())
                .withColumns(FLOWS);
    }

    private static Figures<LogoChurn> moved() {
        return Figures.of(LogoChurn.class)
                .count("joined", "joined", LogoChurn::joined)
                .count("reactivated", "came back", LogoChurn::reactivated)
                .count("left", "left", LogoChurn::left)
                .count("left_of_those_at_start", "", LogoChurn::lost)
                .count("left_in_the_period_they_came", "", LogoChurn::lostJoiners);
    }

    private Figures<LogoChurn> rates() {
        Figures<LogoChurn> rates = Figures.of(LogoChurn.class)
                .percent("churn", "churn %", flows -> flows.rate(base, per))
                .headline(0, 100)
                .interval(
                        "low",
                        "high",
                        interval(),
                        flows -> flows.interval(base, per, confidence).times(100));
        for (ChurnBase each : ChurnBase.values()) {
            rates = rates.percent("churn_" + Names.of(each).replace('-', '_'), "", flows -> flows.rate(each, per));
        }
        return rates.count("departures", "", LogoChurn::departures)
                .count("customer_days", "", LogoChurn::customerDays)
                .count("eligible", "", LogoChurn::eligible)
                .count("eligible_left", "", LogoChurn::eligibleLost)
                .number("retention", "", 1, flows -> flows.retention().percent());
    }

    private String interval() {
        return Names.percent(confidence) + " interval";
    }
}
