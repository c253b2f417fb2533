package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.RevenueBridge;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.retention.subscription.Overlap;
import io.cxmetrics.retention.subscription.StayRule;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever stands in a file, its groups add up to all, in all months and periods, and no row is forgotten. */
class GroupsAddUpTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** Customers who change plans, overlap, come back, and have rows that cannot be read. */
    private static String subscriptions(Random random) {
        StringBuilder text = new StringBuilder("customer,start,end,price,plan\n");
        int rows = 1 + random.nextInt(14);
        for (int i = 0; i < rows; i++) {
            LocalDate start = FIRST.plusDays(random.nextInt(200));
            String end = random.nextInt(3) == 0 ? "" : String.valueOf(start.plusDays(random.nextInt(120) - 3));
            text.append(random.nextInt(12) == 0 ? "" : "c" + random.nextInt(5))
                    .append(',')
                    .append(random.nextInt(12) == 0 ? "soon" : start)
                    .append(',')
                    .append(random.nextInt(20) == 0 ? "x" : end)
                    .append(',')
                    .append(random.nextInt(12) == 0 ? "" : random.nextInt(90))
                    .append(",p")
                    .append(random.nextInt(3))
                    .append('\n');
        }
        return text.append("good,2026-01-05,,7,p0\n").toString();
    }

    @Property(tries = 200)
    void groupsOfSubscriptionsAddUp(
            @ForAll Random random, @ForAll Overlap overlap, @ForAll boolean named, @ForAll SnapshotDay day) {
        String text = subscriptions(random);
        @Nullable LocalDate last = named ? FIRST.plusDays(4 + random.nextInt(250)) : null;
        Outcome<GroupedSubscriptions> outcome = SubscriptionReading.of(Dates.ISO, null)
                .withEnd()
                .withPrice(MoneyDefinition.ofDecimals(2))
                .withOverlap(overlap)
                .withObservedThrough(last)
                .read(Tables.of(text), Grouping.by("plan"));
        long rows = text.lines().count() - 1;
        assertThat(outcome.accounting().rows()).isEqualTo(rows);
        Groups<SubscriptionLedger<String>> customers = outcome.result().byCustomer();
        assertThat(customers.all().total().rows()).isEqualTo(rows);
        assertThat(customers.byLabels().values().stream()
                        .mapToLong(group -> group.total().rows())
                        .sum())
                .isEqualTo(rows);
        LocalDate until = last == null ? requireNonNull(outcome.result().observedThrough()) : last;
        churnAddsUp(customers, until);
        GroupedRevenue revenue = outcome.result().recurringRevenue(day);
        if (revenue.first() != null) {
            revenueAddsUp(revenue);
        }
    }

    private static void churnAddsUp(Groups<SubscriptionLedger<String>> customers, LocalDate until) {
        SubscriptionLedger<String> all = customers.all().total().summary();
        all.churnByPeriod(CalendarPeriod.MONTH, 2, FIRST, until).forEach((start, churn) -> {
            LogoChurn sum = customers.byLabels().values().stream()
                    .map(group -> requireNonNull(group.total()
                            .summary()
                            .churnByPeriod(CalendarPeriod.MONTH, 2, FIRST, until)
                            .get(start)))
                    .reduce(LogoChurn.EMPTY, LogoChurn::plus);
            assertThat(sum).isEqualTo(churn);
        });
        EventTimes tenures = customers.byLabels().values().stream()
                .map(group -> group.total().summary().tenures(CalendarPeriod.DAY, StayRule.FIRST, 2, until))
                .reduce(EventTimes.EMPTY, EventTimes::plus);
        assertThat(tenures).isEqualTo(all.tenures(CalendarPeriod.DAY, StayRule.FIRST, 2, until));
    }

    private static void revenueAddsUp(GroupedRevenue revenue) {
        YearMonth first = requireNonNull(revenue.first());
        YearMonth last = requireNonNull(revenue.last());
        Groups<RevenueBridge> bridges = revenue.ledgers().map(ledger -> ledger.bridge(first, last, FreePlan.CHURN));
        RevenueBridge all = bridges.all().total().summary();
        assertThat(sum(bridges, bridge -> bridge.opening().amount()))
                .isCloseTo(all.opening().amount(), within(1e-9));
        assertThat(sum(bridges, bridge -> bridge.closing().amount()))
                .isCloseTo(all.closing().amount(), within(1e-9));
        bridges.byLabels()
                .values()
                .forEach(group -> assertThat(group.total().summary().monthly().keySet())
                        .isEqualTo(all.monthly().keySet()));
        all.monthly()
                .forEach((month, moved) -> assertThat(sum(
                                bridges,
                                bridge -> requireNonNull(bridge.monthly().get(month))
                                        .closing()
                                        .amount()))
                        .isCloseTo(moved.closing().amount(), within(1e-9)));
        double flows = all.newBusiness().amount()
                + all.reactivation().amount()
                + all.expansion().amount()
                - all.contraction().amount()
                - all.churn().amount()
                + all.leftOutChange();
        assertThat(all.opening().amount() + flows).isCloseTo(all.closing().amount(), within(1e-9));
    }

    private static double sum(Groups<RevenueBridge> groups, ToDoubleFunction<RevenueBridge> value) {
        return groups.byLabels().values().stream()
                .mapToDouble(group -> value.applyAsDouble(group.total().summary()))
                .sum();
    }

    @Property(tries = 100)
    void groupsOfMonthsAddUp(@ForAll Random random) {
        StringBuilder text = new StringBuilder("customer,month,amount,plan\n");
        int rows = random.nextInt(20);
        for (int i = 0; i < rows; i++) {
            text.append('c').append(random.nextInt(4)).append(",2026-0").append(1 + random.nextInt(5));
            text.append(',').append(random.nextInt(9) == 0 ? "x" : random.nextInt(50));
            text.append(",p").append(random.nextInt(3)).append('\n');
        }
        text.append("good,2026-02,7,p0\n");
        Outcome<GroupedRevenue> outcome = RevenueReading.of(Dates.ISO.months(), MoneyDefinition.ofDecimals(0))
                .read(Tables.of(text.toString()), Grouping.by("plan"));
        assertThat(outcome.accounting().rows()).isEqualTo(rows + 1);
        revenueAddsUp(outcome.result());
        RevenueLedger<String> all = outcome.result().ledgers().all().total().summary();
        assertThat(all.customers()).isBetween(1L, 5L);
    }
}
