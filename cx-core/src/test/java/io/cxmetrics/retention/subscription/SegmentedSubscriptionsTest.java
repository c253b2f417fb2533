package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmentedSubscriptionsTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 20);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Provide
    Arbitrary<List<Subscription<String>>> lists() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid"),
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(-1, 120),
                        Arbitraries.integers().between(0, 3))
                .as((customer, start, length, price) -> {
                    LocalDate from = JANUARY.plusDays(start);
                    return Subscription.of(customer, from, length < 100 ? from.plusDays(length) : null)
                            .priced(price * 700L, 12, EURO);
                })
                .list()
                .ofMaxSize(9);
    }

    /** An upgrade on 20 April whose old subscription goes on into May: one customer, who pays the new price alone. */
    @Test
    void anUpgradeMovesMoneyAndNoCustomer() {
        SegmentedSubscriptions.Buffer<String, String> buffer =
                SegmentedSubscriptions.buffer(SubscriptionScreening.in(EURO));
        buffer.add("pro", Subscription.of("ann", APRIL, null).priced(8000, 1, EURO));
        buffer.add("basic", Subscription.of("ann", JANUARY, APRIL.plusDays(20)).priced(5000, 1, EURO));
        SegmentedSubscriptions<String, String> segmented = buffer.segments();

        assertThat(segmented.segments()).containsExactly("basic", "pro");
        assertThat(april(segmented.all())).isEqualTo(RevenueFlow.of(8000, 1, EURO));
        assertThat(april(segmented.ofSubscriptions("basic"))).isEqualTo(RevenueFlow.EMPTY);
        assertThat(april(segmented.ofSubscriptions("pro"))).isEqualTo(RevenueFlow.of(8000, 1, EURO));
        assertThat(segmented
                        .ofCustomers("basic")
                        .churn(APRIL, APRIL.plusDays(90))
                        .atEnd())
                .isOne();
        assertThat(segmented.ofCustomers("pro").customers()).isZero();
        assertThat(segmented.ofCustomers("none").count()).isZero();
        assertThat(segmented.ofSubscriptions("none").count()).isZero();
    }

    private static RevenueFlow april(SubscriptionLedger<String> ledger) {
        YearMonth april = MARCH.plusMonths(1);
        return ledger.recurringRevenue(april, april, SnapshotDay.LAST).revenue(april);
    }

    @Test
    void aRowThatCannotBeUsedLeavesItsCustomerOutWhereItStands() {
        SegmentedSubscriptions.Buffer<String, String> buffer =
                SegmentedSubscriptions.buffer(SubscriptionScreening.withoutPrices());
        buffer.add("basic", Subscription.of("ann", JANUARY, APRIL));
        assertThat(buffer.add("pro", Subscription.of("ann", APRIL, JANUARY)))
                .isEqualTo(SubscriptionFlaw.END_BEFORE_START);
        assertThat(buffer.add("pro", Subscription.of("bob", APRIL, APRIL))).isEqualTo(SubscriptionFlaw.NO_DAY);
        buffer.leaveOut("free", "cid");
        SegmentedSubscriptions<String, String> segmented = buffer.segments();

        assertThat(segmented.all().leftOut()).isEqualTo(2);
        assertThat(segmented.segments()).containsExactly("basic", "free", "pro");
        assertThat(segmented.ofCustomers("basic").leftOut()).isOne();
        assertThat(segmented.ofCustomers("pro").leftOut()).isZero();
        assertThat(segmented.ofCustomers("free").leftOut()).isOne();
        assertThat(segmented.ofSubscriptions("basic").leftOut()).isZero();
        assertThat(segmented.ofSubscriptions("pro").leftOut()).isOne();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void segmentsAddUpToAll(
            @ForAll("lists") List<Subscription<String>> rows, @ForAll Overlap overlap, @ForAll Random random) {
        SubscriptionScreening screening = SubscriptionScreening.in(EURO).withOverlap(overlap);
        SegmentedSubscriptions.Buffer<String, String> buffer = SegmentedSubscriptions.buffer(screening);
        rows.forEach(row -> buffer.add("g" + random.nextInt(3), row));
        SegmentedSubscriptions<String, String> segmented = buffer.segments();
        Set<String> segments = segmented.segments();

        ScreenedSubscriptions<String> screened = screening.screen(rows);
        assertThat(segmented.all()).isEqualTo(screened.ledger());
        assertThat(segments.stream().mapToLong(segmented::overlaps).sum())
                .isEqualTo(screened.leftOut(SubscriptionFlaw.OVERLAP));
        SubscriptionLedger<String> customers = segments.stream()
                .map(segmented::ofCustomers)
                .reduce(SubscriptionLedger.empty(overlap), SubscriptionLedger::plus);
        assertThat(customers).isEqualTo(segmented.all());
        LogoChurn churn = LogoChurn.EMPTY;
        EventTimes tenures = EventTimes.EMPTY;
        List<RecurringRevenue> moved = new ArrayList<>();
        for (String segment : segments) {
            SubscriptionLedger<String> own = segmented.ofCustomers(segment);
            churn = churn.plus(own.churn(APRIL, APRIL.plusDays(30), 3));
            tenures = tenures.plus(own.tenures(CalendarPeriod.DAY, StayRule.FIRST, 3, APRIL));
            moved.add(moved(segmented.ofSubscriptions(segment)));
        }
        assertThat(churn).isEqualTo(segmented.all().churn(APRIL, APRIL.plusDays(30), 3));
        assertThat(tenures).isEqualTo(segmented.all().tenures(CalendarPeriod.DAY, StayRule.FIRST, 3, APRIL));
        RecurringRevenue sum = moved.stream().reduce(RecurringRevenue.EMPTY, RecurringRevenue::plus);
        assertThat(sum.opening().amount())
                .isEqualTo(moved(segmented.all()).opening().amount());
        assertThat(sum.closing().amount())
                .isEqualTo(moved(segmented.all()).closing().amount());
    }

    private static RecurringRevenue moved(SubscriptionLedger<String> ledger) {
        RevenueLedger<String> revenue = ledger.recurringRevenue(MARCH, MARCH.plusMonths(1), SnapshotDay.LAST);
        return revenue.movements(MARCH, MARCH.plusMonths(1), FreePlan.CHURN);
    }
}
