package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.retention.activity.LifecycleDefinition;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.support.contact.RepeatContact;
import io.cxmetrics.support.contact.Touches;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.weighted.WeightedProportion;
import io.cxmetrics.survey.weighted.Weights;
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
            Weights.of(1, 1.5, 2),
            new WeightedProportion(1.25, Weights.of(1, 1.5)),
            Interval.of(-1.5, 0.1),
            Interval.of(Double.NEGATIVE_INFINITY, 1),
            Interval.UNDEFINED,
            new Difference(20, 11.4),
            new Difference(Double.NaN, Double.NaN),
            Proportion.of(56, 70).differenceFrom(Proportion.of(48, 80)),
            RatingScale.CES_1,
            NpsDefinition.STANDARD,
            new BoxDefinition(RatingScale.ONE_TO_FIVE, 2, 1),
            EventRate.of(2, 19),
            EventTime.of(3, 9, true),
            new Touches(2, 5, 2, 1),
            new RepeatContact(3, 1, 1),
            new TimeInStatus(2, Map.of("open", new TimeInStatus.Total(2, 90, 5))),
            RfmBreaks.of(new double[] {30, 90}, new double[] {1, 1}, new double[] {15.36, 31.958}),
            LifecycleDefinition.STANDARD,
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
