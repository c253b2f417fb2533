package io.cxmetrics.support.sla;

import static io.cxmetrics.support.SlaMetric.FIRST_REPLY;
import static io.cxmetrics.support.SlaMetric.RESOLUTION;
import static io.cxmetrics.support.sla.SlaCase.at;
import static io.cxmetrics.support.sla.SlaCase.business;
import static io.cxmetrics.support.sla.SlaCase.policy;
import static io.cxmetrics.support.sla.SlaCase.target;
import static io.cxmetrics.support.sla.SlaCase.ticket;
import static io.cxmetrics.support.sla.SlaReplayTest.only;
import static io.cxmetrics.support.sla.SlaState.ACTIVE;
import static io.cxmetrics.support.sla.SlaState.BREACHED;
import static io.cxmetrics.support.sla.SlaState.CANCELLED;
import static io.cxmetrics.support.sla.SlaState.MET;
import static io.cxmetrics.support.sla.SlaState.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Priorities and policies that change while somebody waits, each worked out by hand. */
class SlaTermsTest {

    private static final SlaPolicy BY_PRIORITY =
            policy("Gold", target(FIRST_REPLY, "normal", "PT8H"), target(FIRST_REPLY, "urgent", "PT1H"));
    private static final SlaPolicy FOUR_HOURS = policy("Silver", target(RESOLUTION, "normal", "PT4H"));
    private static final SlaPolicy TWO_HOURS = policy("Gold", target(RESOLUTION, "normal", "PT2H"));

    /** Half an hour is used at 09:30, half an hour is left of the new hour. */
    @Test
    void aRaisedPriorityRetargetsAndTheTimeUsedCountsOn() {
        SlaCase raised = ticket().policy("09:00", BY_PRIORITY).priority("09:30", "urgent");
        assertThat(only(raised.until("09:29"), FIRST_REPLY).dueAt()).contains(at("17:00"));
        SlaInstance urgent = only(raised.until("09:40"), FIRST_REPLY);
        assertThat(urgent.priority()).isEqualTo("urgent");
        assertThat(urgent.target().target()).hasToString("PT1H");
        assertThat(urgent.dueAt()).contains(at("10:00"));
        assertThat(raised.until("09:40").events())
                .extracting(SlaEvent::kind)
                .containsExactly(SlaEvent.Kind.APPLY, SlaEvent.Kind.RETARGET);
        assertThat(only(raised.replies("10:10").until("12:00"), FIRST_REPLY).breachedAt())
                .contains(at("10:00"));
    }

    /** Two hours are used at 11:00, more than an hour: breached there, since the hour was not promised before. */
    @Test
    void aTargetThatIsUsedUpAlreadyIsBreachedWhenItIsSet() {
        SlaReplay replay = ticket().policy("09:00", BY_PRIORITY)
                .priority("11:00", "urgent")
                .until("11:01");
        SlaInstance urgent = only(replay, FIRST_REPLY);
        assertThat(urgent.state()).isEqualTo(BREACHED);
        assertThat(urgent.breachedAt()).contains(at("11:00"));
        assertThat(urgent.overTarget()).hasToString("PT1H1M");
        assertThat(replay.events())
                .extracting(SlaEvent::kind)
                .containsExactly(SlaEvent.Kind.APPLY, SlaEvent.Kind.RETARGET, SlaEvent.Kind.BREACH);
    }

    /**
     * One hour to the second at 10:00 is in time, and breached by whatever counts afterwards. Solved then, it is met.
     */
    @Test
    void aTargetThatIsUsedUpExactlyIsNotBreachedYet() {
        SlaCase raised = ticket().policy("09:00", BY_PRIORITY).priority("10:00", "urgent");
        assertThat(only(raised.until("10:01"), FIRST_REPLY).breachedAt()).contains(at("10:00"));
        assertThat(only(raised.replies("10:00").until("10:01"), FIRST_REPLY).state())
                .isEqualTo(SlaState.MET);
    }

    @Test
    void aLoweredPriorityGivesMoreTimeButForgivesNothing() {
        SlaCase inTime = ticket().policy("09:00", BY_PRIORITY)
                .priority("09:00", "urgent")
                .priority("09:59", "normal");
        assertThat(only(inTime.until("12:00"), FIRST_REPLY).dueAt()).contains(at("17:00"));
        SlaInstance late = only(
                ticket().policy("09:00", BY_PRIORITY)
                        .priority("09:00", "urgent")
                        .priority("10:30", "normal")
                        .priority("10:40", "low") // for which nothing is promised
                        .replies("11:00")
                        .until("12:00"),
                FIRST_REPLY);
        assertThat(late.state()).isEqualTo(BREACHED);
        assertThat(late.priority()).isEqualTo("urgent");
        assertThat(late.overTarget()).hasToString("PT1H");
    }

