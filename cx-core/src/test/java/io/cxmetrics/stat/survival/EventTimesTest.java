package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventTimesTest {

    @Test
    void countsEachDistinctTime() {
        EventTimes times = EventTimes.of(new long[] {7, 0, 7, 3, 7}, new boolean[] {true, false, false, true, true});
        assertThat(times.times()).containsExactly(0, 3, 7);
        assertThat(times.eventsAt()).containsExactly(0, 1, 2);
        assertThat(times.censoredAt()).containsExactly(1, 0, 1);
        assertThat(times.count()).isEqualTo(5);
        assertThat(times.events()).isEqualTo(3);
        assertThat(times.censored()).isEqualTo(2);
    }

    @Test
    void countsComeBackAsTheyWere() {
        EventTimes times =
                EventTimes.ofCounts(new long[] {0, 3, 5, 7}, new long[] {0, 1, 0, 2}, new long[] {1, 0, 0, 1});
        assertThat(times)
                .isEqualTo(EventTimes.ofEvents(7, 3, 7).plus(EventTimes.ofCensored(0, 7)))
                .isEqualTo(EventTimes.ofCounts(times.times(), times.eventsAt(), times.censoredAt()));
        assertThat(times.times()).as("a time at which nothing happened is none").containsExactly(0, 3, 7);
    }

    @Test
    void arraysOfTheCallerAreNeitherKeptNorChanged() {
        long[] given = {5, 2};
        EventTimes times = EventTimes.ofEvents(given);
        assertThat(given).containsExactly(5, 2);
        given[0] = 1;
        times.times()[0] = 9;
        assertThat(times.times()).containsExactly(2, 5);
    }

    @Test
    void sayWhatTheyHoldInWords() {
        assertThat(EventTimes.EMPTY).hasToString("EventTimes[no observations]");
        assertThat(EventTimes.ofEvents(1, 2).plus(EventTimes.ofCensored(2)))
                .hasToString("EventTimes[events=2, censored=1]");
        assertThat(EventTimes.ofEvents(1)).isNotEqualTo(EventTimes.ofCensored(1));
        assertThat(EventTimes.ofEvents(1)).isNotEqualTo(EventTimes.ofEvents(2));
    }

    @Test
    void negativeTimesAreRefusedWithTheirIndex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.of(new long[] {1, -5}, new boolean[] {true, true}))
                .withMessage("time must not be negative, got -5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofEvents(-1))
                .withMessage("time must not be negative, got -1 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofCensored(0, 0, Long.MIN_VALUE))
                .withMessage("time must not be negative, got -9223372036854775808 at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofCounts(new long[] {-1}, new long[] {1}, new long[] {1}))
                .withMessage("time must not be negative, got -1 at index 0");
    }

    @Test
    void tablesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.of(new long[] {1, 2}, new boolean[] {true}))
                .withMessage("event must have as many entries as times (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofCounts(new long[] {1, 2}, new long[] {1}, new long[] {1, 2, 3}))
                .withMessage("events must have as many entries as times (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofCounts(new long[] {1, 2, 2}, new long[3], new long[3]))
                .withMessage("times must ascend, got 2 after 2 at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofCounts(new long[] {1}, new long[] {-1}, new long[] {1}))
                .withMessage("events must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofCounts(new long[] {1}, new long[] {1}, new long[] {-2}))
                .withMessage("censored must not be negative, got -2");
    }

    @Test
    void countsBeyondALongAreRefused() {
        EventTimes most = EventTimes.ofCounts(new long[] {1}, new long[] {Long.MAX_VALUE}, new long[] {0});
        assertThatThrownBy(() -> most.plus(EventTimes.ofEvents(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(EventTimes.ofEvents(2))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(EventTimes.ofCensored(2))).isInstanceOf(ArithmeticException.class);
    }
}
