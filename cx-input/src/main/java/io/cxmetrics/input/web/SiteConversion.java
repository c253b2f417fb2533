package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.funnel.Conversion;
import io.cxmetrics.web.funnel.ConversionUnit;

/**
 * Who reached a goal, by sessions and by visitors. Those of different visitors add up.
 *
 * @param sessions the sessions that did, out of all
 * @param visitors the visitors who did, out of all
 * @since 0.1
 */
public record SiteConversion(Conversion sessions, Conversion visitors) implements Summary<SiteConversion> {

    /** Nobody came. */
    public static final SiteConversion EMPTY =
            new SiteConversion(Conversion.empty(ConversionUnit.SESSION), Conversion.empty(ConversionUnit.VISITOR));

    /** Checks that the parts are there. */
    public SiteConversion {
        requireNonNull(sessions, "sessions");
        requireNonNull(visitors, "visitors");
    }

    /**
     * Folds visits into conversion.
     *
     * @param goal the events that are the goal
     * @return the aggregation, which refuses amounts in two units of money
     */
    public static Aggregation<Visits, ?, SiteConversion> aggregation(NamedEvents goal) {
        return Aggregation.summing(EMPTY)
                .mapInput(visits -> new SiteConversion(
                        Conversion.of(visits.sessions(), goal), Conversion.of(visits.plainEvents(), goal)));
    }

    @Override
    public SiteConversion plus(SiteConversion other) {
        return new SiteConversion(sessions.plus(other.sessions), visitors.plus(other.visitors));
    }
}
