package io.cxmetrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventNamesTest {

    /** Names as GA4, PostHog, Segment, Shopify, Snowplow and Meta write them. */
    @Test
    void knowsTheNamesOfTrackers() {
        EventNames names = EventNames.COMMON;
        assertThat(names.kind("$pageview")).isEqualTo(EventKind.PAGE_VIEW);
        assertThat(names.kind("page_view")).isEqualTo(EventKind.PAGE_VIEW);
        assertThat(names.kind("user_engagement")).isEqualTo(EventKind.PING);
        assertThat(names.kind("Product Added")).isEqualTo(EventKind.ADD_TO_CART);
        assertThat(names.kind("begin-checkout")).isEqualTo(EventKind.CHECKOUT);
        assertThat(names.kind("InitiateCheckout")).isEqualTo(EventKind.CUSTOM);
        assertThat(names.kind("Order Completed")).isEqualTo(EventKind.ORDER);
        assertThat(names.kind("checkout_completed")).isEqualTo(EventKind.ORDER);
        assertThat(names.kind("purchase")).isEqualTo(EventKind.ORDER);
        assertThat(names.kind("order_refunded")).isEqualTo(EventKind.REFUND);
        assertThat(names.kind("custom")).isEqualTo(EventKind.CUSTOM);
        assertThat(names.kind("automatic")).isEqualTo(EventKind.AUTOMATIC);
    }

    @Test
    void declaredNamesComeFirstAndLetterByLetter() {
        EventNames names = EventNames.COMMON.with("purchase", EventKind.CLICK).with("Buy", EventKind.ORDER);
        assertThat(names.kind("purchase")).isEqualTo(EventKind.CLICK);
        assertThat(names.kind("Purchase")).isEqualTo(EventKind.ORDER);
        assertThat(names.kind("Buy")).isEqualTo(EventKind.ORDER);
        assertThat(names.kind("buy")).isEqualTo(EventKind.CUSTOM);
        assertThat(names.pagesOnly().kind("Purchase")).isEqualTo(EventKind.CUSTOM);
        assertThat(names.pagesOnly().kind("Buy")).isEqualTo(EventKind.ORDER);
        assertThat(names.pagesOnly().kind("page view")).isEqualTo(EventKind.PAGE_VIEW);
        assertThat(EventNames.COMMON.kind("purchase")).isEqualTo(EventKind.ORDER);
    }
}
