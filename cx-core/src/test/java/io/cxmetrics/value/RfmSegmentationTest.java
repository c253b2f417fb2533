package io.cxmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RfmSegmentationTest {

    /** Five customers, each better in all three than the one before: a bought once, e five times. */
    private static Map<String, PurchaseHistory> histories() {
        List<Activity<String>> bought = new ArrayList<>();
        for (int customer = 0; customer < 5; customer++) {
            for (int month = 0; month <= customer; month++) {
                bought.add(
                        Activity.on(String.valueOf((char) ('a' + customer)), LocalDate.of(2026, 1 + month, 1), 1000));
            }
        }
        return PurchaseHistory.from(
                ActivityLog.of(bought), PurchaseDefinition.in(ZoneOffset.UTC), LocalDate.of(2026, 5, 1));
    }

    @Test
    void segmentsAddUpToAll() {
        RfmSegmentation<String> rfm =
                RfmSegmentation.of(histories(), RfmBreakRule.QUANTILES, Comparator.naturalOrder());
        assertThat(rfm.score("a").cell()).isEqualTo("111");
        assertThat(rfm.segment("a")).isEqualTo(RfmSegment.LOST);
        assertThat(rfm.score("c").cell()).isEqualTo("333");
        assertThat(rfm.segment("c")).isEqualTo(RfmSegment.NEED_ATTENTION);
        assertThat(rfm.segment("e")).isEqualTo(RfmSegment.CHAMPIONS);
        assertThat(rfm.breaks()).isPresent();
        RfmProfile champions = rfm.profile(RfmSegment.CHAMPIONS);
        assertThat(champions.meanSpend()).isEqualTo(50);
        assertThat(champions.share(rfm.all()).rate()).isEqualTo(0.2);
        // 50 of 10 + 20 + 30 + 40 + 50
        assertThat(champions.spendShare(rfm.all())).isEqualTo(50 / 150.0);
        assertThat(rfm.all().meanFrequency()).isEqualTo(3);
        // Days since 1 January, 1 February, 1 March, 1 April and 1 May.
        assertThat(rfm.all().meanRecency()).isEqualTo((120 + 89 + 61 + 30 + 0) / 5.0);
        assertThat(rfm.profile(RfmSegment.NEW)).isEqualTo(RfmProfile.EMPTY);
        assertThat(rfm).hasToString("RfmSegmentation[5 customers]");
        assertThatThrownBy(() -> rfm.score("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer must be one of the histories, got x");
    }

    @Test
    void tilesHaveNoBreaks() {
        RfmSegmentation<String> rfm = RfmSegmentation.of(histories(), RfmBreakRule.TILES, Comparator.naturalOrder());
        assertThat(rfm.breaks()).isEmpty();
        assertThat(rfm.scores().cells()).containsOnlyKeys("111", "222", "333", "444", "555");
    }

    @Test
    void withoutCustomersThereIsNothingToDivideBy() {
        RfmProfile none = RfmSegmentation.<String>of(Map.of(), RfmBreakRule.QUANTILES, Comparator.naturalOrder())
                .all();
        assertThat(none.meanRecency()).isNaN();
        assertThat(none.meanFrequency()).isNaN();
        assertThat(none.meanSpend()).isNaN();
        assertThat(none.spendShare(none)).isNaN();
        assertThat(none.share(none).rate()).isNaN();
        assertThat(none.spend()).isZero();
        RfmProfile unknown = RfmProfile.of(List.of(PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 5)));
        assertThat(unknown.spend()).isNaN();
        assertThat(unknown.meanRecency()).isEqualTo(5);
    }

    @Test
    void aStoredProfileIsChecked() {
        StoredForm form = RfmProfile.of(
                        List.of(PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 5).withSpend(500, 0, 0, MoneyUnit.CENTS)))
                .storedForm();
        assertThatThrownBy(() -> RfmProfile.ofStored(form.with("frequency", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frequency must not be below customers (1), got 0");
        assertThatThrownBy(() -> RfmProfile.ofStored(form.with("decimals", (String) null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit of money must be given with amounts, got none");
    }
}
