package io.cxmetrics.support.sla;

import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlaPolicyTest {

    @Test
    void promisesByMetricAndPriority() {
        SlaTarget normal = target(SlaMetric.FIRST_REPLY, "normal", "PT8H");
        SlaTarget urgent = target(SlaMetric.FIRST_REPLY, "urgent", "PT1H");
        SlaPolicy gold = policy("Gold", normal, urgent);
        assertThat(gold.target(SlaMetric.FIRST_REPLY, "urgent")).contains(urgent);
        assertThat(gold.target(SlaMetric.FIRST_REPLY, "low")).isEmpty();
        assertThat(gold.target(SlaMetric.RESOLUTION, "urgent")).isEmpty();
    }

    @Test
    void refusesTwoPromisesForOneThing() {
        SlaTarget eight = target(SlaMetric.FIRST_REPLY, "normal", "PT8H");
        SlaTarget six = target(SlaMetric.FIRST_REPLY, "normal", "PT6H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("Gold", eight, six))
                .withMessage("targets must be one for each metric and priority, got two for FIRST_REPLY and normal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refusesATargetThatNobodyCanKeep(String target) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(SlaMetric.FIRST_REPLY, "normal", target))
                .withMessage("target must be positive, got " + target);
    }
}
