package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger against a plain walk over the days, customer by customer. */
class SubscriptionLedgerPropertyTest {

    record Window(LocalDate from, LocalDate to, int grace) {}

    @Provide
    Arbitrary<Window> windows() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.of(0, 0, 1, 7, 40))
                .as((from, length, grace) -> new Window(
                        Subscriptions.FIRST.plusDays(from), Subscriptions.FIRST.plusDays(from + length), grace));
    }

    @Provide
    Arbitrary<List<Subscription<String>>> ofOne() {
        return Subscriptions.ofCustomers("ann").list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Subscription<String>>> lists() {
        return Subscriptions.ofCustomers("ann", "bob", "cid", "dee", "eve")
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void oneCustomerIsWhatTheDaysSay(
            @ForAll("ofOne") List<Subscription<String>> subscriptions, @ForAll("windows") Window window) {
        LogoChurn flows =
                SubscriptionLedger.of(subscriptions, Overlap.ALLOW).churn(window.from, window.to, window.grace);
        boolean before = there(subscriptions, window.from.minusDays(1), window.grace);
        boolean after = there(subscriptions, window.to.minusDays(1), window.grace);
        long days = 0;
        long departures = 0;
        boolean came = false;
        for (LocalDate day = window.from; day.isBefore(window.to); day = day.plusDays(1)) {
            boolean yesterday = there(subscriptions, day.minusDays(1), window.grace);
            boolean today = there(subscriptions, day, window.grace);
            days += today ? 1 : 0;
            departures += yesterday && !today ? 1 : 0;
            came |= !before && today;
        }
        boolean known = false;
        for (LocalDate day = Subscriptions.FIRST; day.isBefore(window.from); day = day.plusDays(1)) {
            known |= there(subscriptions, day, window.grace);
        }
        boolean could = false;
        for (LocalDate day = window.from.minusDays(1); day.isBefore(window.to); day = day.plusDays(1)) {
            could |= there(subscriptions, day, window.grace) && free(subscriptions, day, window.to);
        }
        assertThat(flows)
                .isEqualTo(Flows.of(
                        before ? 1 : 0,
                        before && !after ? 1 : 0,
                        came && !known ? 1 : 0,
                        came && known ? 1 : 0,
                        came && !after ? 1 : 0,
                        departures,
                        days,
                        could ? 1 : 0,
                        (before || came) && !after ? 1 : 0));
    }

    private static boolean there(List<Subscription<String>> subscriptions, LocalDate day, int grace) {
        LocalDate ended = LocalDate.MIN;
        LocalDate next = LocalDate.MAX;
        for (Subscription<String> subscription : subscriptions) {
            if (subscription.activeOn(day)) {
                return true;
            }
            LocalDate end = subscription.end();
            if (subscription.start().isAfter(day)) {
                next = subscription.start().isBefore(next) ? subscription.start() : next;
            } else if (end != null && end.isAfter(ended)) {
                ended = end;
            }
        }
        return !ended.equals(LocalDate.MIN)
                && !next.equals(LocalDate.MAX)
                && !ended.plusDays(grace).isBefore(next);
    }

    private static boolean free(List<Subscription<String>> subscriptions, LocalDate day, LocalDate to) {
        for (Subscription<String> subscription : subscriptions) {
            if (subscription.activeOn(day) && subscription.termMonths() > 0) {
                LocalDate tomorrow = day.plusDays(1);
                boolean ends = tomorrow.equals(subscription.end());
                for (int months = subscription.termMonths(); months < 30; months += subscription.termMonths()) {
                    ends |= tomorrow.equals(subscription.start().plusMonths(months));
                }
                if (!ends || !tomorrow.isBefore(to)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void flowsReconcile(@ForAll("lists") List<Subscription<String>> subscriptions, @ForAll("windows") Window window) {
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(subscriptions, Overlap.ALLOW);
        LogoChurn flows = ledger.churn(window.from, window.to);
        assertThat(flows.atStart())
                .isEqualTo(ledger.customersOn(window.from.minusDays(1)).size());
        assertThat(flows.atEnd())
                .isEqualTo(ledger.customersOn(window.to.minusDays(1)).size());
        LogoChurn sets = LogoChurn.between(
                ledger.customersOn(window.from.minusDays(1)), ledger.customersOn(window.to.minusDays(1)));
        assertThat(flows.churn()).isEqualTo(sets.churn());
        for (ChurnBase base : List.of(ChurnBase.AT_START, ChurnBase.ELIGIBLE)) {
            double rate = flows.rate(base);
            assertThat(Double.isNaN(rate) || (rate >= 0 && rate <= 1)).isTrue();
        }
        for (ChurnBase base : ChurnBase.values()) {
            assertThat(flows.rate(base) < 0).isFalse();
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void oneWhoStayedNeverRaisesChurn(
            @ForAll("lists") List<Subscription<String>> subscriptions, @ForAll("windows") Window window) {
        List<Subscription<String>> more = new ArrayList<>(subscriptions);
        more.add(Subscription.of("stays", Subscriptions.FIRST.minusYears(1), null)
                .priced(0, 1, MoneyUnit.CENTS));
        LogoChurn without =
                SubscriptionLedger.of(subscriptions, Overlap.ALLOW).churn(window.from, window.to, window.grace);
        LogoChurn with = SubscriptionLedger.of(more, Overlap.ALLOW).churn(window.from, window.to, window.grace);
        for (ChurnBase base : ChurnBase.values()) {
            assertThat(with.rate(base)).isNotNaN();
            assertThat(with.rate(base) > without.rate(base)).isFalse();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shardsByCustomerAddUp(
            @ForAll("lists") List<Subscription<String>> subscriptions, @ForAll("windows") Window window) {
        LogoChurn sum = LogoChurn.EMPTY;
        for (String customer : List.of("ann", "bob", "cid", "dee", "eve")) {
            List<Subscription<String>> own = subscriptions.stream()
                    .filter(subscription -> subscription.customer().equals(customer))
                    .toList();
            sum = sum.plus(SubscriptionLedger.of(own, Overlap.ALLOW).churn(window.from, window.to, window.grace));
        }
        assertThat(sum)
                .isEqualTo(SubscriptionLedger.of(subscriptions, Overlap.ALLOW)
                        .churn(window.from, window.to, window.grace));
    }

    /** All periods at once are each of them alone. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void periodsAreEachOneAlone(
            @ForAll("lists") List<Subscription<String>> subscriptions, @ForAll("windows") Window window) {
        SubscriptionLedger<String> ledger =
                SubscriptionLedger.of(subscriptions, Overlap.ALLOW).withoutChurnOf(Set.of("eve"));
        ledger.churnByPeriod(CalendarPeriod.WEEK, window.grace, window.from, window.to)
                .forEach((start, flows) ->
                        assertThat(flows).isEqualTo(ledger.churn(start, start.plusWeeks(1), window.grace)));
    }
}