    /** Low has no target; from 11:00 urgent has: the requester has waited for two hours by then. */
    @Test
    void aPriorityWithoutATargetCancelsAndTheNextOneWithATargetCountsFromTheStart() {
        SlaCase moved =
                ticket().policy("09:00", BY_PRIORITY).priority("09:30", "low").priority("11:00", "urgent");
        SlaInstance cancelled = only(moved.until("10:00"), FIRST_REPLY);
        assertThat(cancelled.state()).isEqualTo(CANCELLED);
        assertThat(cancelled.endedAt()).contains(at("09:30"));
        assertThat(cancelled.elapsed()).hasToString("PT30M");
        SlaInstance again = moved.until("11:05").instances(FIRST_REPLY).get(1);
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.startedAt()).isEqualTo(at("09:00"));
        assertThat(again.appliedAt()).isEqualTo(at("11:00"));
        assertThat(again.elapsed()).hasToString("PT2H5M");
        assertThat(again.breachedAt()).contains(at("11:00"));
        SlaDefinition sinceApplied = SlaDefinition.in(SlaCase.ALWAYS).withStart(SlaStartRule.AT_APPLICATION);
        assertThat(moved.until("11:10", sinceApplied)
                        .instances(FIRST_REPLY)
                        .get(1)
                        .elapsed())
                .as("half an hour under the first promise and ten minutes under the second")
                .hasToString("PT40M");
    }

    @Test
    void noPriorityIsReadAsNormalOrAsTold() {
        SlaCase blank = ticket().policy("09:00", BY_PRIORITY).priority("09:00", " ");
        assertThat(only(blank.until("12:00"), FIRST_REPLY).priority()).isEqualTo("normal");
        SlaDefinition urgent = SlaDefinition.in(SlaCase.ALWAYS).withBlankPriority("urgent");
        assertThat(only(blank.until("12:00", urgent), FIRST_REPLY).priority()).isEqualTo("urgent");
    }

    /** An hour is used at 10:00; of Gold's two one is left, so it is due at 11:00. */
    @Test
    void anotherPolicyReplacesAndTheTimeUsedCountsOn() {
        SlaReplay replay =
                ticket().policy("09:00", FOUR_HOURS).policy("10:00", TWO_HOURS).until("10:20");
        List<SlaInstance> both = replay.instances(RESOLUTION);
        assertThat(both).extracting(SlaInstance::policy).containsExactly("Silver", "Gold");
        assertThat(both).extracting(SlaInstance::state).containsExactly(REPLACED, ACTIVE);
        assertThat(both).extracting(SlaInstance::elapsed).containsExactly(Duration.ofHours(1), Duration.ofMinutes(80));
        assertThat(both.get(0).endedAt()).contains(at("10:00"));
        assertThat(both.get(0).dueAt()).isEmpty();
        assertThat(both.get(1).dueAt()).contains(at("11:00"));
        assertThat(replay.events())
                .extracting(SlaEvent::kind)
                .containsExactly(SlaEvent.Kind.APPLY, SlaEvent.Kind.REPLACE, SlaEvent.Kind.APPLY);
    }

    @Test
    void aPolicyAppliedAgainChangesNothing() {
        SlaCase once = ticket().policy("09:00", FOUR_HOURS);
        List<SlaInstance> before = once.until("12:00").instances();
        assertThat(once.policy("10:00", FOUR_HOURS)
                        .policy("11:00", FOUR_HOURS)
                        .until("12:00")
                        .instances())
                .isEqualTo(before);
    }

    @Test
    void aPolicyWithoutSuchATargetCancels() {
        SlaReplay replay = ticket().policy("09:00", FOUR_HOURS)
                .policy("10:00", BY_PRIORITY)
                .until("10:01");
        assertThat(only(replay, RESOLUTION).state()).isEqualTo(CANCELLED);
        assertThat(only(replay, FIRST_REPLY).state()).isEqualTo(ACTIVE);
        assertThat(replay.events())
                .extracting(SlaEvent::kind)
                .containsExactly(SlaEvent.Kind.APPLY, SlaEvent.Kind.APPLY, SlaEvent.Kind.CANCEL);
    }

    /** What was broken before it was replaced was broken; four hours hold what two did not. */
    @Test
    void whatWasBreachedIsNotReplaced() {
        List<SlaInstance> both = ticket().policy("09:00", TWO_HOURS)
                .policy("11:30", FOUR_HOURS)
                .status("12:00", Status.SOLVED)
                .until("16:00")
                .instances(RESOLUTION);
        assertThat(both).extracting(SlaInstance::state).containsExactly(BREACHED, MET);
        assertThat(both.get(0).endedAt()).contains(at("11:30"));
        assertThat(both.get(0).overTarget()).hasToString("PT30M");
        assertThat(both.get(1).elapsed()).hasToString("PT3H");
    }

    /** Met at 10:00 under Silver; Gold is applied to the solved ticket and counts from the reopening, an hour used. */
    @Test
    void whatWasResolvedStaysMetUnderItsPolicy() {
        SlaCase solved = ticket().policy("09:00", FOUR_HOURS)
                .status("10:00", Status.SOLVED)
                .policy("11:00", TWO_HOURS);
        assertThat(only(solved.until("12:00"), RESOLUTION).policy()).isEqualTo("Silver");
        List<SlaInstance> both =
                solved.status("12:00", Status.OPEN).until("12:30").instances(RESOLUTION);
        assertThat(both).extracting(SlaInstance::state).containsExactly(MET, SlaState.AT_RISK); // 1.5 of 2 hours
        assertThat(both.get(1).dueAt()).contains(at("13:00"));
    }

    @Test
    void aPriorityChangedWhileResolvedCountsFromTheReopening() {
        SlaPolicy byPriority =
                policy("Gold", target(RESOLUTION, "normal", "PT8H"), target(RESOLUTION, "urgent", "PT1H30M"));
        SlaCase solved = ticket().policy("09:00", byPriority)
                .status("10:00", Status.SOLVED)
                .priority("11:00", "urgent");
        assertThat(only(solved.until("11:30"), RESOLUTION).priority()).isEqualTo("normal");
        SlaInstance reopened = only(solved.status("12:00", Status.OPEN).until("12:10"), RESOLUTION);
        assertThat(reopened.priority()).isEqualTo("urgent");
        assertThat(reopened.dueAt()).contains(at("12:30"));
    }

    /** Friday 16:00 to Saturday 10:00 are 18 elapsed hours; from then on office hours count: one by Monday 10:00. */
    @Test
    void timeUsedStaysAsItWasMeasured() {
        SlaPolicy elapsed = policy("Silver", target(RESOLUTION, "normal", "P2D"));
        SlaPolicy office = policy("Gold", business(RESOLUTION, "normal", "PT20H"));
        SlaInstance gold = ticket("2026-03-06T16:00:00Z", Author.REQUESTER)
                .policy("2026-03-06T16:00:00Z", elapsed)
                .policy("2026-03-07T10:00:00Z", office)
                .until("2026-03-09T10:00:00Z")
                .instances(RESOLUTION)
                .get(1);
        assertThat(gold.elapsed()).hasToString("PT19H");
        assertThat(gold.dueAt()).contains(at("2026-03-09T11:00:00Z"));
    }

    /** Created 09:00, policy 10:00, reply 10:30: 1.5 h from the creation, half an hour from the application. */
    @Test
    void aLatePolicyCountsFromTheCreationUnlessToldOtherwise() {
        SlaPolicy both = policy("Gold", target(FIRST_REPLY, "normal", "PT1H"), target(RESOLUTION, "normal", "PT4H"));
        SlaCase late = ticket().policy("10:00", both).replies("10:30");
        SlaInstance creation = only(late.until("12:00"), FIRST_REPLY);
        assertThat(creation.elapsed()).hasToString("PT1H30M");
        assertThat(creation.startedAt()).isEqualTo(at("09:00"));
        assertThat(creation.breachedAt()).contains(at("10:00"));
        assertThat(only(late.until("12:00"), RESOLUTION).elapsed()).hasToString("PT3H");
        assertThat(late.until("09:30").instances())
                .as("the policy is not known yet")
                .isEmpty();

        SlaDefinition dbt = SlaDefinition.in(SlaCase.ALWAYS).withStart(SlaStartRule.FIRST_REPLY_AT_CREATION);
        assertThat(only(late.until("12:00", dbt), FIRST_REPLY)).isEqualTo(creation);
        assertThat(only(late.until("12:00", dbt), RESOLUTION).elapsed()).hasToString("PT2H");

        SlaDefinition application = SlaDefinition.in(SlaCase.ALWAYS).withStart(SlaStartRule.AT_APPLICATION);
        SlaInstance applied = only(late.until("12:00", application), FIRST_REPLY);
        assertThat(applied.elapsed()).hasToString("PT30M");
        assertThat(applied.startedAt()).isEqualTo(at("10:00"));
        assertThat(applied.state()).isEqualTo(MET);
        assertThat(only(late.until("12:00", application), RESOLUTION).elapsed()).hasToString("PT2H");
    }

    @Test
    void aReplyBeforeALatePolicyIsJudgedFromTheCreationOnly() {
        SlaCase replied = ticket().replies("09:10").policy("09:30", policy(FIRST_REPLY, "PT1H"));
        assertThat(only(replied.until("12:00"), FIRST_REPLY).elapsed()).hasToString("PT10M");
        SlaDefinition application = SlaDefinition.in(SlaCase.ALWAYS).withStart(SlaStartRule.AT_APPLICATION);
        assertThat(replied.until("12:00", application).instances()).isEmpty();
    }

    /** Requester wait stands at 09:30 in pending when the policy comes at 10:00, and runs from 11:00. */
    @Test
    void aPolicyAppliedInAPauseWaitsForItsEnd() {
        SlaDefinition application = SlaDefinition.in(SlaCase.ALWAYS).withStart(SlaStartRule.AT_APPLICATION);
        SlaReplay replay = ticket().status("09:30", Status.PENDING)
                .policy("10:00", policy(SlaMetric.REQUESTER_WAIT, "PT1H"))
                .status("11:00", Status.OPEN)
                .until("11:20", application);
        SlaInstance wait = only(replay, SlaMetric.REQUESTER_WAIT);
        assertThat(wait.elapsed()).hasToString("PT20M");
        assertThat(wait.pauses())
                .containsExactly(new SlaInstance.Pause(StatusCategory.PENDING, at("10:00"), at("11:00")));
    }
}
