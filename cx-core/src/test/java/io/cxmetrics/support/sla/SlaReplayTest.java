package io.cxmetrics.support.sla;

import static io.cxmetrics.support.SlaMetric.AGENT_WORK;
import static io.cxmetrics.support.SlaMetric.FIRST_REPLY;
import static io.cxmetrics.support.SlaMetric.NEXT_REPLY;
import static io.cxmetrics.support.SlaMetric.PERIODIC_UPDATE;
import static io.cxmetrics.support.SlaMetric.REQUESTER_WAIT;
import static io.cxmetrics.support.SlaMetric.RESOLUTION;
import static io.cxmetrics.support.sla.SlaCase.at;
import static io.cxmetrics.support.sla.SlaCase.business;
import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;
import static io.cxmetrics.support.sla.SlaCase.ticket;
import static io.cxmetrics.support.sla.SlaState.ACTIVE;
import static io.cxmetrics.support.sla.SlaState.AT_RISK;
import static io.cxmetrics.support.sla.SlaState.BREACHED;
import static io.cxmetrics.support.sla.SlaState.MET;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The waits of a ticket under one policy, each worked out by hand. */
class SlaReplayTest {

    /** 09:00 to 10:00 is the target to the second; what is not over is not breached. */
    @Test
    void exactlyAtTheTargetIsMet() {
        SlaPolicy hour = policy(FIRST_REPLY, "PT1H");
        SlaInstance inTime =
                only(ticket().policy("09:00", hour).replies("10:00").until("12:00"), FIRST_REPLY);
        assertThat(inTime.state()).isEqualTo(MET);
        assertThat(inTime.elapsed()).hasToString("PT1H");
        assertThat(inTime.shareUsed()).isEqualTo(1);
        assertThat(inTime.overTarget()).isZero();
        assertThat(inTime.fulfilledAt()).contains(at("10:00"));
        assertThat(inTime.breachedAt()).isEmpty();

        SlaInstance late =
                only(ticket().policy("09:00", hour).replies("10:00:01").until("12:00"), FIRST_REPLY);
        assertThat(late.state()).isEqualTo(BREACHED);
        assertThat(late.breachedAt()).contains(at("10:00"));
        assertThat(late.fulfilledAt()).contains(at("10:00:01"));
        assertThat(late.overTarget()).hasToString("PT1S");
        assertThat(late.remaining()).hasToString("PT-1S");
    }

    @Test
    void aLivePromiseIsActiveThenAtRiskThenBreachedAndNeverMet() {
        SlaCase asked = ticket().policy("09:00", policy(FIRST_REPLY, "PT4H"));
        assertThat(only(asked.until("11:59:59"), FIRST_REPLY).state()).isEqualTo(ACTIVE);
        SlaInstance risk = only(asked.until("12:00"), FIRST_REPLY);
        assertThat(risk.state()).isEqualTo(AT_RISK);
        assertThat(risk.dueAt()).contains(at("13:00"));
        assertThat(only(asked.until("13:00"), FIRST_REPLY).state()).isEqualTo(AT_RISK);
        SlaInstance late = only(asked.until("13:30"), FIRST_REPLY);
        assertThat(late.state()).isEqualTo(BREACHED);
        assertThat(late.dueAt()).isEmpty();
        assertThat(late.shareUsed()).isEqualTo(1.125); // 4.5 of 4 hours
        SlaDefinition early = SlaDefinition.in(SlaCase.OFFICE).withAtRiskShare(0.5);
        assertThat(only(asked.until("11:00", early), FIRST_REPLY).state()).isEqualTo(AT_RISK);
    }

    @Test
    void theFutureIsNotLookedAt() {
        SlaCase answered = ticket().policy("09:00", policy(FIRST_REPLY, "PT4H")).replies("10:00");
        assertThat(answered.until("09:00").instances()).isEmpty();
        assertThat(answered.until("09:00").events()).isEmpty();
        assertThat(only(answered.until("10:00"), FIRST_REPLY).state()).isEqualTo(ACTIVE);
        assertThat(only(answered.until("10:01"), FIRST_REPLY).state()).isEqualTo(MET);
    }

