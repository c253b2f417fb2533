package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PurchaseDefinitionTest {

    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    /**
     * Ann took 7 days, though she bought twice on the first; Bob is open for 29; Cid gave back only; Dee comes later.
     */
    private static final ActivityLog<String> SHOP = log(
            on("ann", "03-02", 100),
            on("ann", "03-02", 100),
            on("ann", "03-09", 100),
            on("ann", "03-20", 100),
            on("bob", "03-02", 100),
            on("bob", "03-05", -100),
            on("bob", "04-01", 100),
            on("cid", "03-02", -50),
            on("dee", "04-02", 50));

    @Test
    void secondPurchasesAreEventsAndFirstOnesAreOpen() {
        assertThat(DAYS.timesToSecond(SHOP, END))
                .isEqualTo(EventTimes.ofEvents(7).plus(EventTimes.ofCensored(29)));
        assertThat(DAYS.timesToSecond(SHOP, END.plusDays(1))).isEqualTo(EventTimes.ofEvents(7, 30));
        assertThat(DAYS.withPeriod(CalendarPeriod.MONTH).timesToSecond(SHOP, END))
                .isEqualTo(EventTimes.ofCensored(0, 0));
        assertThat(DAYS.withRule(PurchaseRule.EVERY_ACTIVITY).timesToSecond(SHOP, END))
                .isEqualTo(EventTimes.ofEvents(3, 7).plus(EventTimes.ofCensored(29)));
        assertThat(DAYS.timesToSecond(ActivityLog.empty(), END)).isEqualTo(EventTimes.EMPTY);
    }

    @Provide
    Arbitrary<List<Activity<String>>> logs() {
        return Bought.purchases().list().ofMaxSize(30);
    }

    /** As many events as customers who came back, whose histories know the last purchase only. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void eventsAreTheRepeatCustomers(@ForAll("logs") List<Activity<String>> purchases) {
        ActivityLog<String> log = ActivityLog.of(purchases);
        EventTimes times = DAYS.timesToSecond(log, END);
        Map<String, PurchaseHistory> histories = PurchaseHistory.from(log, DAYS, END);
        assertThat(times.count()).isEqualTo(histories.size());
        assertThat(times.events())
                .isEqualTo(histories.values().stream()
                        .filter(history -> history.frequency() > 0)
                        .count());
        long oldest = histories.values().stream()
                .mapToLong(PurchaseHistory::age)
                .max()
                .orElse(0);
        assertThat(Arrays.stream(times.times()).max().orElse(0)).isLessThanOrEqualTo(oldest);
    }
}
