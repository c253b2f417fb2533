package io.cxmetrics.support.sla;

import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;
import static io.cxmetrics.support.sla.SlaCase.ticket;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlaAttainmentTest {

    private static final SlaPolicy GOLD = policy(
            "Gold", target(SlaMetric.FIRST_REPLY, "normal", "PT1H"), target(SlaMetric.RESOLUTION, "normal", "PT4H"));

    /**
     * First replies: 30 min met, 90 min breached by 30, none after 3 h breached by 120. Resolutions: live, met, at
     * risk.
     */
    @Test
    void countsWhatIsDecidedAndTheRestApart() {
        List<SlaInstance> promises = Stream.of(
                        ticket().policy("09:00", GOLD).replies("09:30").policy("11:00", policy("None")),
                        ticket().policy("09:00", GOLD).replies("10:30").status("10:30", Status.SOLVED),
                        ticket().policy("09:00", GOLD))
                .flatMap(each -> each.until("12:00").instances().stream())
                .toList();
        Map<SlaMetric, SlaAttainment> byMetric = promises.stream()
                .collect(SlaAttainment.aggregation()
                        .groupedBy(SlaInstance::metric)
                        .toCollector());
        SlaAttainment replies = requireNonNull(byMetric.get(SlaMetric.FIRST_REPLY));
        assertThat(replies).isEqualTo(SlaAttainment.ofCounts(1, 2, Duration.ofMinutes(150)));
        assertThat(replies.attained()).isEqualTo(Proportion.of(1, 3));
        assertThat(replies)
                .hasToString("SlaAttainment[met=1, breached=2 by PT2H30M, active=0, at risk=0, withdrawn=0]");
        SlaAttainment resolutions = requireNonNull(byMetric.get(SlaMetric.RESOLUTION));
        assertThat(resolutions)
                .isEqualTo(SlaAttainment.ofCounts(1, 0, Duration.ZERO)
                        .withLive(0, 1)
                        .withWithdrawn(1));
        assertThat(resolutions.rate()).isEqualTo(1);
        assertThat(resolutions.live()).isEqualTo(1);
        assertThat(resolutions.count()).isEqualTo(3);
        assertThat(SlaAttainment.of(promises)).isEqualTo(replies.plus(resolutions));
        assertThat(SlaAttainment.of(promises.toArray(SlaInstance[]::new))).isEqualTo(replies.plus(resolutions));
    }

    /** Wilson's interval of 8 out of 10 at 95 %, as the statsmodels package for Python has it. */
    @Test
    void hasTheIntervalOfAProportion() {
        SlaAttainment attainment = SlaAttainment.ofCounts(8, 2, Duration.ofHours(1))
                .withLive(90, 5)
                .withWithdrawn(3);
        assertThat(attainment.interval(0.95).low()).isCloseTo(0.490162, within(1e-6));
        assertThat(attainment.interval(0.95).high()).isCloseTo(0.943318, within(1e-6));
    }

    @Test
    void isUndefinedWhereNothingIsDecided() {
        assertThat(SlaAttainment.EMPTY.rate()).isNaN();
        assertThat(SlaAttainment.EMPTY).hasToString("SlaAttainment[no promises]");
        SlaAttainment live =
                SlaAttainment.of(ticket().policy("09:00", GOLD).until("09:10").instances());
        assertThat(live.active()).isEqualTo(2);
        assertThat(live.rate()).isNaN();
        assertThat(live.interval(0.95).low()).isNaN();
    }

    @Test
    void refusesCountsThatCannotBe() {
        refused(-1, 0, 0, 0, 0, "PT0S", "met must not be negative, got -1");
        refused(0, -1, 0, 0, 0, "PT0S", "breached must not be negative, got -1");
        refused(0, 0, -1, 0, 0, "PT0S", "active must not be negative, got -1");
        refused(0, 0, 0, -1, 0, "PT0S", "atRisk must not be negative, got -1");
        refused(0, 0, 0, 0, -1, "PT0S", "withdrawn must not be negative, got -1");
        refused(0, 1, 0, 0, 0, "PT-1S", "overTarget must not be negative, got PT-1S");
        refused(9, 0, 9, 9, 9, "PT1S", "overTarget must be zero with nothing breached, got PT1S");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        SlaAttainment.ofCounts(Long.MAX_VALUE, 0, Duration.ZERO).withWithdrawn(1));
    }

    private static void refused(
            long met, long breached, long active, long atRisk, long withdrawn, String over, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlaAttainment.ofCounts(met, breached, Duration.parse(over))
                        .withLive(active, atRisk)
                        .withWithdrawn(withdrawn))
                .withMessage(message);
    }
}
