package io.cxmetrics.web.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static WebEvent<String> event(EventKind kind, String name) {
        return WebEvent.of("ann", NOON, kind, name);
    }

    @Test
    void saysWhatItAsks() {
        Funnel funnel = Funnel.of("view", "cart");
        assertThat(funnel).hasToString("Funnel[view > cart, SEQUENTIAL, start EACH]");
        assertThat(funnel.withOrder(FunnelOrder.STRICT)
                        .withWindow(Duration.ofHours(1))
                        .withStart(FunnelStart.FIRST_EVER)
                        .withExclusions("error", "refund")
                        .withExclusion(FunnelExclusion.ENDS_ATTEMPT))
                .hasToString(
                        "Funnel[view > cart, STRICT, within PT1H, start FIRST_EVER, error and refund ENDS_ATTEMPT]");
        // What is not equal does not look alike: it would be refused with no visible reason.
        assertThat(funnel.withExclusion(FunnelExclusion.ENDS_ATTEMPT))
                .hasToString("Funnel[view > cart, SEQUENTIAL, start EACH, nothing ENDS_ATTEMPT]");
        assertThat(funnel.exclusion()).isEqualTo(FunnelExclusion.DROPS_UNIT);
        assertThat(funnel).isEqualTo(Funnel.of("view", "cart")).isNotEqualTo(Funnel.of("cart", "view"));
    }

    @Test
    void refusesWhatIsNoFunnel() {
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.of()).withMessage("steps must be 1 to 31, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of(Collections.nCopies(32, "a").toArray(String[]::new)))
                .withMessage("steps must be 1 to 31, got 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of("a").withWindow(Duration.ofMillis(-1)))
                .withMessage("window must be in [PT0S, PT2562047788015H12M55.807S], got PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of("a", "b").withExclusions("x", "b"))
                .withMessage("exclusions must not be steps, got b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of("a")
                        .withWindow(Duration.ofMillis(Long.MAX_VALUE).plusNanos(1)))
                .withMessage(
                        "window must be in [PT0S, PT2562047788015H12M55.807S], got PT2562047788015H12M55.807000001S");
        assertThat(Funnel.of("a").withWindow(Duration.ofMillis(Long.MAX_VALUE)).windowMillis())
                .isEqualTo(Funnel.of("a").windowMillis());
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Funnel.of("a").withWindow(null))
                .withMessage("newWindow");
        assertThatNullPointerException()
                .isThrownBy(() -> Funnel.of("a").withOrder(null))
                .withMessage("order");
        assertThatNullPointerException()
                .isThrownBy(() -> FunnelMatcher.of(null))
                .withMessage("funnel");
        assertThatNullPointerException()
                .isThrownBy(() -> FunnelMatcher.of(Funnel.of("a")).<String>aggregation(null))
                .withMessage("key");
    }

    @Test
    void namesAreMetByNameUnlessThereIsATest() {
        FunnelMatcher matcher =
                FunnelMatcher.of(Funnel.of("view", "cart", "view", "order").withExclusions("error", "refund"));
        assertThat(matcher.matches(event(EventKind.CUSTOM, "view"))).isEqualTo(0b101);
        assertThat(matcher.matches(event(EventKind.CUSTOM, "cart"))).isEqualTo(0b10);
        assertThat(matcher.matches(event(EventKind.CUSTOM, "other"))).isZero();
        assertThat(matcher.matches(event(EventKind.CUSTOM, "error"))).isEqualTo(FunnelMatcher.EXCLUDED);
        FunnelMatcher tested = matcher.when("order", EventKind.ORDER)
                .when(
                        "view",
                        event -> event.kind() == EventKind.PAGE_VIEW
                                && event.name().startsWith("/shop"))
                .when("refund", EventKind.REFUND);
        assertThat(tested.matches(event(EventKind.CUSTOM, "view"))).isZero();
        assertThat(tested.matches(event(EventKind.PAGE_VIEW, "/shop/1"))).isEqualTo(0b101);
        assertThat(tested.matches(event(EventKind.ORDER, "cart"))).isEqualTo(0b1010);
        assertThat(tested.matches(event(EventKind.ORDER, "error"))).isEqualTo(FunnelMatcher.EXCLUDED);
        assertThat(tested.matches(event(EventKind.REFUND, "cart"))).isEqualTo(FunnelMatcher.EXCLUDED);
        assertThat(matcher.matches(event(EventKind.REFUND, "refund"))).isEqualTo(FunnelMatcher.EXCLUDED);
        assertThat(tested).hasToString("FunnelMatcher[view > cart > view > order, tests for [order, view, refund]]");
        assertThat(tested.funnel().names()).isEqualTo(List.of("view", "cart", "view", "order"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matcher.when("pay", EventKind.ORDER))
                .withMessage("name must be one of [view, cart, view, order] or [error, refund], got pay");
    }

    @Test
    void thirtyOneStepsAreCountedLikeAFew() {
        String[] names = new String[31];
        Arrays.setAll(names, i -> "step " + i);
        FunnelMatcher matcher = FunnelMatcher.of(Funnel.of(names));
        assertThat(matcher.matches(event(EventKind.CUSTOM, "step 30"))).isEqualTo(1 << 30);
        long[] units = new long[31];
        int[] matches = new int[31];
        Arrays.setAll(matches, i -> 1 << i);
        for (FunnelOrder order : FunnelOrder.values()) {
            assertThat(FunnelCounts.of(matcher.funnel().withOrder(order), units, units, matches)
                            .conversion(FunnelBase.ALL)
                            .rate())
                    .isEqualTo(1.0);
        }
    }
}