    /**
     * 09:00 new 1 h, 10:00 hold 1 h, 11:00 pending 2 h, 13:00 open 1.5 h, 14:30 solved. Requester wait 1 + 1 + 1.5 =
     * 3.5 h, agent work 1 + 1.5 = 2.5 h, resolution 5.5 h.
     */
    @Test
    void eachMetricPausesInItsOwnStatuses() {
        SlaPolicy all = policy(
                "Gold",
                target(REQUESTER_WAIT, "normal", "PT3H"),
                target(AGENT_WORK, "normal", "PT3H"),
                target(RESOLUTION, "normal", "PT6H"));
        SlaReplay replay = ticket().policy("09:00", all)
                .status("10:00", Status.HOLD)
                .status("11:00", Status.PENDING)
                .status("13:00", Status.OPEN)
                .status("14:30", Status.SOLVED)
                .until("16:00");
        SlaInstance wait = only(replay, REQUESTER_WAIT);
        assertThat(wait.elapsed()).hasToString("PT3H30M");
        assertThat(wait.breachedAt()).contains(at("14:00")); // two hours are used at 11:00, the third from 13:00
        assertThat(wait.pauses())
                .containsExactly(new SlaInstance.Pause(StatusCategory.PENDING, at("11:00"), at("13:00")));
        SlaInstance work = only(replay, AGENT_WORK);
        assertThat(work.elapsed()).hasToString("PT2H30M");
        assertThat(work.state()).isEqualTo(MET);
        assertThat(work.pauses())
                .containsExactly(
                        new SlaInstance.Pause(StatusCategory.HOLD, at("10:00"), at("11:00")),
                        new SlaInstance.Pause(StatusCategory.PENDING, at("11:00"), at("13:00")));
        SlaInstance resolution = only(replay, RESOLUTION);
        assertThat(resolution.elapsed()).hasToString("PT5H30M");
        assertThat(resolution.pauses()).isEmpty();
    }

    @Test
    void aPausedPromiseIsLiveAndNotDue() {
        SlaCase waiting =
                ticket().policy("09:00", policy(REQUESTER_WAIT, "PT2H")).status("10:00", Status.PENDING);
        SlaInstance paused = only(waiting.until("2026-03-09T09:00:00Z"), REQUESTER_WAIT);
        assertThat(paused.state()).isEqualTo(ACTIVE);
        assertThat(paused.paused()).isTrue();
        assertThat(paused.dueAt()).isEmpty();
        assertThat(paused.elapsed()).hasToString("PT1H");
        assertThat(paused.pauses().get(0).duration()).isEqualTo(Duration.ofHours(7 * 24 - 1));
        SlaInstance running =
                only(waiting.status("2026-03-09T09:00:00Z", Status.OPEN).until("2026-03-09T09:00:01Z"), REQUESTER_WAIT);
        assertThat(running.paused()).isFalse();
        assertThat(running.dueAt()).contains(at("2026-03-09T10:00:00Z"));
    }

    /** Solved from pending: the pause ends there, and no time is added. */
    @Test
    void aPausedPromiseIsFulfilledByTheResolution() {
        SlaInstance wait = only(
                ticket().policy("09:00", policy(REQUESTER_WAIT, "PT2H"))
                        .status("10:00", Status.PENDING)
                        .status("12:00", Status.SOLVED)
                        .status("13:00", Status.CLOSED)
                        .until("16:00"),
                REQUESTER_WAIT);
        assertThat(wait.state()).isEqualTo(MET);
        assertThat(wait.fulfilledAt()).contains(at("12:00"));
        assertThat(wait.paused()).isFalse();
        assertThat(wait.pauses())
                .containsExactly(new SlaInstance.Pause(StatusCategory.PENDING, at("10:00"), at("12:00")));
    }

