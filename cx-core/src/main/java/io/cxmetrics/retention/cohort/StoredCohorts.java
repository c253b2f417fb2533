package io.cxmetrics.retention.cohort;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The cohorts of a table as columns: one entry for each cohort, and the cells of all cohorts one after another. */
final class StoredCohorts {

    private StoredCohorts() {}

    static StoredForm stored(StoredForm form, Map<LocalDate, Cohort> cohorts) {
        List<CohortCell> cells = cohorts.values().stream()
                .flatMap(cohort -> cohort.cells().stream())
                .toList();
        return form.with(
                        "starts",
                        cohorts.keySet().stream()
                                .mapToLong(LocalDate::toEpochDay)
                                .toArray())
                .with("sizes", cohorts.values().stream().mapToLong(Cohort::size).toArray())
                .with(
                        "intervalCounts",
                        cohorts.values().stream()
                                .mapToLong(cohort -> cohort.cells().size())
                                .toArray())
                .with("eligible", longs(cells, CohortCell::eligible))
                .with("active", longs(cells, CohortCell::active))
                .with("previouslyActive", longs(cells, CohortCell::previouslyActive))
                .with("activeDays", longs(cells, CohortCell::activeDays))
                .with("amounts", longs(cells, CohortCell::amount))
                .with("startAmounts", longs(cells, CohortCell::startAmount))
                .with("cumulativeAmounts", longs(cells, CohortCell::cumulativeAmount));
    }

    private static long[] longs(List<CohortCell> cells, ToLongFunction<CohortCell> part) {
        return cells.stream().mapToLong(part).toArray();
    }

    /** The first day of a period, as it is stored. */
    static LocalDate start(CalendarPeriod period, long epochDay, int index) {
        boolean valid = ChronoField.EPOCH_DAY.range().isValidValue(epochDay);
        if (!valid || !period.start(LocalDate.ofEpochDay(epochDay)).equals(LocalDate.ofEpochDay(epochDay))) {
            throw new IllegalArgumentException(
                    "starts must be first days of a " + period + ", got " + epochDay + " at index " + index);
        }
        return LocalDate.ofEpochDay(epochDay);
    }

    static Map<LocalDate, Cohort> ofStored(CalendarPeriod period, StoredFields fields) {
        fields.sameLength("starts", "sizes", "intervalCounts")
                .sameLength(
                        "eligible",
                        "active",
                        "previouslyActive",
                        "activeDays",
                        "amounts",
                        "startAmounts",
                        "cumulativeAmounts");
        long[] starts = fields.wholes("starts");
        long[] sizes = fields.wholes("sizes");
        long[] counts = fields.wholes("intervalCounts");
        List<CohortCell> cells = cells(fields);
        Map<LocalDate, Cohort> cohorts = new HashMap<>();
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            if (counts[i] < 0 || counts[i] > cells.size() - at) {
                throw new IllegalArgumentException("intervalCounts must add up to the cells (" + cells.size()
                        + "), got " + counts[i] + " at index " + i);
            }
            List<CohortCell> own = cells.subList(at, at + (int) counts[i]);
            at += own.size();
            for (CohortCell cell : own) {
                if (cell.eligible() > sizes[i]) {
                    throw new IllegalArgumentException(
                            "eligible must not exceed sizes (" + sizes[i] + "), got " + cell.eligible());
                }
            }
            if (cohorts.put(start(period, starts[i], i), new Cohort(sizes[i], own)) != null) {
                throw new IllegalArgumentException("starts must be given once, got " + starts[i] + " twice");
            }
        }
        if (at != cells.size()) {
            throw new IllegalArgumentException(
                    "intervalCounts must add up to the cells (" + cells.size() + "), got " + at);
        }
        return cohorts;
    }

    private static List<CohortCell> cells(StoredFields fields) {
        long[] eligible = fields.wholes("eligible");
        long[] active = fields.wholes("active");
        long[] previouslyActive = fields.wholes("previouslyActive");
        long[] activeDays = fields.wholes("activeDays");
        long[] amounts = fields.wholes("amounts");
        long[] startAmounts = fields.wholes("startAmounts");
        long[] cumulativeAmounts = fields.wholes("cumulativeAmounts");
        List<CohortCell> cells = new ArrayList<>();
        for (int i = 0; i < eligible.length; i++) {
            cells.add(new CohortCell(
                    eligible[i],
                    active[i],
                    previouslyActive[i],
                    activeDays[i],
                    amounts[i],
                    startAmounts[i],
                    cumulativeAmounts[i]));
        }
        return cells;
    }
}
