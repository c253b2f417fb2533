package io.cxmetrics.web.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.RowOrder;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Carts of rows as files have them: until an instant, newest first, in several currencies, without sessions. */
class CartRowsTest {

    private static final Instant TEN = Instant.parse("2026-05-10T10:00:00Z");

    private static final CartDefinition HOURLY = CartDefinition.of(CartRule.PER_CART, CartCase.HOUR);

    private static WebEvent<String> at(Instant when, EventKind kind) {
        return WebEvent.of("ann", when, kind, "");
    }

    /**
     * Observed until 10:00, the cart of 9:50 is 10 minutes old: open, and abandoned neither at 10:00 nor before 10:50
     * is over.
     */
    @Test
    void aCartIsOpenAsOfATime() {
        List<WebEvent<String>> cart = List.of(at(TEN.minusSeconds(600), EventKind.ADD_TO_CART));
        assertThat(Carts.of(cart, HOURLY, TEN).carts()).isEqualTo(new CartOutcomes(0, 0, 0, 1));
        assertThat(Carts.of(cart, HOURLY, TEN).abandonment()).isEqualTo(Proportion.EMPTY);
        assertThat(Carts.of(cart, HOURLY, TEN.plusSeconds(3001)).carts()).isEqualTo(new CartOutcomes(0, 1, 0, 0));
        assertThat(Carts.of(cart, HOURLY, TEN.minusSeconds(600)).count()).isZero();
    }

    /** An item and its order in one second, in a file that is newest first. */
    @Test
    void aFileThatIsNewestFirstIsReadFromTheEnd() {
        List<WebEvent<String>> rows = List.of(
                at(TEN.plusSeconds(1), EventKind.CHECKOUT), at(TEN, EventKind.ORDER), at(TEN, EventKind.ADD_TO_CART));
        Instant later = TEN.plusSeconds(86_400);
        assertThat(Carts.of(rows, HOURLY, later).carts()).isEqualTo(new CartOutcomes(1, 0, 0, 0));
        assertThat(rows.stream().collect(Carts.toCarts(HOURLY, later)).carts()).isEqualTo(new CartOutcomes(0, 1, 0, 0));
        assertThat(rows.stream()
                        .collect(Carts.toCarts(HOURLY.withRows(RowOrder.NEWEST_FIRST), WebEvent::visitor, later))
                        .ordersWithoutCart())
                .isZero();
    }

    @Test
    void currenciesDoNotMix() {
        WebEvent<String> euros = at(TEN, EventKind.ADD_TO_CART).withAmount(10_000, MoneyUnit.of("EUR"));
        WebEvent<String> order = at(TEN.plusSeconds(5), EventKind.ORDER).withAmount(10_000, MoneyUnit.of("EUR"));
        WebEvent<String> yen = at(TEN.plusSeconds(9), EventKind.ORDER).withAmount(5000, MoneyUnit.of("JPY"));
        Carts carts = Carts.of(List.of(euros, order), HOURLY, TEN.plusSeconds(60));
        assertThat(carts.revenue()).isEqualTo(100.0);
        assertThat(carts.money()).isEqualTo(MoneyUnit.of("EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Carts.of(List.of(euros, yen), HOURLY, TEN.plusSeconds(60)))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> carts.plus(Carts.of(List.of(yen), HOURLY, TEN.plusSeconds(60))))
                .withMessage("unit of money must be EUR, got JPY");
    }

    @Test
    void computedSessionsNeedNoIds() {
        List<WebEvent<String>> rows = List.of(
                at(TEN, EventKind.ADD_TO_CART),
                at(TEN.plusSeconds(7200), EventKind.ORDER),
                WebEvent.of("bob", TEN, EventKind.ADD_TO_CART, ""),
                WebEvent.of("bob", TEN.plusSeconds(60), EventKind.ORDER, ""));
        CartDefinition bySession = CartDefinition.of(CartRule.PER_SESSION, CartCase.HOUR);
        Carts carts = Carts.of(
                Sessionizer.<String>of(SessionDefinition.GA4).sessions(rows), bySession, TEN.plusSeconds(86_400));
        assertThat(carts.carts()).isEqualTo(new CartOutcomes(1, 1, 1, 0));
    }
}
