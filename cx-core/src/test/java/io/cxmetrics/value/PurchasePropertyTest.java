package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PurchasePropertyTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);

    @Provide
    Arbitrary<List<Activity<String>>> logs() {
        return Bought.purchases().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<PurchaseDefinition> definitions() {
        return Bought.definitions();
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void anySplitOfThePurchasesGivesTheSameHistories(
            @ForAll("logs") List<Activity<String>> purchases,
            @ForAll("definitions") PurchaseDefinition definition,
            @ForAll @IntRange(max = 41) int day,
            @ForAll @IntRange(max = 40) int cut) {
        LocalDate end = START.plusDays(day);
        Map<String, PurchaseHistory> whole = PurchaseHistory.from(log(purchases), definition, end);
        int at = Math.min(cut, purchases.size());
        ActivityLog<String> joined =
                log(purchases.subList(at, purchases.size())).plus(log(purchases.subList(0, at)));
        Aggregation<Activity<String>, ?, Map<String, PurchaseHistory>> aggregation =
                PurchaseHistory.aggregation(definition, end);
        assertThat(PurchaseHistory.from(joined, definition, end)).isEqualTo(whole);
        assertThat(purchases.parallelStream().collect(aggregation.toCollector()))
                .isEqualTo(whole);
    }

    /** The definition, by the calendar of the library of dates. */
    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void historiesAreWhatTheirDefinitionSays(
            @ForAll("logs") List<Activity<String>> purchases,
            @ForAll("definitions") PurchaseDefinition definition,
            @ForAll @IntRange(max = 41) int day) {
        LocalDate end = START.plusDays(day);
        Map<String, PurchaseHistory> histories = PurchaseHistory.from(log(purchases), definition, end);
        for (String customer : List.of("ann", "bob", "cid", "dee")) {
            TreeSet<LocalDate> periods = new TreeSet<>();
            for (Activity<String> purchase : purchases) {
                LocalDate date = purchase.at().atZone(ZoneOffset.UTC).toLocalDate();
                boolean counts = switch (definition.rule()) {
                    case WITHOUT_REFUNDS -> purchase.amount() >= 0;
                    case PAID -> purchase.amount() > 0;
                    case EVERY_ACTIVITY -> true;
                };
                if (purchase.actor().equals(customer) && !date.isAfter(end) && counts) {
                    periods.add(definition.period().start(date));
                }
            }
            PurchaseHistory history = histories.get(customer);
            if (history == null) {
                assertThat(periods).isEmpty();
                continue;
            }
            assertThat(history.purchasePeriods()).isEqualTo(periods.size());
            assertThat(history.recency()).isEqualTo(between(definition, periods.first(), periods.last()));
            assertThat(history.age())
                    .isEqualTo(between(
                            definition, periods.first(), definition.period().start(end)));
            assertThat(history.recency()).isLessThanOrEqualTo(history.age());
            assertThat(history.netSpendMinor())
                    .isEqualTo(purchases.stream()
                            .filter(purchase -> purchase.actor().equals(customer)
                                    && purchase.at()
                                            .isBefore(end.plusDays(1)
                                                    .atStartOfDay(ZoneOffset.UTC)
                                                    .toInstant()))
                            .mapToLong(Activity::amount)
                            .sum());
        }
    }

    private static long between(PurchaseDefinition definition, LocalDate from, LocalDate to) {
        long periods = 0;
        for (LocalDate at = from; at.isBefore(to); at = definition.period().next(at)) {
            periods++;
        }
        return periods;
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void onePurchaseMoreOnADayThatHadOneChangesNeitherCountNorAges(
            @ForAll("logs") List<Activity<String>> purchases, @ForAll("definitions") PurchaseDefinition definition) {
        LocalDate end = START.plusDays(41);
        Map<String, PurchaseHistory> before = PurchaseHistory.from(log(purchases), definition, end);
        for (Activity<String> purchase : purchases) {
            if (!definition.rule().counts(purchase.amount())) {
                continue;
            }
            Activity<String> again = Activity.of(purchase.actor(), purchase.at().plus(3, ChronoUnit.HOURS), 50);
            PurchaseHistory more =
                    of(purchase.actor(), PurchaseHistory.from(log(purchases).plus(log(again)), definition, end));
            PurchaseHistory history = of(purchase.actor(), before);
            assertThat(more.frequency()).isEqualTo(history.frequency());
            assertThat(more.recency()).isEqualTo(history.recency());
            assertThat(more.age()).isEqualTo(history.age());
            assertThat(more.spendMinor()).isEqualTo(history.spendMinor() + 50);
        }
    }

    private static PurchaseHistory of(String customer, Map<String, PurchaseHistory> histories) {
        return Objects.requireNonNull(histories.get(customer));
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void valueIsTheSumOfTheHistories(
            @ForAll("logs") List<Activity<String>> purchases, @ForAll("definitions") PurchaseDefinition definition) {
        HistoricValue value = HistoricValue.from(log(purchases), definition);
        Map<String, PurchaseHistory> histories = PurchaseHistory.from(log(purchases), definition, START.plusDays(41));
        assertThat(value.customers()).isEqualTo(histories.size());
        assertThat(value.repeatRate().events())
                .isEqualTo(histories.values().stream()
                        .filter(history -> history.frequency() > 0)
                        .count());
        assertThat(value.purchasePeriods())
                .isEqualTo(histories.values().stream()
                        .mapToLong(PurchaseHistory::purchasePeriods)
                        .sum());
        assertThat(value.netMinor())
                .isEqualTo(purchases.stream().mapToLong(Activity::amount).sum())
                .isEqualTo(value.grossMinor() - value.refundsMinor());
        assertThat(definition.timesBetween(log(purchases)).count())
                .isEqualTo(histories.values().stream()
                        .mapToLong(PurchaseHistory::frequency)
                        .sum());
        assertThat(Arrays.stream(definition.timesBetween(log(purchases)).values())
                        .sum())
                .isEqualTo(histories.values().stream()
                        .mapToLong(PurchaseHistory::recency)
                        .sum());
        assertThat(purchases.parallelStream()
                        .collect(HistoricValue.<String>aggregation(definition).toCollector()))
                .isEqualTo(value);
    }
}
