package io.cxmetrics.input.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.input.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LatestTimeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);

    private static LatestTime of(String... times) {
        LatestTime.Buffer buffer = new LatestTime.Buffer(CLOCK);
        for (int i = 0; i < times.length; i++) {
            buffer.add(Instant.parse(times[i]), new Place("f", i + 2));
        }
        return buffer.latest();
    }

    @Test
    void aMistypedYearIsFarAndNamed() {
        LatestTime latest = of("2024-03-06T09:00:00Z", "2042-03-06T09:00:00Z", "2024-03-05T09:00:00Z");
        assertThat(latest.instant()).contains(Instant.parse("2024-03-06T09:00:00Z"));
        assertThat(latest.observedUntil()).isEqualTo("2024-03-06T09:00:00.001Z");
        assertThat(latest.far()).isOne();
        assertThat(latest.warning())
                .contains("f, line 3: 2042-03-06T09:00:00Z lies more than a year after all other times (until "
                        + "2024-03-06T09:00:00Z); it does not become the end of observation");
    }

    @Test
    void allThatComesAfterAFarTimeIsFar() {
        LatestTime latest =
                of("2026-05-01T00:00:00Z", "2042-03-06T09:00:00Z", "2042-03-06T10:00:00Z", "2043-01-01T00:00:00Z");
        assertThat(latest.instant()).contains(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(latest.far()).isEqualTo(3);
        assertThat(latest.warning().orElseThrow()).contains("line 3", "and so do 2 more");
    }

    /** An archive of 2014 and tickets of 2026: nobody mistyped anything. */
    @Test
    void gapsBeforeTheClockAreNoMistake() {
        assertThat(of("2014-01-01T00:00:00Z", "2026-03-01T00:00:00Z").instant())
                .contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(of("2026-03-01T00:00:00Z", "2026-12-01T00:00:00Z", "2027-11-01T00:00:00Z")
                        .far())
                .isZero();
    }

    @Test
    void withoutTimesThereIsNone() {
        assertThat(of().instant()).isEmpty();
        assertThat(of().observedUntil()).isEqualTo(Instant.EPOCH);
        assertThat(of("2042-01-01T00:00:00Z").instant()).contains(Instant.parse("2042-01-01T00:00:00Z"));
    }
}
