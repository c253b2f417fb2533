package io.cxmetrics.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SessionIntakeTest {

    @Test
    void keepsWhatIsNotLeftOut() {
        assertThat(new SessionIntake(20, 1, 2, 3, 4, 5, 6).count()).isEqualTo(5);
    }

    @Test
    void refusesCountsThatCannotBe() {
        refused("bots must not be negative, got -1", 1, -1, 0, 0, 0, 0, 0);
        refused("withoutSession must not be negative, got -1", 1, 0, -1, 0, 0, 0, 0);
        refused("duplicates must not be negative, got -1", 1, 0, 0, -1, 0, 0, 0);
        refused("overlong must not be negative, got -1", 1, 0, 0, 0, -1, 0, 0);
        refused("tooLate must not be negative, got -1", 1, 0, 0, 0, 0, -1, 0);
        refused("outOfOrder must not be negative, got -1", 1, 0, 0, 0, 0, 0, -1);
        refused("outOfOrder must not exceed read (1), got 2", 1, 0, 0, 0, 0, 0, 2);
        refused("read must be at least what is left out (15), got 14", 14, 1, 2, 3, 4, 5, 0);
    }

    private static void refused(
            String message, long read, long bots, long without, long twice, long overlong, long late, long disorder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionIntake(read, bots, without, twice, overlong, late, disorder))
                .withMessage(message);
    }
}
