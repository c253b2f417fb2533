package io.cxmetrics.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final Invitations WAVE = invitations(1000, 950, 400, 300, 240);

    @Test
    void ratesOfTheStages() {
        assertThat(WAVE.deliveryRate()).isEqualTo(Proportion.of(950, 1000));
        assertThat(WAVE.openRate()).isEqualTo(Proportion.of(400, 950));
        assertThat(WAVE.startRate()).isEqualTo(Proportion.of(300, 950));
        assertThat(WAVE.responseRate()).isEqualTo(Proportion.of(240, 1000));
        assertThat(WAVE.responseRateOfDelivered()).isEqualTo(Proportion.of(240, 950));
        assertThat(WAVE.completionRate()).isEqualTo(Proportion.of(240, 300));
        assertThat(WAVE.dropOffRate()).isEqualTo(Proportion.of(60, 300));
    }

    @Test
    void nobodyInvitedIsUndefined() {
        assertThat(Invitations.EMPTY.deliveryRate().rate()).isNaN();
        assertThat(Invitations.EMPTY.openRate().rate()).isNaN();
        assertThat(Invitations.EMPTY.startRate().rate()).isNaN();
        assertThat(Invitations.EMPTY.responseRate().rate()).isNaN();
        assertThat(Invitations.EMPTY.responseRateOfDelivered().rate()).isNaN();
        assertThat(Invitations.EMPTY.completionRate().rate()).isNaN();
        assertThat(Invitations.EMPTY.dropOffRate().rate()).isNaN();
    }

    /** Mail clients hide openings, so more may start than were seen to open. */
    @Test
    void startedMayExceedOpened() {
        assertThat(invitations(10, 10, 0, 7, 7).startRate()).isEqualTo(Proportion.of(7, 10));
    }

    @Test
    void everyStageMayKeepEverybody() {
        assertThat(invitations(5, 5, 5, 5, 5).responseRate().rate()).isEqualTo(1.0);
    }

    @Test
    void refusesStagesThatExceedTheOneBefore() {
        refused(-1, 0, 0, 0, 0, "sent must not be negative, got -1");
        refused(1, -1, 0, 0, 0, "delivered must not be negative, got -1");
        refused(1, 1, -1, 0, 0, "opened must not be negative, got -1");
        refused(1, 1, 1, -1, 0, "started must not be negative, got -1");
        refused(1, 1, 1, 1, -1, "completed must not be negative, got -1");
        refused(5, 6, 0, 0, 0, "delivered must not exceed sent (5), got 6");
        refused(5, 4, 5, 0, 0, "opened must not exceed delivered (4), got 5");
        refused(5, 4, 0, 5, 0, "started must not exceed delivered (4), got 5");
        refused(5, 4, 4, 3, 4, "completed must not exceed started (3), got 4");
    }

    private static Invitations invitations(long sent, long delivered, long opened, long started, long completed) {
        return Invitations.ofSent(sent)
                .withDelivered(delivered)
                .withOpened(opened)
                .withStarted(started)
                .withCompleted(completed);
    }

    /** Sent and completed are all that is known: the completion rate is undefined, not 100 %. */
    @Test
    void unknownStageMakesItsRatesUndefined() {
        Invitations basic = Invitations.ofSent(500).withCompleted(60);
        assertThat(basic.responseRate()).isEqualTo(Proportion.of(60, 500));
        assertThat(basic.completionRate()).isEqualTo(Proportion.EMPTY);
        assertThat(basic.completionRate().rate()).isNaN();
        assertThat(basic.dropOffRate().rate()).isNaN();
        assertThat(basic.deliveryRate().rate()).isNaN();
        assertThat(basic.count(Invitations.Stage.STARTED)).isEmpty();
        assertThat(basic.count(Invitations.Stage.COMPLETED)).hasValue(60);
        assertThat(basic.count()).isEqualTo(500);
        assertThat(basic)
                .hasToString("Invitations[sent=500, delivered=unknown, opened=unknown, started=unknown, completed=60]");
    }

    @Test
    void surveyBehindALinkKnowsNoInvitations() {
        Invitations link = Invitations.ofStarted(80).withCompleted(60);
        assertThat(link.completionRate()).isEqualTo(Proportion.of(60, 80));
        assertThat(link.responseRate()).isEqualTo(Proportion.EMPTY);
        assertThat(link.count()).isEqualTo(80);
    }

    @Test
    void sumKnowsWhatBothPartsKnow() {
        Invitations sum = WAVE.plus(Invitations.ofSent(500).withCompleted(60));
        assertThat(sum).isEqualTo(Invitations.ofSent(1500).withCompleted(300));
        assertThat(sum.plus(Invitations.EMPTY)).isEqualTo(sum);
        assertThat(WAVE.withUnknown(Invitations.Stage.OPENED).plus(WAVE).openRate())
                .isEqualTo(Proportion.EMPTY);
        assertThat(WAVE.withUnknown(Invitations.Stage.OPENED).plus(WAVE).completionRate())
                .isEqualTo(Proportion.of(480, 600));
    }

    @Test
    void knownStagesAreCheckedAcrossUnknownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invitations.ofSent(5).withCompleted(6))
                .withMessage("completed must not exceed sent (5), got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invitations.ofSent(5).withStarted(6))
                .withMessage("started must not exceed sent (5), got 6");
    }

    @Test
    void furthestStageImpliesThoseBefore() {
        Invitations four = Invitations.of(
                Invitations.Stage.SENT,
                Invitations.Stage.OPENED,
                Invitations.Stage.STARTED,
                Invitations.Stage.COMPLETED);
        assertThat(four).isEqualTo(invitations(4, 3, 3, 2, 1));
    }

    private static void refused(long sent, long delivered, long opened, long started, long completed, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invitations(sent, delivered, opened, started, completed))
                .withMessage(message);
    }

    @Test
    void countsNeverWrap() {
        Invitations many = invitations(Long.MAX_VALUE, 0, 0, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(WAVE));
    }
}
