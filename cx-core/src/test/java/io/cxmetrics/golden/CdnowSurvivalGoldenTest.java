package io.cxmetrics.golden;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.testkit.GoldenTest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How long buyers of music take to buy again. */
@GoldenTest
class CdnowSurvivalGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("cdnow")
                .check("km_second_purchase", expected -> KaplanMeierGolden.check(expected, untilSecondPurchase()))
                .checkedElsewhere(
                        "profile",
                        "upstream_summary",
                        "cohort_month",
                        "weekly_retention_rolling_origin",
                        "day_n_retention",
                        "churn_inactivity",
                        "repeat_rate",
                        "growth_accounting",
                        "dau_wau_mau",
                        "interpurchase_days")
                .tests();
    }

    private static EventTimes untilSecondPurchase() {
        Map<String, TreeSet<Long>> days = SharedCsv.headless("data/cdnow/CDNOW_master.txt.gz").stream()
                .map(row -> row.getField(0).strip().split(" +"))
                .filter(row -> !row[0].equals("customer_id"))
                .collect(groupingBy(row -> row[0], mapping(row -> day(row[1]), toCollection(TreeSet::new))));
        long end = days.values().stream()
                .flatMap(Collection::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        return days.values().stream()
                .map(dates -> {
                    Iterator<Long> next = dates.iterator();
                    long first = next.next();
                    return next.hasNext() ? EventTime.of(next.next() - first, true) : EventTime.of(end - first, false);
                })
                .collect(EventTimes.aggregation().toCollector());
    }

    private static long day(String date) {
        return LocalDate.parse(date, BASIC_ISO_DATE).toEpochDay();
    }
}
