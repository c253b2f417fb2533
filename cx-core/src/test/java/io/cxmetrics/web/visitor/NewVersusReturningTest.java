package io.cxmetrics.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.stat.Proportion;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NewVersusReturningTest {

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static Arrivals<String> log(List<Arrival<String>> arrivals) {
        return arrivals.stream().collect(Arrivals.<String>toArrivals());
    }

    /** Ann was here before the window and comes twice; Bob is new and comes twice; Cid is new; Dee comes after it. */
    private static final Arrivals<String> LOG = log(List.of(
            Arrival.of("ann", at(5)),
            Arrival.of("ann", at(10)),
            Arrival.of("ann", at(19)),
            Arrival.of("bob", at(18)),
            Arrival.of("bob", at(12)),
            Arrival.of("cid", at(15)),
            Arrival.of("cid", at(20)),
            Arrival.of("dee", at(30)),
            Arrival.anonymous(at(9)),
            Arrival.anonymous(at(10)),
            Arrival.anonymous(at(20))));

    @Test
    void firstEverLooksAtTheWholeHistory() {
        assertThat(LOG.sessions(at(10), at(20), NewRule.FIRST_EVER)).isEqualTo(new NewVersusReturning(2, 3, 1));
        assertThat(LOG.visitors(at(10), at(20), NewRule.FIRST_EVER)).isEqualTo(new NewVersusReturning(2, 1, 0));
    }

    @Test
    void firstInWindowForgetsWhatWasBefore() {
        assertThat(LOG.sessions(at(10), at(20), NewRule.FIRST_IN_WINDOW)).isEqualTo(new NewVersusReturning(3, 2, 1));
        assertThat(LOG.visitors(at(10), at(20), NewRule.FIRST_IN_WINDOW)).isEqualTo(new NewVersusReturning(1, 2, 0));
    }

    @Test
    void overTheWholeLogBothRulesSayTheSameOfSessions() {
        NewVersusReturning ever = LOG.sessions(Instant.MIN, Instant.MAX, NewRule.FIRST_EVER);
        assertThat(ever).isEqualTo(new NewVersusReturning(4, 4, 3));
        assertThat(LOG.sessions(Instant.MIN, Instant.MAX, NewRule.FIRST_IN_WINDOW))
                .isEqualTo(ever);
        assertThat(LOG.sessions()).isEqualTo(11);
        assertThat(LOG.visitors()).isEqualTo(4);
        assertThat(LOG).hasToString("Arrivals[8 sessions of 4 visitors, 3 of unknown ones]");
    }

    @Test
    void anEmptyWindowHasNobody() {
        NewVersusReturning nobody = LOG.sessions(at(10), at(10), NewRule.FIRST_EVER);
        assertThat(nobody).isEqualTo(NewVersusReturning.EMPTY);
        assertThat(nobody.share(VisitorKind.NEW).rate()).isNaN();
        assertThat(nobody.newAmongKnown().rate()).isNaN();
    }

    @Test
    void refusesAWindowThatEndsFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOG.sessions(at(10), at(9), NewRule.FIRST_EVER))
                .withMessage("endExclusive must not be before startInclusive 1970-01-01T00:00:10Z, got "
                        + "1970-01-01T00:00:09Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOG.visitors(at(10), at(9), NewRule.FIRST_EVER))
                .withMessageStartingWith("endExclusive must not be before startInclusive");
        assertThatThrownBy(() -> log(List.of(Arrival.of("ann", Instant.MAX)))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void arrivalsSayWhoAndWhen() {
        assertThat(Arrival.of("ann", at(3)).visitor()).contains("ann");
        assertThat(Arrival.<String>anonymous(at(3)).visitor()).isEmpty();
        assertThat(Arrival.anonymous(at(3)).at()).isEqualTo(at(3));
    }

    /** Kinds that a source gives, such as Google's New_Visitor, Returning_Visitor and Other. */
    @Test
    void neitherIsKeptApart() {
        NewVersusReturning kinds = NewVersusReturning.of(
                VisitorKind.NEW, VisitorKind.RETURNING, VisitorKind.RETURNING, VisitorKind.NEITHER);
        assertThat(kinds.share(VisitorKind.NEW)).isEqualTo(Proportion.of(1, 4));
        assertThat(kinds.share(VisitorKind.RETURNING)).isEqualTo(Proportion.of(2, 4));
        assertThat(kinds.share(VisitorKind.NEITHER)).isEqualTo(Proportion.of(1, 4));
        assertThat(kinds.newAmongKnown()).isEqualTo(Proportion.of(1, 3));
        assertThat(kinds.all()).isEqualTo(4);
    }

    @Test
    void refusesNegativeCountsAndOverflow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewVersusReturning(-1, 0, 0))
                .withMessage("newOnes must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewVersusReturning(0, -1, 0))
                .withMessage("returning must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewVersusReturning(0, 0, -1))
                .withMessage("neither must not be negative, got -1");
        NewVersusReturning many = new NewVersusReturning(Long.MAX_VALUE, 1, 0);
        assertThatThrownBy(many::all).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> many.plus(many)).isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<List<Arrival<String>>> logs() {
        return new ArrivalsContractTest().inputs().list().ofMaxSize(40);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void allKindsTogetherAreAll(
            @ForAll("logs") List<Arrival<String>> arrivals,
            @ForAll @IntRange(min = -6, max = 6) int start,
            @ForAll @IntRange(max = 8) int length,
            @ForAll NewRule rule) {
        Instant from = at(start);
        Instant to = at(start + length);
        Arrivals<String> log = arrivals.stream().collect(Arrivals.<String>toArrivals());
        List<Arrival<String>> inside = arrivals.stream()
                .filter(arrival -> !arrival.at().isBefore(from) && arrival.at().isBefore(to))
                .toList();
        assertThat(log.sessions(from, to, rule).all()).isEqualTo(inside.size());
        assertThat(log.visitors(from, to, rule).all())
                .isEqualTo(inside.stream()
                        .flatMap(arrival -> arrival.visitor().stream())
                        .distinct()
                        .count());
        assertThat(log.sessions(from, to, NewRule.FIRST_EVER).newOnes())
                .isLessThanOrEqualTo(
                        log.sessions(from, to, NewRule.FIRST_IN_WINDOW).newOnes());
    }
}
