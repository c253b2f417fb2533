package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.MoneyUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityScreeningTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final MoneyUnit YEN = MoneyUnit.of("JPY");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void countsEachActivityOnce() {
        List<Activity<String>> all = List.of(
                Activity.of("ann", MONDAY, 100, EURO),
                Activity.of("ann", MONDAY, 5000, YEN),
                Activity.of("ann", MONDAY),
                Activity.of("bot", MONDAY, 5000, YEN),
                Activity.of("bob", MONDAY.plusSeconds(1), 7, EURO),
                Activity.of("bob", MONDAY.minusSeconds(1), 7, EURO));
        ScreenedActivities<String> screened = ActivityScreening.in(EURO)
                .withActors(Set.of("ann", "bob"))
                .withObservedUntil(MONDAY.plusSeconds(1))
                .screen(all);
        assertThat(screened.log().unit()).isEqualTo(EURO);
        assertThat(requireNonNull(screened.log().histories().get("ann")).amount())
                .isEqualTo(100);
        assertThat(screened.leftOut())
                .isEqualTo(Map.of(
                        ActivityFlaw.UNKNOWN_ACTOR,
                        1L,
                        ActivityFlaw.NOT_OBSERVED,
                        1L,
                        ActivityFlaw.OTHER_CURRENCY,
                        1L));
        assertThat(screened.leftOut(ActivityFlaw.OTHER_CURRENCY)).isOne();
        assertThat(screened.total()).isEqualTo(6);
        assertThat(ActivityScreening.in(EURO).screen(all).leftOut(ActivityFlaw.NOT_OBSERVED))
                .isZero();
    }

    /** 100 euro and 5000 yen are not 5,100 of anything, in whichever order they come. */
    @Test
    void refusesTwoUnitsOfMoneyInOneLog() {
        Activity<String> euro = Activity.of("ann", MONDAY, 10_000, EURO);
        Activity<String> yen = Activity.of("bob", MONDAY, 5000, YEN);
        assertThatThrownBy(() -> ActivityLog.of(List.of(euro, yen)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit of money must be EUR, got JPY");
        assertThatThrownBy(() -> ActivityLog.of(List.of(yen, euro))).hasMessage("unit of money must be JPY, got EUR");
        assertThatThrownBy(() -> ActivityLog.of(List.of(euro)).plus(ActivityLog.of(List.of(yen))))
                .hasMessage("unit of money must be EUR, got JPY");
        assertThatThrownBy(() -> ActivityLog.of(List.of(euro, Activity.of("bob", MONDAY, 1))))
                .hasMessage("unit of money must be EUR, got no currency, 2 decimals");
        assertThatThrownBy(() -> new Activity<>("ann", MONDAY, 1, null))
                .hasMessage("unit must be given with an amount, got none with 1");
    }

    @Test
    void activitiesWithoutAnAmountGoWithAnyUnit() {
        ActivityLog<String> visits = ActivityLog.of(List.of(Activity.of("ann", MONDAY), Activity.of("ann", MONDAY, 0)));
        assertThat(visits.unit()).isNull();
        assertThat(visits.plus(ActivityLog.of(List.of(Activity.of("bob", MONDAY, 3, YEN))))
                        .unit())
                .isEqualTo(YEN);
    }
}
