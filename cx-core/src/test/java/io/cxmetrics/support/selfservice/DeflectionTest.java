package io.cxmetrics.support.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeflectionTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private record Click(String person, Instant at) {}

    private static Instant minute(int minute) {
        return Instant.parse("2026-03-02T12:00:00Z").plusSeconds(60L * minute);
    }

    /** By hand: the views at 0 and 30 are followed at 45, that at 46 is not; that at 100 has until 160. */
    @Test
    void aViewIsFollowedByATicketOfTheSamePersonWithinTheWindow() {
        List<Instant> views = List.of(minute(0), minute(30), minute(46), minute(100));
        assertThat(Deflection.of(views, List.of(minute(45)), HOUR, minute(159))).isEqualTo(new Deflection(3, 2, 1));
        assertThat(Deflection.of(views, List.of(minute(45)), HOUR, minute(160)).rate())
                .isEqualTo(Proportion.of(2, 4));
    }

    @Test
    void theWindowIsHalfOpen() {
        assertThat(Deflection.of(List.of(minute(0)), List.of(minute(60)), HOUR, minute(60))
                        .followed())
                .isZero();
        assertThat(Deflection.of(List.of(minute(0)), List.of(minute(0)), HOUR, minute(60))
                        .followed())
                .isOne();
    }

    @Test
    void otherPersonsDoNotFollow() {
        List<Click> views = List.of(new Click("kim", minute(0)), new Click("lee", minute(0)));
        List<Click> tickets = List.of(new Click("lee", minute(5)), new Click("ada", minute(1)));
        assertThat(Deflection.of(views, Click::person, Click::at, tickets, Click::person, Click::at, HOUR, minute(600)))
                .isEqualTo(new Deflection(2, 1, 0));
    }

    @Test
    void whatIsNotKnownCountsNowhere() {
        Deflection help = Deflection.of(List.of(minute(0), minute(30)), List.of(), HOUR, minute(30));
        assertThat(help).isEqualTo(new Deflection(0, 0, 1));
        assertThat(help.rate().rate()).isNaN();
        assertThat(help.count()).isZero();
        assertThat(help.leftOut()).isOne();
    }

    @Test
    void streamsOfPersonsGiveTheSame() {
        assertThat(Stream.of(new Deflection.Person(List.of(minute(0)), List.of(minute(1))))
                        .collect(Deflection.toDeflection(HOUR, minute(600))))
                .isEqualTo(new Deflection(1, 1, 0));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deflection(1, 2, 0))
                .withMessage("followed must not exceed views (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deflection.aggregation(Duration.ZERO, minute(0)))
                .withMessage("window must be positive, got PT0S");
    }
}
