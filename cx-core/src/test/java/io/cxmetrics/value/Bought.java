package io.cxmetrics.value;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
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

    @SafeVarargs
    static ActivityLog<String> log(Activity<String>... activities) {
        List<Activity<String>> all = new ArrayList<>();
        for (Activity<String> activity : activities) {
            all.add(activity);
        }
        return log(all);
    }

    static ActivityLog<String> log(List<Activity<String>> activities) {
        return activities.stream().collect(ActivityLog.toActivityLog());
    }

    static Arbitrary<Activity<String>> activities() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(0L, 100L, 250L, -100L))
                .as((customer, day, amount) ->
                        Activity.on(customer, LocalDate.of(2026, 3, 1).plusDays(day), amount));
    }

    static Arbitrary<PurchaseDefinition> readings() {
        return Combinators.combine(Arbitraries.of(CalendarPeriod.class), Arbitraries.of(PurchaseRule.class))
                .as((period, rule) -> new PurchaseDefinition(ZoneOffset.UTC, period, rule));
    }
}
