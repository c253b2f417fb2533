package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.cxmetrics.contract.Forgery;
import io.cxmetrics.survey.Nps;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private record Response(String touchpoint, int rating) {}

    private static final List<Response> RESPONSES =
            List.of(new Response("shop", 10), new Response("app", 3), new Response("shop", 8), new Response("app", 9));

    private static final Aggregation<Response, long[], Nps> BY_RATING =
            Nps.aggregation().mapInput(Response::rating);

    @Test
    void mapsFiltersAndGoesOn() {
        assertThat(RESPONSES.stream().collect(BY_RATING.toCollector())).isEqualTo(Nps.ofCounts(2, 1, 1));
        assertThat(RESPONSES.stream()
                        .collect(BY_RATING
                                .filter(r -> r.touchpoint().equals("app"))
                                .andThen(Nps::count)
                                .toCollector()))
                .isEqualTo(2);
    }

    @Test
    void filteredStatesMerge() throws Exception {
        var apps = Forgery.copy(BY_RATING.filter(r -> r.touchpoint().equals("app")));
        assertThat(RESPONSES.parallelStream().collect(apps.toCollector())).isEqualTo(Nps.ofCounts(1, 0, 1));
    }

    @Test
    void groupsInOrderOfFirstSight() throws Exception {
        Aggregation<Response, Map<String, long[]>, Map<String, Nps>> grouped =
                BY_RATING.groupedBy(Response::touchpoint);
        assertThat(RESPONSES.stream().collect(Forgery.copy(grouped).toCollector()))
                .containsExactly(entry("shop", Nps.ofCounts(1, 1, 0)), entry("app", Nps.ofCounts(1, 0, 1)));
        assertThat(RESPONSES.parallelStream().collect(grouped.toCollector()))
                .containsExactly(entry("shop", Nps.ofCounts(1, 1, 0)), entry("app", Nps.ofCounts(1, 0, 1)));
    }

    @Test
    void groupedMergeLeavesTheRightSideAlone() {
        var grouped = BY_RATING.groupedBy(Response::touchpoint);
        var left = grouped.zero();
        var right = grouped.add(grouped.zero(), new Response("app", 9));
        left = grouped.merge(left, right);
        left = grouped.add(left, new Response("app", 0));
        assertThat(grouped.finish(right)).containsExactly(entry("app", Nps.ofCounts(1, 0, 0)));
        assertThat(grouped.finish(left)).containsExactly(entry("app", Nps.ofCounts(1, 0, 1)));
    }

    @Test
    void groupedResultCannotBeChanged() {
        var result = RESPONSES.stream()
                .collect(BY_RATING.groupedBy(Response::touchpoint).toCollector());
        assertThatThrownBy(() -> result.put("web", Nps.EMPTY)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sumsSummaries() throws Exception {
        var rollUp = Forgery.copy(Aggregation.summing(Nps.EMPTY));
        assertThat(Stream.of(Nps.of(10), Nps.of(0), Nps.of(7)).parallel().collect(rollUp.toCollector()))
                .isEqualTo(Nps.ofCounts(1, 1, 1));
        assertThat(Stream.<Nps>of().collect(rollUp.toCollector())).isEqualTo(Nps.EMPTY);
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> BY_RATING.mapInput(null))
                .withMessage("mapper");
        assertThatNullPointerException()
                .isThrownBy(() -> BY_RATING.filter(null))
                .withMessage("test");
        assertThatNullPointerException()
                .isThrownBy(() -> BY_RATING.andThen(null))
                .withMessage("then");
        assertThatNullPointerException()
                .isThrownBy(() -> BY_RATING.groupedBy(null))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> Aggregation.<Nps>summing(null))
                .withMessage("empty");
        var nullKeys = BY_RATING.<String>groupedBy(r -> null);
        assertThatNullPointerException()
                .isThrownBy(() -> RESPONSES.stream().collect(nullKeys.toCollector()))
                .withMessage("key");
    }
}
