package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    private static List<String> periods(String date, String... more) {
        String[] args = new String[7 + more.length];
        System.arraycopy(
                new String[] {"nps", "-", "--rating=r", "--over=d", "--format=csv", "--delimiter=|", "--by=r"},
                0,
                args,
                0,
                7);
        System.arraycopy(more, 0, args, 7, more.length);
        Run run = Run.withInput("r|d\n10|" + date + "\n", args);
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(fields -> fields[1].equals("total_period"))
                .map(fields -> fields[3])
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, day, 2026-01-01",
        "2026-01-01, week, 2026-W01",
        "2025-12-29, week, 2026-W01", // ISO 8601: the week of the year's first Thursday
        "2027-01-03, week, 2026-W53",
        "2026-03-31 23:59, month, 2026-03",
        "2026-04-01T00:00:00.123456789, quarter, 2026-Q2",
        "2026/12/31 08:15, year, 2026",
        "2026-02-30, day, (invalid date)",
        "'', day, (no date)",
        "N/A, day, (invalid date)",
        "NULL, day, (no date)",
        "03/04/2026, day, (invalid date)", // March or April: never guessed
    })
    void labelsPeriods(String date, String per, String label) {
        assertThat(periods(date, "--per", per)).containsExactly(label);
    }

    @Test
    void takesTheDayFromTheZone() {
        String justAfterNewYearInTokyo = "2026-01-01T00:30:00+09:00";
        assertThat(periods(justAfterNewYearInTokyo, "--per=day", "--zone=Asia/Tokyo"))
                .containsExactly("2026-01-01");
        assertThat(periods(justAfterNewYearInTokyo, "--per=day", "--zone=UTC")).containsExactly("2025-12-31");
        assertThat(periods("2026-01-01 00:30 Z", "--per=day", "--zone=America/New_York"))
                .containsExactly("2025-12-31");
        assertThat(periods("2026-01-01 00:30", "--per=day", "--zone=America/New_York"))
                .containsExactly("2026-01-01");
    }

    @Test
    void readsOtherFormatsByPattern() {
        assertThat(periods("31.12.2026", "--per=day", "--date-format=dd.MM.yyyy"))
                .containsExactly("2026-12-31");
        assertThat(periods("2020/06/16 9:41:36 PM EST", "--per=day", "--date-format=yyyy/MM/dd h:mm:ss a 'EST'"))
                .containsExactly("2020-06-16");
        assertThat(periods("1767225599.25", "--per=day", "--date-format=epoch-seconds", "--zone=UTC"))
                .containsExactly("2025-12-31");
        assertThat(periods("1767225599250", "--per=day", "--date-format=epoch-millis", "--zone=Asia/Tokyo"))
                .containsExactly("2026-01-01");
        assertThat(periods("2026-01-01", "--per=day", "--date-format=epoch-millis", "--zone=UTC"))
                .containsExactly("2026-01-01"); // ISO is read beside any pattern
        assertThat(periods("-1", "--per=day", "--date-format=epoch-seconds", "--zone=UTC"))
                .containsExactly("1969-12-31");
        assertThat(Run.withInput("r,d\n1,x\n", "nps", "-", "--rating=r", "--over=d", "--date-format=bogus"))
                .isEqualTo(new Run(2, "", "cx: date pattern bogus: Unknown pattern letter: b\n"));
    }

    @Test
    void groupsHaveThePeriodsOfTheWholeFile() {
        Run run = Run.withInput(
                "r,plan,d\n10,a,2026-01-05\n0,b,2026-01-06\n9,a,2026-02-01\n8,a,\n",
                "nps",
                "-",
                "--rating=r",
                "--by=plan",
                "--over=d",
                "--format=csv");
        assertThat(run.out()
                        .lines()
                        .map(line -> line.split(",", -1))
                        .map(f -> String.join(" ", f[1], f[2], f[3], f[5])))
                .containsExactly(
                        "level plan period n",
                        "total   4",
                        "total_period  (no date) 1",
                        "total_period  2026-01 2",
                        "total_period  2026-02 1",
                        "group a  3",
                        "group_period a (no date) 1",
                        "group_period a 2026-01 1",
                        "group_period a 2026-02 1",
                        "group b  1",
                        "group_period b (no date) 0",
                        "group_period b 2026-01 1",
                        "group_period b 2026-02 0");
    }
}
