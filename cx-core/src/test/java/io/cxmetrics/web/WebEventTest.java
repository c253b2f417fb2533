package io.cxmetrics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.MoneyUnit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebEventTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void knowsNoMoreThanItIsGiven() {
        WebEvent<String> view = WebEvent.pageView("v", NOON, "/");
        assertThat(view).isEqualTo(WebEvent.of("v", NOON, EventKind.PAGE_VIEW, "/"));
        assertThat(view.user() + view.session() + view.id() + view.campaign()).isEmpty();
        assertThat(view.value()).isZero();
        assertThat(view.unit()).isNull();
    }

    @Test
    void changesOnePartAtATime() {
        WebEvent<String> order = WebEvent.of("v", NOON, EventKind.ORDER, "shoe")
                .withUser("u")
                .withSession("s")
                .withId("i")
                .withCampaign("c")
                .withValue(4999);
        assertThat(order)
                .hasToString(
                        "WebEvent[ORDER of v at 2026-03-02T12:00:00Z, name=shoe, user=u, session=s, id=i, campaign=c,"
                                + " value=4999]");
        assertThat(order.withAmount(4999, MoneyUnit.of("EUR")).unit()).isEqualTo(MoneyUnit.of("EUR"));
        assertThat(order.withAmount(4999, MoneyUnit.of("EUR"))).isNotEqualTo(order);
        assertThat(order.withVisitor(7).visitor()).isEqualTo(7);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> WebEvent.pageView(null, NOON, "/"))
                .withMessage("visitor");
        assertThatNullPointerException()
                .isThrownBy(() -> WebEvent.pageView("v", null, "/"))
                .withMessage("at");
        assertThatNullPointerException()
                .isThrownBy(() -> WebEvent.of("v", NOON, null, ""))
                .withMessage("kind");
        WebEvent<String> view = WebEvent.pageView("v", NOON, "/");
        assertThatNullPointerException().isThrownBy(() -> view.withUser(null)).withMessage("user");
        assertThatNullPointerException()
                .isThrownBy(() -> view.withSession(null))
                .withMessage("session");
        assertThatNullPointerException().isThrownBy(() -> view.withId(null)).withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> view.withCampaign(null))
                .withMessage("campaign");
        assertThatNullPointerException()
                .isThrownBy(() -> WebEvent.pageView("v", NOON, null))
                .withMessage("name");
    }
}
