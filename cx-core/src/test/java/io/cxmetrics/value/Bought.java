package io.cxmetrics.value;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Purchases of a few customers within a few weeks of 2026. */
final class Bought {

    static final PurchaseDefinition DAYS = PurchaseDefinition.in(ZoneOffset.UTC);

    private Bought() {}

    static Activity<String> on(String customer, String monthAndDay, long amount) {
        return Activity.on(customer, LocalDate.parse("2026-" + monthAndDay), amount);
    }

    static Activity<String> on(String customer, String monthAndDay, long amount, MoneyUnit unit) {
        Activity<String> cents = on(customer, monthAndDay, amount);
        return Activity.of(cents.actor(), cents.at(), amount, unit);
    }

    @SafeVarargs
    static ActivityLog<String> log(Activity<String>... purchases) {
        List<Activity<String>> all = new ArrayList<>();
        for (Activity<String> purchase : purchases) {
            all.add(purchase);
        }
        return log(all);
    }

    static ActivityLog<String> log(List<Activity<String>> purchases) {
        return ActivityLog.of(purchases);
    }

    static Arbitrary<Activity<String>> purchases() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(0L, 100L, 250L, -100L))
                .as((customer, day, amount) ->
                        Activity.on(customer, LocalDate.of(2026, 3, 1).plusDays(day), amount));
    }

    static Arbitrary<PurchaseDefinition> definitions() {
        return Combinators.combine(Arbitraries.of(CalendarPeriod.class), Arbitraries.of(PurchaseRule.class))
                .as((period, rule) -> new PurchaseDefinition(ZoneOffset.UTC, period, rule));
    }
}