    /** 2 h until 11:00 solved; reopened next day 09:00 it goes on, so 3 h are used at 10:00 and 3.5 h at 10:30. */
    @Test
    void aReopenedTicketResumesTheResolutionClock() {
        SlaCase reopened = ticket().policy("09:00", policy(RESOLUTION, "PT3H"))
                .status("11:00", Status.SOLVED)
                .status("2026-03-03T09:00:00Z", Status.OPEN);
        assertThat(only(reopened.until("23:00"), RESOLUTION).state()).isEqualTo(MET);
        SlaInstance live = only(reopened.until("2026-03-03T09:30:00Z"), RESOLUTION);
        assertThat(live.state()).isEqualTo(AT_RISK); // 2.5 of 3 hours
        assertThat(live.fulfilledAt()).isEmpty();
        assertThat(live.dueAt()).contains(at("2026-03-03T10:00:00Z"));
        SlaInstance late =
                only(reopened.status("2026-03-03T10:30:00Z", Status.SOLVED).until("2026-03-04T00:00:00Z"), RESOLUTION);
        assertThat(late.state()).isEqualTo(BREACHED);
        assertThat(late.elapsed()).hasToString("PT3H30M");
        assertThat(late.breachedAt()).contains(at("2026-03-03T10:00:00Z"));
        assertThat(late.pauses())
                .containsExactly(new SlaInstance.Pause(StatusCategory.SOLVED, at("11:00"), at("2026-03-03T09:00:00Z")));
    }

    @Test
    void aTicketReopenedIntoAPauseIsPaused() {
        SlaReplay replay = ticket().policy("09:00", policy(AGENT_WORK, "PT3H"))
                .status("10:00", Status.SOLVED)
                .status("11:00", Status.PENDING)
                .status("12:00", Status.OPEN)
                .until("12:30");
        SlaInstance work = only(replay, AGENT_WORK);
        assertThat(work.elapsed()).hasToString("PT1H30M");
        assertThat(work.pauses())
                .containsExactly(
                        new SlaInstance.Pause(StatusCategory.SOLVED, at("10:00"), at("11:00")),
                        new SlaInstance.Pause(StatusCategory.PENDING, at("11:00"), at("12:00")));
        assertThat(replay.events())
                .extracting(SlaEvent::kind)
                .containsExactly(SlaEvent.Kind.APPLY, SlaEvent.Kind.FULFIL, SlaEvent.Kind.PAUSE, SlaEvent.Kind.RESUME);
    }

    /** First reply 09:30. Asked 10:00, 10:20 and 10:50, answered 11:15: one clock, 1 h 15 min. Again 12:00 to 12:10. */
    @Test
    void unansweredCommentsShareOneNextReplyClock() {
        SlaReplay replay = ticket().policy("09:00", policy(NEXT_REPLY, "PT1H"))
                .asks("09:10") // the first reply answers it
                .replies("09:30")
                .asks("10:00")
                .asks("10:20")
                .comment("10:30", Author.AGENT, false)
                .comment("10:40", Author.SYSTEM, true)
                .asks("10:50")
                .replies("11:15")
                .replies("11:20")
                .asks("12:00")
                .replies("12:10")
                .until("13:00");
        List<SlaInstance> replies = replay.instances(NEXT_REPLY);
        assertThat(replies).extracting(SlaInstance::number).containsExactly(1, 2);
        assertThat(replies).extracting(SlaInstance::startedAt).containsExactly(at("10:00"), at("12:00"));
        assertThat(replies)
                .extracting(SlaInstance::elapsed)
                .containsExactly(Duration.ofMinutes(75), Duration.ofMinutes(10));
        assertThat(replies).extracting(SlaInstance::state).containsExactly(BREACHED, MET);
    }

    /** Thanks at 10:00 to a solved ticket start nothing; the reopening at 10:30 does, answered 10:50. */
    @Test
    void aCommentToAResolvedTicketIsWaitedForFromTheReopeningOn() {
        SlaCase thanked = ticket().policy("09:00", policy(NEXT_REPLY, "PT1H"))
                .replies("09:30")
                .status("09:30", Status.SOLVED)
                .asks("10:00");
        assertThat(thanked.until("10:29").instances()).isEmpty();
        SlaInstance next =
                only(thanked.status("10:30", Status.OPEN).replies("10:50").until("11:00"), NEXT_REPLY);
        assertThat(next.startedAt()).isEqualTo(at("10:30"));
        assertThat(next.elapsed()).hasToString("PT20M");
    }

