package io.cxmetrics.support.sla;

import static io.cxmetrics.support.sla.SlaCase.at;
import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;
import static io.cxmetrics.support.sla.SlaCase.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlaDefinitionTest {

    private static final SlaDefinition RULES = SlaDefinition.in(SlaCase.OFFICE);

    @Test
    void haveTheDocumentedDefaults() {
        assertThat(RULES.schedule()).isEqualTo(SlaCase.OFFICE);
        assertThat(RULES.atRiskShare()).isEqualTo(0.75);
        assertThat(RULES.start()).isEqualTo(SlaStartRule.AT_CREATION);
        assertThat(RULES.blankPriority()).isEqualTo("normal");
        assertThat(RULES.creationWithin()).isZero();
        assertThat(RULES.counted(SlaMetric.AGENT_WORK)).containsExactly(StatusCategory.NEW, StatusCategory.OPEN);
        assertThat(RULES.counted(SlaMetric.REQUESTER_WAIT))
                .containsExactly(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.HOLD);
    }

    @ParameterizedTest
    @EnumSource(
            value = SlaMetric.class,
            names = {"FIRST_REPLY", "NEXT_REPLY", "PERIODIC_UPDATE", "RESOLUTION"})
    void otherClocksRunUntilResolved(SlaMetric metric) {
        assertThat(RULES.counted(metric))
                .containsExactly(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.PENDING, StatusCategory.HOLD);
    }

    @Test
    void changeOnlyWhatIsAskedForAndOnlyInTheCopy() {
        SlaDefinition changed = RULES.withAtRiskShare(0.5)
                .withStart(SlaStartRule.AT_APPLICATION)
                .withBlankPriority("low")
                .withCreationWithin(Duration.ofSeconds(2))
                .withCounted(SlaMetric.RESOLUTION, Set.of(StatusCategory.OPEN));
        assertThat(changed.atRiskShare()).isEqualTo(0.5);
        assertThat(changed.start()).isEqualTo(SlaStartRule.AT_APPLICATION);
        assertThat(changed.blankPriority()).isEqualTo("low");
        assertThat(changed.creationWithin()).isEqualTo(Duration.ofSeconds(2));
        assertThat(changed.counted(SlaMetric.RESOLUTION)).containsExactly(StatusCategory.OPEN);
        assertThat(changed.counted(SlaMetric.AGENT_WORK)).hasSize(2);
        changed.counted(SlaMetric.AGENT_WORK).clear();
        assertThat(changed.counted(SlaMetric.AGENT_WORK)).hasSize(2);
        haveTheDocumentedDefaults();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refuseAShareThatIsNone(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withAtRiskShare(share))
                .withMessage("atRiskShare must be in [0, 1], got " + share);
    }

    @Test
    void refuseABlankPriority() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withBlankPriority(" "))
                .withMessage("priority must not be blank, got \" \"");
    }

    @Test
    void refuseToCountWhatIsResolved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RULES.withCounted(SlaMetric.RESOLUTION, Set.of(StatusCategory.SOLVED, StatusCategory.OPEN)))
                .withMessage("statuses must be some that are not resolved, got [OPEN, SOLVED]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withCounted(SlaMetric.RESOLUTION, Set.of()))
                .withMessage("statuses must be some that are not resolved, got []");
    }

    @Test
    void aPauseIsNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlaInstance.Pause(StatusCategory.HOLD, at("10:00"), at("10:00")))
                .withMessage(
                        "endExclusive must be after startInclusive 2026-03-02T10:00:00Z, got 2026-03-02T10:00:00Z");
    }

    /** Some help desks save a ticket and its first comment one after the other. */
    @Test
    void theCommentOfTheCreationMayBeDatedAfterIt() {
        Ticket outbound = Ticket.of(
                "1",
                at("09:00"),
                Author.AGENT,
                new TicketEvent.PolicyChange(at("09:00"), policy(SlaMetric.FIRST_REPLY, "PT1H")),
                new TicketEvent.Comment(at("09:00").plusSeconds(1), Author.AGENT, "ada", true));
        assertThat(SlaReplay.of(outbound, RULES, at("10:30")).instances())
                .extracting(SlaInstance::state)
                .containsExactly(SlaState.MET);
        assertThat(SlaReplay.of(outbound, RULES.withCreationWithin(Duration.ofSeconds(1)), at("10:30"))
                        .instances())
                .extracting(SlaInstance::state)
                .containsExactly(SlaState.BREACHED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withCreationWithin(Duration.ofSeconds(-1)))
                .withMessage("creationWithin must not be negative, got PT-1S");
    }

    @Test
    void nothingIsRefused() {
        Ticket ticket = ticket().ticketOf();
        assertThatNullPointerException().isThrownBy(() -> SlaReplay.of(ticket, nothing(), at("10:00")));
        assertThatNullPointerException().isThrownBy(() -> SlaDefinition.in(nothing()));
        assertThatNullPointerException().isThrownBy(() -> RULES.withStart(nothing()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <X> X nothing() {
        return null;
    }

    /** Rules and promises travel to the nodes of an engine and back. */
    @Test
    void surviveSerialization() throws IOException, ClassNotFoundException {
        SlaCase asked = ticket().policy("09:00", policy(SlaMetric.REQUESTER_WAIT, "PT2H"))
                .status("10:00", Status.HOLD);
        SlaDefinition paused = RULES.withCounted(SlaMetric.REQUESTER_WAIT, Set.of(StatusCategory.NEW));
        SlaInstance instance = asked.until("12:00", copy(paused)).instances().get(0);
        assertThat(instance.pauses()).hasSize(1);
        assertThat(copy(instance)).isEqualTo(instance).hasSameHashCodeAs(instance);
        assertThat(instance)
                .isNotEqualTo(asked.until("12:00").instances().get(0))
                .isNotEqualTo("another thing");
        SlaPolicyVersions versions =
                SlaPolicyVersions.of("Gold").with(at("09:00"), target(SlaMetric.FIRST_REPLY, "normal", "PT1H"));
        assertThat(copy(versions)).isEqualTo(versions).hasSameHashCodeAs(versions);
    }

    @SuppressWarnings("unchecked")
    private static <X> X copy(X value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (X) in.readObject();
        }
    }
}
