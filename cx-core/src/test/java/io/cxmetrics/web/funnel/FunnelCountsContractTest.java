package io.cxmetrics.web.funnel;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Units of up to five events a second apart, a letter each: a and b are steps, x is excluded. */
class FunnelCountsContractTest extends SummaryContract<String, FunnelCounts> {

    private static final Funnel FUNNEL = Funnel.of("a", "b").withExclusions("x").withWindow(Duration.ofSeconds(2));

    @Override
    protected Arbitrary<String> inputs() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'x', '.')
                .ofMinLength(1)
                .ofMaxLength(5);
    }

    @Override
    protected FunnelCounts empty() {
        return FunnelCounts.empty(FUNNEL);
    }

    @Override
    protected FunnelCounts bulk(List<String> inputs) {
        return counts(inputs);
    }

    private static FunnelCounts counts(List<String> inputs) {
        int length = inputs.stream().mapToInt(String::length).sum();
        long[] units = new long[length];
        long[] times = new long[length];
        int[] matches = new int[length];
        int at = 0;
        for (int unit = 0; unit < inputs.size(); unit++) {
            String path = inputs.get(unit);
            for (int i = 0; i < path.length(); i++) {
                units[at] = unit;
                times[at] = 1000L * i;
                matches[at++] = switch (path.charAt(i)) {
                    case 'a' -> 1;
                    case 'b' -> 2;
                    case 'x' -> FunnelMatcher.EXCLUDED;
                    default -> 0;
                };
            }
        }
        return FunnelCounts.of(FUNNEL, Arrays.copyOf(units, at), times, matches);
    }

    @Override
    protected Aggregation<String, ?, FunnelCounts> aggregation() {
        return Aggregation.summing(empty()).mapInput(path -> counts(List.of(path)));
    }
}
