package io.cxmetrics.input.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import org.junit.jupiter.api.Test;

class AgentPatternTest {

    @Test
    void aPatternIsFoundInAnyCase() {
        AgentPattern bots = AgentPattern.of("bot|spider");
        assertThat(bots.test("AhrefsBot/6.1")).isTrue();
        assertThat(bots.test("Firefox")).isFalse();
        assertThat(bots.test("x".repeat(40_000) + "bot"))
                .as("beyond what is looked at")
                .isFalse();
        assertThatThrownBy(() -> AgentPattern.of("("))
                .isInstanceOf(InputException.class)
                .hasMessage("pattern must be a regular expression, got (");
    }

    @Test
    void noAgentTakesThePatternDown() {
        assertThat(AgentPattern.of("(a|b)*c").test("ab".repeat(20_000)))
                .as("the stack is deep enough for what is looked at")
                .isFalse();
        assertThatThrownBy(() -> AgentPattern.of("(.*)(.*)(.*)(.*)!!").test("a".repeat(900) + "!"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("pattern takes too long for a user agent of 901 characters");
    }
}
