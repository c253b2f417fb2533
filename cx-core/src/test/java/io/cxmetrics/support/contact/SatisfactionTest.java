package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.SatisfactionRating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SatisfactionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Ticket rated(boolean... good) {
        List<TicketEvent> ratings = new ArrayList<>();
        for (int i = 0; i < good.length; i++) {
            ratings.add(new SatisfactionRating(NOON.plusSeconds(i), good[i]));
        }
        return Ticket.of("1", NOON, Author.REQUESTER, ratings);
    }

    @Test
    void firstAndLatestRatingsAreTwoScores() {
        Satisfaction satisfaction = Satisfaction.of(
                List.of(rated(true), rated(true, true), rated(false, true), rated(true, false), rated(false), rated()),
                Instant.MAX);
        assertThat(satisfaction).isEqualTo(Satisfaction.ofCounts(2, 1, 1, 1).withUnrated(1));
        assertThat(satisfaction.first().percent()).isEqualTo(60);
        assertThat(satisfaction.latest().percent()).isEqualTo(60);
        assertThat(satisfaction
                        .plus(Satisfaction.of(rated(false, true)))
                        .latest()
                        .events())
                .isEqualTo(4);
        assertThat(satisfaction.count()).isEqualTo(5);
        assertThat(satisfaction.rated().trials()).isEqualTo(6);
    }

    @Test
    void whatLiesBetweenFirstAndLatestDoesNotMatter() {
        assertThat(Satisfaction.of(rated(true, false, true))).isEqualTo(Satisfaction.ofCounts(1, 0, 0, 0));
        assertThat(Satisfaction.of(rated(false, true, false))).isEqualTo(Satisfaction.ofCounts(0, 0, 0, 1));
    }

    @Test
    void aTicketHasItsFirstAndItsLatestRating() {
        Ticket ticket = rated(false, true);
        assertThat(Satisfaction.firstOf(ticket)).contains(new SatisfactionRating(NOON, false));
        assertThat(Satisfaction.latestOf(ticket)).contains(new SatisfactionRating(NOON.plusSeconds(1), true));
        assertThat(Satisfaction.firstOf(rated())).isEmpty();
        assertThat(Satisfaction.latestOf(rated())).isEmpty();
    }

    @Test
    void withoutRatingsTheScoreIsUndefined() {
        assertThat(Satisfaction.of(rated()).latest().rate()).isNaN();
        assertThat(Satisfaction.EMPTY.first().rate()).isNaN();
        assertThat(Satisfaction.EMPTY.rated().rate()).isNaN();
    }

    @Test
    void refusesWhatCannotBe() {
        refused("stayedGood", -1, 0, 0, 0, 0);
        refused("turnedGood", 0, -1, 0, 0, 0);
        refused("turnedBad", 0, 0, -1, 0, 0);
        refused("stayedBad", 0, 0, 0, -1, 0);
        refused("unrated", 0, 0, 0, 0, -1);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Satisfaction.ofCounts(Long.MAX_VALUE, 0, 0, 1));
    }

    private static void refused(String name, long... counts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Satisfaction.ofCounts(counts[0], counts[1], counts[2], counts[3])
                        .withUnrated(counts[4]))
                .withMessage(name + " must not be negative, got -1");
    }
}
