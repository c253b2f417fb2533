package io.cxmetrics.benchmarks;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.rival.DuckDbSuite;
import io.cxmetrics.benchmarks.rival.Reading;
import io.cxmetrics.retention.cohort.CohortMatrix;
import io.cxmetrics.time.CalendarPeriod;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;

/** Who came back in which month, by the month they came first, over three years. */
@HotPath(value = "Cohorts by month", growsTo = 10_000_000)
public class Cohorts extends DuckDbSuite {

    private static final int MONTHS = 36;
    private static final YearMonth FIRST = YearMonth.of(2022, 1);
    private static final LocalDate UNTIL = LocalDate.of(2025, 1, 1);
    private static final String QUERY = """
            with seen as (select distinct u, (year(done) - 2022) * 12 + month(done) - 1 as m from t),
                cohort as (select u, min(m) as c from seen group by u)
            select c, m - c, count(*) from seen join cohort using (u) group by all""";

    private int[] actors = {};
    private long[] millis = {};

    @Override
    protected void fill(int size) throws Exception {
        SplittableRandom random = new SplittableRandom(52);
        long start = Instant.parse("2022-01-01T00:00:00Z").toEpochMilli();
        long end = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
        long[] firsts = random.longs(Math.max(1, size / 20), start, end).toArray();
        actors = random.ints(size, 0, firsts.length).toArray();
        millis = new long[size];
        for (int i = 0; i < size; i++) {
            long first = firsts[actors[i]];
            millis[i] = first + (long) (random.nextDouble() * random.nextDouble() * (end - first));
        }
        load("u integer, done timestamp", size, (row, i) -> {
            row.append(actors[i]);
            row.append(LocalDateTime.ofEpochSecond(
                    Math.floorDiv(millis[i], 1000), Math.floorMod(millis[i], 1000) * 1_000_000, ZoneOffset.UTC));
        });
    }

    @Benchmark
    @Kernel
    public long[][] library() {
        CohortMatrix matrix = CohortMatrix.of(actors, millis, CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL.minusDays(1));
        long[][] active = new long[MONTHS][MONTHS];
        for (LocalDate date : matrix.cohorts()) {
            int cohort = index(YearMonth.from(date));
            for (int k = 0; k < matrix.observed(date); k++) {
                active[cohort][k] = matrix.retention(date, k).events();
            }
        }
        return active;
    }

    private static int index(YearMonth month) {
        return (int) FIRST.until(month, ChronoUnit.MONTHS);
    }

    @Benchmark
    @Reference("adding up both columns")
    public long read() {
        return Reading.of(actors) + Reading.of(millis);
    }

    @Benchmark
    @Rival(value = "nested maps and sets", atLeast = 150)
    public long[][] maps() {
        Map<Integer, Long> firsts = new HashMap<>();
        for (int i = 0; i < actors.length; i++) {
            firsts.merge(actors[i], millis[i], Math::min);
        }
        Map<Integer, Map<Integer, Set<Integer>>> cohorts = new TreeMap<>();
        for (int i = 0; i < actors.length; i++) {
            int cohort = month(requireNonNull(firsts.get(actors[i])));
            cohorts.computeIfAbsent(cohort, month -> new TreeMap<>())
                    .computeIfAbsent(month(millis[i]) - cohort, offset -> new HashSet<>())
                    .add(actors[i]);
        }
        long[][] active = new long[MONTHS][MONTHS];
        cohorts.forEach((cohort, offsets) -> offsets.forEach((offset, who) -> active[cohort][offset] = who.size()));
        return active;
    }

    private static int month(long at) {
        return index(YearMonth.from(Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC)));
    }

    @Benchmark
    @Rival(value = "DuckDB, distinct and join", atLeast = 25)
    public long[][] duck() throws SQLException {
        return ask(1, QUERY, rows -> {
            long[][] active = new long[MONTHS][MONTHS];
            while (rows.next()) {
                active[rows.getInt(1)][rows.getInt(2)] = rows.getLong(3);
            }
            return active;
        });
    }
}
