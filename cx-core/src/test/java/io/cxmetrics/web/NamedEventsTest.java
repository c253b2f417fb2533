package io.cxmetrics.web;

import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NamedEventsTest {

    @Test
    void aNameIsOneOfAnEventOrOfAKind() {
        assertThat(NamedEvents.of("/a", EventNames.COMMON).test(view("ann", 0, "/a")))
                .isTrue();
        assertThat(NamedEvents.of("/a", EventNames.COMMON).test(view("ann", 0, "/ab")))
                .isFalse();
        assertThat(NamedEvents.of("/a*", EventNames.COMMON).test(view("ann", 0, "/ab")))
                .isTrue();
        assertThat(NamedEvents.of("Purchase", EventNames.COMMON).test(EventKind.ORDER, "x"))
                .isTrue();
        assertThat(NamedEvents.of("wave", EventNames.COMMON).test(EventKind.CUSTOM, "x"))
                .as("all that have no kind are not one kind")
                .isFalse();
        assertThat(NamedEvents.of("/a*", EventNames.COMMON)).hasToString("/a*");
    }

    @Test
    void aBlankNameMeansNothing() {
        assertThatThrownBy(() -> NamedEvents.of(" ", EventNames.COMMON)).hasMessage("name must not be blank, got  ");
    }
}
