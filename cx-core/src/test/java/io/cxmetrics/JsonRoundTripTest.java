package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.retention.activity.Lifecycle;
import io.cxmetrics.retention.activity.LifecycleRule;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortCell;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.support.contact.RepeatContact;
import io.cxmetrics.support.contact.Satisfaction;
import io.cxmetrics.support.contact.Touches;
import io.cxmetrics.support.resolution.StatusTotal;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.survey.Boxes;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsBreaks;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.response.Invitations;
import io.cxmetrics.survey.weighted.WeightedProportion;
import io.cxmetrics.survey.weighted.Weights;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.AcquisitionCost;
import io.cxmetrics.value.CostToServe;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.LifetimeValue;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.RfmBreaks;
import io.cxmetrics.web.funnel.StepCounts;
import io.cxmetrics.web.page.TimeOnPage;
import io.cxmetrics.web.usage.FeatureCounts;
import io.cxmetrics.web.visitor.NewVersusReturning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A summary written as JSON is read back as the same summary, by a mapper nobody configured. */
class JsonRoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Record[] values() {
        return new Record[] {
            Nps.EMPTY,
            Nps.of(9, 10, 7, 3),
            Nps.ofCounts(Long.MAX_VALUE, 0, 0),
            Proportion.EMPTY,
            Proportion.of(8, 10),
            new Invitations(1000, 950, 400, 300, 240),
            Weights.of(1, 1.5, 2),
            new WeightedProportion(1.25, Weights.of(1, 1.5)),
            Interval.of(-1.5, 0.1),
            Interval.of(Double.NEGATIVE_INFINITY, 1),
            Interval.UNDEFINED,
            new Difference(20, 11.4),
            new Difference(Double.NaN, Double.NaN),
            Proportion.of(56, 70).differenceFrom(Proportion.of(48, 80)),
            RatingScale.CES_1,
            NpsBreaks.STANDARD,
            new Boxes(RatingScale.ONE_TO_FIVE, 2, 1),
            EventRate.of(2, 19),
            EventTime.of(3, 9, true),
            new Touches(2, 5, 2, 1),
            new Reopens(2, 1, 4, 2, 3),
            new RepeatContact(3, 1, 1),
            new Satisfaction(7, 1, 0, 2, 90),
            new AcquisitionCost(100, 40, 2, 5, 7),
            LifetimeValue.of(
                    30,
                    CalendarPeriod.MONTH,
                    ChurnRate.of(0.2, CalendarPeriod.YEAR),
                    DiscountRate.of(0.1, CalendarPeriod.YEAR)),
            new TimeInStatus(2, Map.of("open", new StatusTotal(2, 90, 5))),
            new HistoricValue(3, 1, 2, 4, 5, 9900, 1, 500),
            new CostToServe(3, 1, 9400, 2500),
            new PurchaseHistory(CalendarPeriod.DAY, 2, 30, 90, 1000, 2500, 0),
            RfmBreaks.of(new double[] {30, 90}, new double[] {1, 1}, new double[] {15.36, 31.958}),
            new LogoChurn(500, 20, 65, 10, 5, 25, 15_000, 200, 25),
            RecurringRevenue.ofCustomer(50, 20).plus(RecurringRevenue.ofCustomer(0, 30)),
            RevenueFlow.of(99_900, 3),
            new Lifecycle(1, 2, 3, 4, 5, 6, 7),
            new Cohort(3, List.of(new CohortCell(3, 2, 1, 4, 900, 2000, 2900))),
            LifecycleRule.STANDARD,
            new TimeOnPage(3, 1, 90_000),
            new StepCounts(List.of("visit", "cart"), List.of(9L, 4L)),
            new NewVersusReturning(5, 7, 1),
            new FeatureCounts(9, 4, 5, 11)
        };
    }

    @ParameterizedTest
    @MethodSource("values")
    void survives(Record value) throws JsonProcessingException {
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(value), value.getClass()))
                .isEqualTo(value);
    }

    /** Nothing derived is written: what is stored cannot disagree with itself. */
    @Test
    void holdsTheCountsAndNothingElse() throws JsonProcessingException {
        assertThat(MAPPER.writeValueAsString(Nps.of(9, 10, 7, 3)))
                .isEqualTo("{\"promoters\":2,\"passives\":1,\"detractors\":1}");
        assertThat(MAPPER.writeValueAsString(Proportion.of(8, 10))).isEqualTo("{\"events\":8,\"trials\":10}");
        assertThat(MAPPER.writeValueAsString(new ProportionDifference(Proportion.of(1, 2), Proportion.EMPTY)))
                .isEqualTo("{\"first\":{\"events\":1,\"trials\":2},\"second\":{\"events\":0,\"trials\":0}}");
    }
}
