package io.cxmetrics.support.sla;

import static io.cxmetrics.support.SlaMetric.FIRST_REPLY;
import static io.cxmetrics.support.SlaMetric.NEXT_REPLY;
import static io.cxmetrics.support.sla.SlaCase.at;
import static io.cxmetrics.support.sla.SlaCase.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.SlaTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlaPolicyVersionsTest {

    private static final SlaTarget EIGHT = target(FIRST_REPLY, "normal", "PT8H");
    private static final SlaTarget SIX = target(FIRST_REPLY, "normal", "PT6H");
    private static final SlaTarget NEXT = target(NEXT_REPLY, "normal", "PT4H");
    private static final SlaTarget URGENT = target(FIRST_REPLY, "urgent", "PT1H");
    private static final SlaPolicyVersions GOLD =
            SlaPolicyVersions.of("Gold").with(at("12:00"), SIX).with(at("10:00"), EIGHT, NEXT, URGENT);

    @Test
    void theNewestUpdatedByThenIsInForce() {
        assertThat(GOLD.target(FIRST_REPLY, "normal", at("09:59:59"))).isEmpty();
        assertThat(GOLD.target(FIRST_REPLY, "normal", at("10:00"))).contains(EIGHT);
        assertThat(GOLD.target(FIRST_REPLY, "normal", at("11:59:59"))).contains(EIGHT);
        assertThat(GOLD.target(FIRST_REPLY, "normal", at("12:00"))).contains(SIX);
    }

    @Test
    void aVersionLeavesInForceWhatItDoesNotName() {
        assertThat(GOLD.target(NEXT_REPLY, "normal", at("13:00"))).contains(NEXT);
        assertThat(GOLD.at(at("13:00")).targets()).containsExactly(SIX, URGENT, NEXT);
        assertThat(GOLD.at(at("11:00")).targets()).containsExactly(EIGHT, URGENT, NEXT);
        assertThat(GOLD.at(at("09:00")).targets()).isEmpty();
        assertThat(GOLD.at(at("13:00")).name()).isEqualTo("Gold").isEqualTo(GOLD.policy());
    }

    @Test
    void noPriorityIsReadAsNormalOrAsTold() {
        assertThat(GOLD.target(FIRST_REPLY, "", at("10:00"))).contains(EIGHT);
        assertThat(GOLD.withBlankPriority("urgent").target(FIRST_REPLY, " ", at("10:00")))
                .contains(URGENT);
        assertThat(GOLD.target(FIRST_REPLY, "low", at("10:00"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GOLD.withBlankPriority(""))
                .withMessage("priority must not be blank, got \"\"");
    }

    @Test
    void theOrderInWhichVersionsAreGivenDoesNotMatter() {
        SlaPolicyVersions other = SlaPolicyVersions.of("Gold")
                .with(at("10:00"), List.of(URGENT))
                .with(at("10:00"), NEXT, EIGHT, EIGHT)
                .with(at("12:00"), SIX);
        assertThat(other).isEqualTo(GOLD).hasSameHashCodeAs(GOLD).hasToString("SlaPolicyVersions[Gold, 4 promises]");
        assertThat(other.at(at("13:00"))).isEqualTo(GOLD.at(at("13:00")));
        assertThat(other)
                .isNotEqualTo(GOLD.withBlankPriority("low"))
                .isNotEqualTo(GOLD.with(at("14:00"), EIGHT))
                .isNotEqualTo(SlaPolicyVersions.of("Silver"))
                .isNotEqualTo("Gold");
    }

    @Test
    void refuseTwoPromisesForOneTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GOLD.with(at("12:00"), EIGHT))
                .withMessage("targets must be one for each metric, priority and time, got PT6H and PT8H"
                        + " for FIRST_REPLY and normal at 2026-03-02T12:00:00Z");
    }
}
