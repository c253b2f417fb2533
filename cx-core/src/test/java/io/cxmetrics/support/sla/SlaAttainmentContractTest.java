package io.cxmetrics.support.sla;

import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaTarget;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Promises of up to two hours to tickets that are replied to, left alone or given another policy within three. */
class SlaAttainmentContractTest extends SummaryContract<SlaInstance, SlaAttainment> {

    @Override
    protected Arbitrary<SlaInstance> inputs() {
        return Arbitraries.integers().between(1, 120).list().ofSize(3).map(minutes -> {
            SlaTarget target = target(SlaMetric.FIRST_REPLY, "normal", "PT" + minutes.get(0) + "M");
            SlaCase asked = SlaCase.ticket().policy("09:00", policy("Gold", target));
            int then = 540 + minutes.get(1);
            String time = String.format("%02d:%02d", then / 60, then % 60);
            if (minutes.get(2) % 3 == 0) {
                asked.replies(time);
            } else if (minutes.get(2) % 3 == 1) {
                asked.policy(time, policy("None"));
            }
            return asked.until("10:30").instances().get(0);
        });
    }

    @Override
    protected SlaAttainment empty() {
        return SlaAttainment.EMPTY;
    }

    @Override
    protected SlaAttainment bulk(List<SlaInstance> inputs) {
        return SlaAttainment.ofCounts(
                        count(inputs, SlaState.MET),
                        count(inputs, SlaState.BREACHED),
                        inputs.stream().map(SlaInstance::overTarget).reduce(Duration.ZERO, Duration::plus))
                .withLive(count(inputs, SlaState.ACTIVE), count(inputs, SlaState.AT_RISK))
                .withWithdrawn(count(inputs, SlaState.REPLACED) + count(inputs, SlaState.CANCELLED));
    }

    private static long count(List<SlaInstance> inputs, SlaState state) {
        return inputs.stream().filter(input -> input.state() == state).count();
    }

    @Override
    protected Aggregation<SlaInstance, ?, SlaAttainment> aggregation() {
        return SlaAttainment.aggregation();
    }
}
