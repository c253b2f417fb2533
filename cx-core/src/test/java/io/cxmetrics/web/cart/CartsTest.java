package io.cxmetrics.web.cart;

import static io.cxmetrics.web.cart.CartCase.carts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CartsTest {

    private static final int DAY = 24 * 60;

    private static final int LATER = 10 * DAY;

    private static CartOutcomes outcomes(long ordered, long abandoned, long recovered, long open) {
        return new CartOutcomes(ordered, abandoned, recovered, open);
    }

    @ParameterizedTest
    @EnumSource
    void cartOrderedInItsSessionIsOrderedByEveryRule(CartRule rule) {
        Carts carts = carts(rule, LATER, "s1: add@0 add@10 checkout@20 order=o1@30");
        assertThat(carts.carts()).isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts.checkouts()).isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts.ordersWithoutCart()).isZero();
        assertThat(carts.abandonment()).isEqualTo(Proportion.of(0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void orderWithoutACartIsCountedApart(CartRule rule) {
        Carts carts = carts(rule, LATER, "s1: order=o1@0");
        assertThat(carts.carts()).isEqualTo(CartOutcomes.EMPTY);
        assertThat(carts.ordersWithoutCart()).isEqualTo(1);
        assertThat(carts.abandonment().rate()).isNaN();
        assertThat(carts.checkoutAbandonment().rate()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void cartOrderedTheNextDayIsAbandonedAndRecovered(CartRule rule) {
        Carts carts = carts(rule, LATER, "s1: add@0 checkout@5", "s2: order=o1@" + DAY);
        assertThat(carts.carts()).isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(carts.checkouts()).isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(carts.ordersWithoutCart()).isZero();
        assertThat(carts.abandonment()).isEqualTo(Proportion.of(1, 1));
        assertThat(carts.carts().recovery()).isEqualTo(Proportion.of(1, 1));
        assertThat(carts.carts().lost()).isEqualTo(Proportion.of(0, 1));
    }

    /** The cart is late, the checkout that is begun the next day is not. */
    @Test
    void checkoutsHaveAClockOfTheirOwn() {
        Carts carts = carts(CartRule.PER_CART, LATER, "s1: add@0", "s2: checkout@" + DAY + " order=o1@" + (DAY + 5));
        assertThat(carts.carts()).isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(carts.checkouts()).isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts.checkoutAbandonment()).isEqualTo(Proportion.of(0, 1));
        Carts direct = carts(CartRule.PER_CART, LATER, "s1: checkout@0 order@9");
        assertThat(direct.carts()).isEqualTo(CartOutcomes.EMPTY);
        assertThat(direct.checkouts()).isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(direct.ordersWithoutCart()).isEqualTo(1);
    }

    @Test
    void windowIsReachedInTimeAndPassedTooLate() {
        assertThat(carts(CartRule.PER_CART, LATER, "s1: add@0 order@60").carts())
                .isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts(CartRule.PER_CART, LATER, "s1: add@0 order@61").carts())
                .isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(carts(CartRule.PER_CART, LATER, "s1: add@0 checkout@60 order@120")
                        .carts())
                .isEqualTo(outcomes(1, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void openCartMayStillBeOrdered(CartRule rule) {
        Carts open = carts(rule, 60, "s1: add@0");
        assertThat(open.carts()).isEqualTo(outcomes(0, 0, 0, 1));
        assertThat(open.carts().count()).isEqualTo(1);
        assertThat(open.abandonment().rate()).isNaN();
        assertThat(carts(rule, 61, "s1: add@0").carts()).isEqualTo(outcomes(0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotObservedYetHasNotBeen(CartRule rule) {
        assertThat(carts(rule, 30, "s1: add@0 order@30").carts()).isEqualTo(outcomes(0, 0, 0, 1));
        assertThat(carts(rule, 31, "s1: add@0 order@30").carts()).isEqualTo(outcomes(1, 0, 0, 0));
    }

    @Test
    void itemsAfterTheWindowOpenAnotherCart() {
        Carts carts = carts(CartRule.PER_CART, LATER, "s1: add@0 add@100 order=o1@110 order=o2@120");
        assertThat(carts.carts()).isEqualTo(outcomes(1, 1, 0, 0));
        assertThat(carts.ordersWithoutCart()).isEqualTo(1);
        Carts twice = carts(CartRule.PER_CART, LATER, "s1: add@0 add@100 order=o1@300 order=o2@310");
        assertThat(twice.carts()).isEqualTo(outcomes(0, 2, 1, 0));
        assertThat(twice.ordersWithoutCart()).isEqualTo(1);
        assertThat(carts(CartRule.PER_CART, LATER, "s1: add@0 order=o1@9 add@20 order=o2@30")
                        .carts())
                .isEqualTo(outcomes(2, 0, 0, 0));
    }

    @Test
    void sessionsAreOrderedWhicheverCameFirst() {
        assertThat(carts(CartRule.PER_SESSION, LATER, "s1: order@0 add@200").carts())
                .isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts(CartRule.PER_SESSION, LATER, "s1: add@0", "s2: add@9 order@10")
                        .carts())
                .isEqualTo(outcomes(1, 1, 0, 0));
        Carts late = carts(CartRule.PER_SESSION, LATER, "s1: add@0", "s2: add@9", "s3: order=a@20 order=b@20");
        assertThat(late.carts()).isEqualTo(outcomes(0, 2, 1, 0));
        assertThat(late.ordersWithoutCart()).isEqualTo(1);
        Carts between = carts(CartRule.PER_SESSION, LATER, "s1: add@0", "s2: checkout@20", "s3: order@40");
        assertThat(between.carts()).isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(between.checkouts()).isEqualTo(outcomes(0, 1, 1, 0));
    }

    /** Two devices of one owner: an order in one recovers nothing that the other fills only later. */
    @Test
    void orderRecoversNoSessionThatIsFilledAfterIt() {
        Carts carts = carts(CartRule.PER_SESSION, LATER, "s1: checkout@0 add@10", "s2: order@5");
        assertThat(carts.carts()).isEqualTo(outcomes(0, 1, 0, 0));
        assertThat(carts.ordersWithoutCart()).isEqualTo(1);
        assertThat(carts.checkouts()).isEqualTo(outcomes(0, 1, 1, 0));
        Carts twice = carts(CartRule.PER_SESSION, LATER, "s1: checkout@0 add@10", "s2: order@5 order@20");
        assertThat(twice.carts()).isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(twice.ordersWithoutCart()).isEqualTo(1);
        assertThat(carts(CartRule.PER_SESSION, LATER, "s1: add@0 checkout@30", "s2: order@20")
                        .checkouts())
                .isEqualTo(outcomes(0, 1, 0, 0));
    }

    @Test
    void usersAreAsGoodAsTheBestOfTheirCarts() {
        assertThat(carts(CartRule.PER_USER, LATER, "s1: add@0 add@200 order@210")
                        .carts())
                .isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts(CartRule.PER_USER, LATER, "s1: add@0 add@200 order@400 add@500")
                        .carts())
                .isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(carts(CartRule.PER_USER, 240, "s1: add@0 add@200").carts()).isEqualTo(outcomes(0, 0, 0, 1));
        assertThat(carts(CartRule.PER_USER, LATER, "s1: add@0 add@200").carts()).isEqualTo(outcomes(0, 1, 0, 0));
        assertThat(carts(CartRule.PER_USER, LATER, "s1: order@0 add@200").ordersWithoutCart())
                .isEqualTo(1);
    }

    @Test
    void ordersCountOnceById() {
        Carts carts = carts(CartRule.PER_CART, LATER, "s1: add@0 order=o1@10", "s2: order=o1@500 order@600 order@600");
        assertThat(carts.carts()).isEqualTo(outcomes(1, 0, 0, 0));
        assertThat(carts.leftOut()).isEqualTo(1);
        assertThat(carts.ordersWithoutCart()).isEqualTo(2);
    }

    @Test
    void otherEventsArePassedOver() {
        assertThat(carts(CartRule.PER_CART, LATER, "s1: add@0 view@50 order@100")
                        .carts())
                .isEqualTo(outcomes(0, 1, 1, 0));
        assertThat(carts(CartRule.PER_CART, LATER, "s1: view@50"))
                .isEqualTo(Carts.empty(CartDefinition.of(CartRule.PER_CART, CartCase.HOUR)));
    }

    @Test
    void atTheSameTimeTheFirstIsFirst() {
        assertThat(carts(CartRule.PER_CART, LATER, "s1: add@0 order@0").carts()).isEqualTo(outcomes(1, 0, 0, 0));
        Carts reversed = carts(CartRule.PER_CART, LATER, "s1: order@0 add@0");
        assertThat(reversed.carts()).isEqualTo(outcomes(0, 1, 0, 0));
        assertThat(reversed.ordersWithoutCart()).isEqualTo(1);
    }

    /** Every item is in a cart that came to one end, and every order in a cart, late, without one, or there already. */
    @Property(tries = 100)
    void neitherOrderNorCutsOfTheEventsMatter(@ForAll int seed, @ForAll CartRule rule) {
        List<WebEvent<String>> events = new ArrayList<>(CartCase.events(
                "ann", "s1: add@0 checkout@3", "s2: order=o1@90 add@95 order=o1@96 add@97", "s3: order=o2@400"));
        events.addAll(CartCase.events("bob", "s4: add@1 order=o1@2 order=o9@99 checkout@120"));
        Carts expected = carts(rule, LATER, events);
        Collections.shuffle(events, new Random(seed));
        Carts shuffled = events.parallelStream()
                .collect(Carts.aggregation(
                                expected.definition(),
                                WebEvent<String>::visitor,
                                CartCase.NOON.plus(Duration.ofDays(10)))
                        .toCollector());
        assertThat(shuffled).isEqualTo(expected);
        assertThat(expected.leftOut()).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CartDefinition.of(CartRule.PER_CART, Duration.ofSeconds(-1)))
                .withMessage("inactivity must be in [PT0S, PT2562047788015H12M55.807S], got PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Carts.aggregation(
                        CartDefinition.of(CartRule.PER_CART, CartCase.HOUR), WebEvent<String>::visitor, Instant.MAX))
                .withMessage(
                        "observedUntil must be in [-292275055-05-16T16:47:04.192Z, +292278994-08-17T07:12:55.807Z], "
                                + "got +1000000000-12-31T23:59:59.999999999Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> carts(CartRule.PER_SESSION, LATER, ": add@0"))
                .withMessage("session must not be empty, got it for a ADD_TO_CART of ann at 2026-03-02T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> carts(CartRule.PER_CART, LATER, CartCase.events("", "s1: add@0")))
                .withMessage("owner must not be empty, got it for a ADD_TO_CART of  at 2026-03-02T12:00:00Z");
        Carts hourly = Carts.empty(CartDefinition.of(CartRule.PER_CART, CartCase.HOUR));
        Carts daily = Carts.empty(CartDefinition.of(CartRule.PER_CART, Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hourly.plus(daily))
                .withMessage(
                        "definition must be CartDefinition[rule=PER_CART, inactivity=PT1H, rows=OLDEST_FIRST], got "
                                + "CartDefinition[rule=PER_CART, inactivity=PT24H, rows=OLDEST_FIRST]");
        CartDefinition asked = hourly.definition();
        CartOutcomes none = CartOutcomes.EMPTY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Carts(asked, none, none, -1, 0, 0, null))
                .withMessage("ordersWithoutCart must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Carts(asked, none, none, 0, -1, 0, null))
                .withMessage("duplicateOrders must not be negative, got -1");
    }

    @Test
    void refusesOutcomesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes(-1, 0, 0, 0))
                .withMessage("ordered must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes(0, -1, 0, 0))
                .withMessage("abandoned must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes(0, 1, -1, 0))
                .withMessage("recovered must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes(0, 0, 0, -1))
                .withMessage("open must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcomes(9, 1, 2, 0))
                .withMessage("recovered must not exceed abandoned (1), got 2");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> outcomes(Long.MAX_VALUE, 1, 0, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> outcomes(0, 1, 0, Long.MAX_VALUE));
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> CartDefinition.of(null, CartCase.HOUR))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> CartDefinition.of(CartRule.PER_CART, null))
                .withMessage("inactivity");
        assertThatNullPointerException().isThrownBy(() -> Carts.empty(null)).withMessage("definition");
    }
}
