package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.MoneyUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubscriptionScreeningTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final MoneyUnit EURO = MoneyUnit.of("EUR");

    private static Subscription<String> ann(int start, int end) {
        return Subscription.of("ann", DAY.plusDays(start), DAY.plusDays(end)).priced(500, 1, EURO);
    }

    @Test
    void everyFlawIsCounted() {
        Subscription<String> good = ann(0, 30);
        Subscription<String> bob = Subscription.of("bob", DAY, null).priced(1, 1, EURO);
        ScreenedSubscriptions<String> screened = SubscriptionScreening.in(EURO)
                .withCustomers(Set.of("ann"))
                .screen(List.of(
                        ann(9, 29),
                        good,
                        ann(5, 4),
                        ann(5, 5),
                        good.priced(-1, 1, EURO),
                        good.priced(1, 0, EURO),
                        good.inTermsOf(-1),
                        good.inTermsOf(1).priced(1, 3, EURO),
                        good.priced(1, 1, MoneyUnit.of("USD")),
                        bob,
                        bob));
        assertThat(screened.ledger())
                .isEqualTo(SubscriptionLedger.of(List.of(good)).withoutChurnOf(Set.of("ann")));
        assertThat(screened.leftOut())
                .hasToString(
                        "{END_BEFORE_START=1, NO_DAY=1, NEGATIVE_PRICE=1, BILLING_NOT_POSITIVE=1, NEGATIVE_TERM=1, "
                                + "TERM_BELOW_BILLING=1, OTHER_CURRENCY=1, UNKNOWN_CUSTOMER=2, OVERLAP=1}");
        assertThat(screened.leftOut(SubscriptionFlaw.UNKNOWN_CUSTOMER)).isEqualTo(2);
        assertThat(screened.total()).isEqualTo(11);
    }

    @Test
    void whatDoesNotOccurIsNotThere() {
        ScreenedSubscriptions<String> screened = SubscriptionScreening.in(EURO).screen(List.of(ann(0, 30)));
        assertThat(screened.leftOut()).isEqualTo(Map.of());
        assertThat(screened.leftOut(SubscriptionFlaw.OVERLAP)).isZero();
    }

    /** The second runs into the first, and the third only into the second, which is gone. */
    @Test
    void theEarlierOfTwoStays() {
        List<Subscription<String>> three = List.of(ann(20, 150), ann(0, 60), ann(100, 190));
        ScreenedSubscriptions<String> apart = SubscriptionScreening.in(EURO).screen(three);
        assertThat(apart.ledger())
                .isEqualTo(SubscriptionLedger.of(List.of(ann(0, 60), ann(100, 190)))
                        .withoutChurnOf(Set.of("ann")));
        assertThat(apart.leftOut(SubscriptionFlaw.OVERLAP)).isOne();
        ScreenedSubscriptions<String> all =
                SubscriptionScreening.in(EURO).withOverlap(Overlap.ALLOW).screen(three);
        assertThat(all.ledger()).isEqualTo(SubscriptionLedger.of(three, Overlap.ALLOW));
        assertThat(all.leftOut()).isEmpty();
    }

    @Provide
    Arbitrary<List<Subscription<String>>> lists() {
        return Subscriptions.ofCustomers("ann", "bob").list().ofMaxSize(12);
    }

    @Property(tries = 200)
    void whatIsLeftAddsUpAndIsAccepted(@ForAll("lists") List<Subscription<String>> subscriptions) {
        ScreenedSubscriptions<String> screened =
                SubscriptionScreening.in(MoneyUnit.CENTS).screen(subscriptions);
        assertThat(screened.total()).isEqualTo(subscriptions.size());
        if (screened.leftOut().isEmpty()) {
            assertThat(screened.ledger()).isEqualTo(SubscriptionLedger.of(subscriptions));
        }
        assertThat(SubscriptionScreening.in(MoneyUnit.CENTS)
                        .screen(subscriptions.stream()
                                .sorted((a, b) -> b.start().compareTo(a.start()))
                                .toList()))
                .isEqualTo(screened);
    }
}
