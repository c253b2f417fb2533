package io.cxmetrics.retention.subscription;

import io.cxmetrics.MoneyUnit;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random subscriptions around a year, rolling and in terms, that may overlap. */
final class Subscriptions {

    static final LocalDate FIRST = LocalDate.of(2025, 12, 20);

    private Subscriptions() {}

    static Arbitrary<Subscription<String>> ofCustomers(String... customers) {
        Arbitrary<Integer> days = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 40), Arbitraries.integers().between(1, 400));
        return Combinators.combine(
                        Arbitraries.of(customers),
                        Arbitraries.integers().between(0, 300),
                        days.injectNull(0.2),
                        Arbitraries.of(0, 0, 1, 2, 3, 12),
                        Arbitraries.longs().between(0, 20))
                .as((customer, start, length, term, price) -> {
                    LocalDate from = FIRST.plusDays(start);
                    return Subscription.of(customer, from, length == null ? null : from.plusDays(length))
                            .inTermsOf(term)
                            .priced(price, 1, MoneyUnit.CENTS);
                });
    }
}
