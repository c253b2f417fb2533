package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.cart.CartDefinition;
import io.cxmetrics.web.cart.CartOutcomes;
import io.cxmetrics.web.cart.CartRule;
import io.cxmetrics.web.cart.Carts;
import io.cxmetrics.web.funnel.Conversion;
import io.cxmetrics.web.funnel.ConversionUnit;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelBase;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelOrder;
import io.cxmetrics.web.funnel.TieRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Conversion, funnels and carts of a shop with 600 users in 3,605 sessions. */
@GoldenTest
class EcomConversionGoldenTest {

    private static final Funnel FUNNEL = Funnel.of(
                    "product_view", "add_to_cart", "cart", "shipping_details", "payment_details", "purchase")
            // The goldens take rows of the same second in the order of the file.
            .withTies(TieRule.AS_GIVEN);

    private final Golden golden = Golden.of("retentioneering_ecom");
    private final List<NamedCsvRecord> rows = golden.rows("ecom.csv.gz");
    private final List<WebEvent<String>> events =
            rows.stream().map(EcomConversionGoldenTest::event).toList();

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("funnel_sessions", expected -> funnels(expected, WebEvent::session))
                .check("funnel_users", expected -> funnels(expected, WebEvent::visitor))
                .check("funnel_users_window_1h", windowed(Duration.ofHours(1)))
                .check("funnel_users_window_7d", windowed(Duration.ofDays(7)))
                .check("cart_abandonment", this::carts)
                .check("conversion", this::conversion)
                .checkedElsewhere(
                        "profile",
                        "sessionize",
                        "sessions_all_events",
                        "feature_usage",
                        "retention_weekly",
                        "active_users")
                .tests();
    }

    private static WebEvent<String> event(NamedCsvRecord row) {
        Instant at = Instant.parse(row.getField("timestamp").replace(' ', 'T') + "Z");
        return WebEvent.of(row.getField("user_id"), at, kind(row.getField("event")), row.getField("event"))
                .withSession(row.getField("session_id"));
    }

    private static EventKind kind(String name) {
        return switch (name) {
            case "add_to_cart" -> EventKind.ADD_TO_CART;
            case "shipping_details" -> EventKind.CHECKOUT;
            case "purchase" -> EventKind.ORDER;
            default -> EventKind.PAGE_VIEW;
        };
    }

    private FunnelCounts count(Funnel funnel, SerializableFunction<WebEvent<String>, Object> key) {
        return events.stream().collect(FunnelCounts.aggregation(funnel, key).toCollector());
    }

    private void funnels(Expected expected, SerializableFunction<WebEvent<String>, Object> key) {
        FunnelCounts ordered = count(FUNNEL, key);
        expected.number("total", ordered.units());
        steps(expected.in("ordered"), ordered);
        steps(expected.in("any_order"), count(FUNNEL.withOrder(FunnelOrder.ANY), key));
        steps(expected.in("immediate"), count(FUNNEL.withOrder(FunnelOrder.STRICT), key));
    }

    private Consumer<Expected> windowed(Duration window) {
        return expected -> steps(expected.in("ordered"), count(FUNNEL.withWindow(window), WebEvent::visitor));
    }

    private static void steps(Expected expected, FunnelCounts counts) {
        for (int step = 0; step < expected.size(); step++) {
            expected.in(String.valueOf(step))
                    .text("step", counts.funnel().names().get(step))
                    .number("count", counts.reached(step))
                    .number("pct_of_first", counts.rate(step, FunnelBase.FIRST).percent())
                    .number(
                            "pct_of_previous",
                            counts.rate(step, FunnelBase.PREVIOUS).percent());
        }
    }

    private void carts(Expected expected) {
        CartDefinition question = CartDefinition.of(CartRule.PER_SESSION, Duration.ofMinutes(30));
        Carts all = events.stream()
                .collect(Carts.aggregation(question, WebEvent<String>::visitor, Instant.parse("2100-01-01T00:00:00Z"))
                        .toCollector());
        CartOutcomes carts = all.carts();
        expected.number("cart_sessions", carts.count())
                .number("cart_and_purchase", carts.ordered())
                .number("abandoned", carts.abandoned())
                .number("cart_abandonment_pct", all.abandonment().percent())
                .number("checkout_sessions", all.checkouts().count())
                .number("checkout_abandonment_pct", all.checkoutAbandonment().percent())
                .number("purchase_without_add_to_cart_in_session", all.ordersWithoutCart() + carts.recovered());
    }

    private void conversion(Expected expected) {
        Conversion sessions = events.stream()
                .collect(Conversion.aggregation(
                                ConversionUnit.SESSION, WebEvent<String>::session, EcomConversionGoldenTest::isPurchase)
                        .toCollector());
        Conversion users = events.stream()
                .collect(Conversion.aggregation(
                                ConversionUnit.VISITOR, WebEvent<String>::visitor, EcomConversionGoldenTest::isPurchase)
                        .toCollector());
        expected.number("sessions", sessions.units())
                .number("converted_sessions", sessions.converted())
                .number("session_cr_pct", sessions.share().percent())
                .number("users", users.units())
                .number("converted_users", users.converted())
                .number("user_cr_pct", users.share().percent())
                .number("purchases", sessions.conversions());
        for (String column : List.of("platform", "acquisition_channel")) {
            expected.in(column)
                    .groups(
                            sessionsBy(row -> row.getField(column)),
                            (group, counts) ->
                                    group.number("sessions", counts.units()).number("converted", counts.converted()));
        }
    }

    private static boolean isPurchase(WebEvent<String> event) {
        return event.kind() == EventKind.ORDER;
    }

    private Map<String, Conversion> sessionsBy(Function<NamedCsvRecord, String> group) {
        return rows.stream()
                .collect(groupingBy(
                        group,
                        Conversion.<String>aggregation(
                                        ConversionUnit.SESSION, WebEvent::session, EcomConversionGoldenTest::isPurchase)
                                .mapInput(EcomConversionGoldenTest::event)
                                .toCollector()));
    }
}