    /** Solved 10:00 without a reply, reopened 12:00, replied 12:15: 1 h + 15 min. */
    @Test
    void aResolutionFulfilsAReplyUntilTheTicketIsReopened() {
        SlaCase solved =
                ticket().policy("09:00", policy(FIRST_REPLY, "PT1H10M")).status("10:00", Status.SOLVED);
        assertThat(only(solved.until("11:00"), FIRST_REPLY).state()).isEqualTo(MET);
        SlaInstance late =
                only(solved.status("12:00", Status.OPEN).replies("12:15").until("13:00"), FIRST_REPLY);
        assertThat(late.elapsed()).hasToString("PT1H15M");
        assertThat(late.breachedAt()).contains(at("12:10"));
        assertThat(late.fulfilledAt()).contains(at("12:15"));
        SlaInstance kept = only(
                ticket().policy("09:00", policy(FIRST_REPLY, "PT1H10M"))
                        .status("10:00", Status.SOLVED)
                        .replies("12:00")
                        .until("13:00"),
                FIRST_REPLY);
        assertThat(kept.fulfilledAt())
                .as("a reply to a solved ticket does not undo it")
                .contains(at("10:00"));
    }

    /** An agent creates it with a comment; the second comment of an agent is the reply. */
    @Test
    void theCommentAnAgentCreatesATicketWithIsNoReply() {
        SlaPolicy both =
                policy("Gold", target(FIRST_REPLY, "normal", "PT1H"), target(PERIODIC_UPDATE, "normal", "PT1H"));
        SlaCase called = ticket("09:00", Author.AGENT).policy("09:00", both).replies("09:00");
        assertThat(only(called.until("09:10"), FIRST_REPLY).state()).isEqualTo(ACTIVE);
        assertThat(called.until("09:10").instances(PERIODIC_UPDATE)).isEmpty();
        SlaReplay replied = called.replies("09:20").until("09:30");
        assertThat(only(replied, FIRST_REPLY).elapsed()).hasToString("PT20M");
        assertThat(only(replied, PERIODIC_UPDATE).elapsed()).hasToString("PT10M");
        SlaReplay asked = ticket().policy("09:00", both).replies("09:00").until("09:10");
        assertThat(only(asked, FIRST_REPLY).fulfilledAt())
                .as("what the requester created may be answered at once")
                .contains(at("09:00"));
        SlaReplay noted = ticket("09:00", Author.AGENT)
                .policy("09:00", both)
                .comment("09:00", Author.AGENT, false)
                .replies("09:00")
                .until("09:10");
        assertThat(only(noted, FIRST_REPLY).fulfilledAt())
                .as("it was created with the private note")
                .contains(at("09:00"));
    }

    /**
     * Updates 09:30, 11:00, solved 13:00: 1.5 h and 2 h; hold counts and pending does not where updates are pausable.
     */
    @Test
    void updatesRunFromReplyToReplyOrTheResolution() {
        SlaCase updated = ticket().policy("09:00", policy(PERIODIC_UPDATE, "PT1H30M"))
                .replies("09:30")
                .replies("11:00")
                .status("11:30", Status.PENDING)
                .status("12:00", Status.HOLD)
                .replies("13:00")
                .status("13:00", Status.SOLVED);
        assertThat(updated.until("16:00").instances())
                .extracting(SlaInstance::elapsed)
                .containsExactly(Duration.ofMinutes(90), Duration.ofMinutes(120));
        SlaDefinition pausable = SlaDefinition.in(SlaCase.ALWAYS)
                .withCounted(PERIODIC_UPDATE, Set.of(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.HOLD));
        assertThat(updated.until("16:00", pausable).instances())
                .extracting(SlaInstance::elapsed)
                .containsExactly(Duration.ofMinutes(90), Duration.ofMinutes(90));
        assertThat(updated.until("16:00", pausable).instances())
                .extracting(SlaInstance::state)
                .containsExactly(MET, MET);
    }

