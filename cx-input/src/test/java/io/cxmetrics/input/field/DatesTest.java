package io.cxmetrics.input.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final String INVALID = "must be a date or a time";

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "2026/3/1, 2026-03-01",
        "2024-02-29, 2024-02-29",
        "2023-06-01 7:29, 2023-06-01T07:29",
        "2026-03-01T07:05:09, 2026-03-01T07:05:09",
        "2026-03-01 07:05:09.5, 2026-03-01T07:05:09.500",
        "'2026-03-01 07:05:09,123456789', 2026-03-01T07:05:09.123456789",
        "2026-03-01T07:05:09Z, 2026-03-01T07:05:09Z",
        "2026-03-01 07:05:09 UTC, 2026-03-01T07:05:09Z",
        "2026-03-01 07:05:09 GMT, 2026-03-01T07:05:09Z",
        "2026-03-01T07:05+01:00, 2026-03-01T07:05+01:00",
        "2026-03-01T07:05:00 -0530, 2026-03-01T07:05-05:30",
        "2026-03-01T07:05-05, 2026-03-01T07:05-05:00",
        "2026-03-01 7:05 PM, 2026-03-01T19:05",
        "2026-03-01 12:05\u202Fam, 2026-03-01T00:05",
        "2026-03-01\u00A012:05:00\u202FPM, 2026-03-01T12:05",
        "10/Mar/2026:10:00:17 +0100, 2026-03-10T10:00:17+01:00",
        "1/mar/2026:10:00:17, 2026-03-01T10:00:17",
    })
    void isoAndItsRelativesAreRead(String text, String moment) {
        assertThat(Dates.ISO.read("  " + text + " ")).hasToString(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/02/2026",
                "2026-02-30",
                "2023-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-01-00",
                "2026-01/02",
                "2026-01-02x",
                "2026-01-02 24:00",
                "2026-01-02 10:60",
                "2026-01-02 10:00:60",
                "2026-01-02 10:5",
                "2026-01-02 13:00 PM",
                "2026-01-02 0:30 AM",
                "2026-01-02 10:00:00.",
                "2026-01-02 10:00+19:00",
                "2026-01-02 10:00+18:30",
                "2026-01-02 10:00+1",
                "2026-01-02 10:00+01:6",
                "2026-01-02 10:00Zx",
                "2026-01-02 10:00 CET",
                "0000-01-01",
                "20260102",
                "yesterday",
                "10/Xyz/2026:10:00:00",
                "10/Mar/2026 10:00",
                "32/Mar/2026:10:00:00",
                "10/Ma"
            })
    void anythingElseIsInvalid(String text) {
        assertThat(Dates.ISO.read(text)).hasToString(INVALID);
        assertThat(Dates.ISO.read(text).reason("created")).hasToString("invalid_created");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "-",
                "0000-00-00",
                "0000-00-00 00:00:00",
                "0001-01-01 00:00:00",
                "1970-01-01",
                "1970-01-01T01:00:00+01:00",
                "9999-12-31 23:59:59",
                "0000/00/00"
            })
    void whatSystemsWriteForNoDateIsBlank(String text) {
        assertThat(Dates.ISO.read(text).isBlank()).isTrue();
        assertThat(Dates.ISO.read(text).reason("closed")).hasToString("no_closed");
    }

    @Test
    void sentinelsCanBeDaysAndOtherTextsCanBeNone() {
        assertThat(Dates.ISO.withoutSentinels().read("1970-01-01")).hasToString("1970-01-01");
        assertThat(Dates.ISO.withoutSentinels().read("0000-00-00")).hasToString(INVALID);
        assertThat(Dates.ISO.withBlank("Never", "2099-01-01").read(" never ").isBlank())
                .isTrue();
        assertThat(Dates.ISO.withBlank("Never", "2099-01-01").read("2099-01-01").isBlank())
                .isTrue();
        assertThat(Dates.ISO.withBlank("Never").read("2026-01-01").isPresent()).isTrue();
    }

    @Test
    void aPatternIsReadBesideIso() {
        Dates german = Dates.of("dd.MM.yyyy HH:mm", "dd.MM.yyyy");
        assertThat(german.read("01.02.2026 7:05")).hasToString("2026-02-01T07:05");
        assertThat(german.read("01.02.2026")).hasToString("2026-02-01");
        assertThat(german.read("2026-02-01")).hasToString("2026-02-01");
        assertThat(german.read("31.02.2026")).hasToString(INVALID);
        assertThat(Dates.of("yyyy/dd/MM").read("2026/01/02")).hasToString("2026-02-01");
        assertThat(Dates.of("yyyy/dd/MM").read("2026-01-02")).hasToString("2026-01-02");
        assertThat(Dates.of("M/d/yy, h:mm a").read("3/4/26, 5:06\u202FPM")).hasToString("2026-03-04T17:06");
        assertThat(Dates.of("M/d/yyyy h:mm a").read("3/4/2026 5:06 p.m.")).hasToString("2026-03-04T17:06");
        assertThat(Dates.of("yyyy-MM-dd HH:mm VV").read("2026-07-01 12:00 Europe/Berlin"))
                .hasToString("2026-07-01T12:00+02:00");
        assertThat(Dates.of("d 'of' MMMM yyyy").read("1 of march 2026")).hasToString("2026-03-01");
        assertThat(Dates.of("d MMM uuuu").read("1 Jan -0044")).hasToString(INVALID);
        assertThatThrownBy(() -> Dates.of("HH:mm"))
                .isInstanceOf(InputException.class)
                .hasMessage("date pattern must give a day, a month and a year, got HH:mm");
        assertThatThrownBy(() -> Dates.of("yyyy-bb")).hasMessageStartingWith("date pattern yyyy-bb: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|EEE, d MMM yyyy HH:mm:ss Z|Do, 13 Sep 2012 13:52:39 +0200|2012-09-13T13:52:39+02:00",
                "de|EEE, d MMM yyyy HH:mm:ss Z|Di, 02 Okt 2012 10:00:00 +0200|2012-10-02T10:00+02:00",
                "de|d. MMMM yyyy|3. März 2026|2026-03-03",
                "de|d. MMM yyyy|3. Sept. 2026|2026-09-03",
                "de|dd-MMM-yy|03-Dez-26|2026-12-03",
                "fr|d MMM yyyy|3 févr. 2026|2026-02-03",
                "fr|EEEE d MMMM yyyy|mardi 3 mars 2026|2026-03-03",
                "es|EEE d MMM yyyy|mar 3 mar 2026|2026-03-03",
                "en|MMM d, yyyy|Sept 3, 2026|2026-09-03",
                "en|d.MMM.yyyy|3.Sep.2026|2026-09-03",
                "de|EEE, d MMM yyyy|Mo, 13 Sep 2012|" + INVALID,
            })
    void namesOfMonthsAndDaysAreReadInTheLanguage(String language, String pattern, String text, String moment) {
        Dates dates = Dates.of(pattern).withLocale(Locale.forLanguageTag(language));
        assertThat(dates.read(text)).hasToString(moment);
    }

    /** 46082 is 1 March 2026: 45292 is 1 January 2024, then 366 + 365 + 31 + 28 days. */
    @ParameterizedTest
    @CsvSource({
        "excel, 46082, 2026-03-01",
        "excel, 46082.5, 2026-03-01T12:00",
        "excel, '46082,75', 2026-03-01T18:00",
        "excel, 1, 1900-01-01",
        "excel, 59, 1900-02-28",
        "excel, 60, " + INVALID,
        "excel, 61, 1900-03-01",
        "excel, 2958466, " + INVALID,
        "excel, 0, must not be blank",
        "epoch-seconds, 1772323200, 2026-03-01T00:00Z",
        "epoch-seconds, 1772323200.25, 2026-03-01T00:00:00.250Z",
        "epoch-seconds, -86399.5, 1969-12-31T00:00:00.500Z",
        "epoch-seconds, 999999999999, " + INVALID,
        "epoch-seconds, 0, must not be blank",
        "epoch-millis, 1772323200001, 2026-03-01T00:00:00.001Z",
        "epoch-millis, 2026-03-01, 2026-03-01",
        "epoch-millis, x, " + INVALID,
    })
    void numbersAreDatesWhenSomebodySaysWhich(String pattern, String text, String moment) {
        assertThat(Dates.of(pattern).read(text)).hasToString(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03, 2026-03",
        "202603, 2026-03",
        "2026/03, 2026-03",
        "03/2026, 2026-03",
        "3/2026, 2026-03",
        "2026-03-31T23:00-05:00, 2026-03",
        "202613, must be a month or a date",
        "0000-00-00, must not be blank",
        "'', must not be blank",
    })
    void monthsAreRead(String text, String month) {
        assertThat(Dates.ISO.months().read(text)).hasToString(month);
    }

    @Test
    void aMomentIsADayAndAnInstantInAZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Moment local = Dates.ISO.read("2026-03-01 23:30").get();
        assertThat(local.date(berlin)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(local.instant(berlin)).isEqualTo(Instant.parse("2026-03-01T22:30:00Z"));
        assertThat(local.instant(ZoneOffset.ofHours(2))).isEqualTo(Instant.parse("2026-03-01T21:30:00Z"));
        assertThat(local.hasOffset()).isFalse();
        Moment offset = Dates.ISO.read("2026-03-01 23:30Z").get();
        assertThat(offset.date(berlin)).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(offset.writtenDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(offset.hasOffset()).isTrue();
        // The clock skips 2:30 and strikes 2:30 twice.
        assertThat(Dates.ISO.read("2026-03-29 02:30").get().instant(berlin)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(Dates.ISO.read("2026-10-25 02:30").get().instant(berlin)).isEqualTo("2026-10-25T00:30:00Z");
        Moment day = Dates.ISO.read("2026-03-01").get();
        assertThat(day.isDateOnly()).isTrue();
        assertThat(day)
                .isEqualTo(Dates.of("dd.MM.yyyy").read("01.03.2026").get())
                .isNotEqualTo(local);
        assertThat(day.hashCode()).isEqualTo(Dates.ISO.read("2026/03/01").get().hashCode());
    }

    /** Another route to the same instants: the parsers of the JDK. */
    @Property
    void theFastRoadAgreesWithTheJdk(
            @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @LongRange(min = -1080, max = 1080) long minutesEast) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) minutesEast * 60);
        LocalDateTime written = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        String text = written.atOffset(offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        Value<Moment> read = Dates.ISO.withoutSentinels().read(text);
        assertThat(read.get().instant(ZoneOffset.UTC)).isEqualTo(written.toInstant(offset));
        assertThat(read.get().written()).isEqualTo(written);
    }
}
