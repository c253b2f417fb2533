package io.cxmetrics.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final Invitations WAVE = new Invitations(1000, 950, 400, 300, 240);

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
        assertThat(new Invitations(10, 10, 0, 7, 7).startRate()).isEqualTo(Proportion.of(7, 10));
    }

    @Test
    void everyStageMayKeepEverybody() {
        assertThat(new Invitations(5, 5, 5, 5, 5).responseRate().rate()).isEqualTo(1.0);
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

    private static void refused(long sent, long delivered, long opened, long started, long completed, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Invitations(sent, delivered, opened, started, completed))
                .withMessage(message);
    }

    @Test
    void countsNeverWrap() {
        Invitations many = new Invitations(Long.MAX_VALUE, 0, 0, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(WAVE));
    }
}