    @Test
    void theEventsAreTheEvidence() {
        SlaReplay replay = ticket().policy("09:00", policy(REQUESTER_WAIT, "PT2H"))
                .status("10:00", Status.PENDING)
                .status("12:00", Status.OPEN)
                .status("13:30", Status.SOLVED)
                .until("16:00");
        SlaTarget two = target(REQUESTER_WAIT, "normal", "PT2H");
        assertThat(replay.events())
                .containsExactly(
                        event("09:00", SlaEvent.Kind.APPLY, two, "PT0S"),
                        event("10:00", SlaEvent.Kind.PAUSE, two, "PT1H"),
                        event("12:00", SlaEvent.Kind.RESUME, two, "PT1H"),
                        event("13:00", SlaEvent.Kind.BREACH, two, "PT2H"),
                        event("13:30", SlaEvent.Kind.FULFIL, two, "PT2H30M"));
        assertThat(replay.observedUntil()).isEqualTo(at("16:00"));
        assertThat(replay.ticket().id()).isEqualTo("4711");
        assertThat(replay)
                .hasToString("SlaReplay[4711 until 2026-03-02T16:00:00Z,"
                        + " [SlaInstance[REQUESTER_WAIT 1 of Gold, normal: BREACHED, PT2H30M of PT2H]]]");
    }

    private static SlaEvent event(String at, SlaEvent.Kind kind, SlaTarget target, String elapsed) {
        return new SlaEvent(at(at), kind, target.metric(), 1, target, Duration.parse(elapsed));
    }

    /** Whoever exports events of one second in any order gets one answer. */
    @Test
    void whatHappensAtOneInstantIsOneUpdate() {
        SlaPolicy all = policy(
                "Gold",
                business(FIRST_REPLY, "urgent", "PT1H"),
                business(PERIODIC_UPDATE, "urgent", "PT1H"),
                business(RESOLUTION, "urgent", "PT1H"));
        SlaCase atOnce = ticket().policy("09:00", all)
                .priority("09:00", "urgent")
                .schedule("09:00", SlaCase.ALWAYS)
                .status("09:00", Status.OPEN)
                .replies("09:30")
                .status("09:30", Status.SOLVED);
        SlaReplay replay = atOnce.until("10:00");
        assertThat(replay.events())
                .extracting(SlaEvent::kind)
                .containsExactly(SlaEvent.Kind.APPLY, SlaEvent.Kind.APPLY, SlaEvent.Kind.FULFIL, SlaEvent.Kind.FULFIL);
        assertThat(replay.instances(PERIODIC_UPDATE)).isEmpty();
        SlaReplay reversed = SlaReplay.of(atOnce.reversed(), SlaDefinition.in(SlaCase.OFFICE), at("10:00"));
        assertThat(reversed.instances()).isEqualTo(replay.instances());
        assertThat(reversed.events()).isEqualTo(replay.events());
    }

    /** A reply 5 s and a solution 3 s before the creation, by another clock, count as at the creation. */
    @Test
    void eventsBeforeTheCreationTakeEffectAtTheCreation() {
        SlaPolicy both = policy("Gold", target(FIRST_REPLY, "normal", "PT1H"), target(AGENT_WORK, "normal", "PT1H"));
        SlaReplay replay = ticket().policy("08:59:50", both)
                .replies("08:59:55")
                .status("08:59:57", Status.PENDING)
                .until("12:00");
        assertThat(replay.ticket().beforeCreation()).isEqualTo(3);
        SlaInstance reply = only(replay, FIRST_REPLY);
        assertThat(reply.state()).isEqualTo(MET);
        assertThat(reply.elapsed()).isZero();
        assertThat(reply.fulfilledAt()).contains(at("09:00"));
        SlaInstance work = only(replay, AGENT_WORK);
        assertThat(work.elapsed()).isZero();
        assertThat(work.pauses())
                .containsExactly(new SlaInstance.Pause(StatusCategory.PENDING, at("09:00"), at("12:00")));
    }

    @Test
    void aTicketWithoutAPolicyHasNoPromises() {
        assertThat(ticket().replies("10:00").until("12:00").instances()).isEmpty();
    }

    static SlaInstance only(SlaReplay replay, SlaMetric metric) {
        assertThat(replay.instances(metric)).hasSize(1);
        return replay.instances(metric).get(0);
    }
}
