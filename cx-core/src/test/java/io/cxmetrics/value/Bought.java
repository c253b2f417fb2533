package io.cxmetrics.value;

import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Purchases of a few customers within a few weeks of 2026. */
final class Bought {

    static final PurchaseDefinition DAYS = PurchaseDefinition.in(ZoneOffset.UTC);

    private Bought() {}

    static Purchase<String> on(String customer, String monthAndDay, long amount) {
        return Purchase.on(customer, LocalDate.parse("2026-" + monthAndDay), amount);
    }

    @SafeVarargs
    static PurchaseLog<String> log(Purchase<String>... purchases) {
        return PurchaseLog.of(Arrays.asList(purchases));
    }

    static PurchaseLog<String> log(List<Purchase<String>> purchases) {
        return PurchaseLog.of(purchases);
    }

    static Arbitrary<Purchase<String>> purchases() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(0L, 100L, 250L, -100L))
                .as((customer, day, amount) ->
                        Purchase.on(customer, LocalDate.of(2026, 3, 1).plusDays(day), amount));
    }

    static Arbitrary<PurchaseDefinition> definitions() {
        return Combinators.combine(Arbitraries.of(CalendarPeriod.class), Arbitraries.of(PurchaseRule.class))
                .as((period, rule) -> new PurchaseDefinition(ZoneOffset.UTC, period, rule));
    }
}
