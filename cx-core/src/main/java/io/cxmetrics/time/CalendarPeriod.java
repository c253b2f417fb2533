package io.cxmetrics.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The periods of the calendar that results are split by. Their labels sort as text in the order of time.
 *
 * @since 0.1
 */
public enum CalendarPeriod {

    /** From midnight to midnight. */
    DAY {
        @Override
        public LocalDate start(LocalDate date) {
            return date;
        }

        @Override
        public LocalDate next(LocalDate date) {
            return date.plusDays(1);
        }

        @Override
        public String label(LocalDate date) {
            return date.toString();
        }

        @Override
        public double perYear() {
            return DAYS_PER_YEAR;
        }
    },

    /** The week of ISO 8601, which starts on Monday; the first of a year is the one with its first Thursday. */
    WEEK {
        @Override
        public LocalDate start(LocalDate date) {
            return date.minusDays(date.getDayOfWeek().getValue() - 1L);
        }

        @Override
        public LocalDate next(LocalDate date) {
            return start(date).plusWeeks(1);
        }

        @Override
        public String label(LocalDate date) {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    date.get(IsoFields.WEEK_BASED_YEAR),
                    date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        @Override
        public double perYear() {
            return DAYS_PER_YEAR / 7;
        }
    },

    /** The month. */
    MONTH {
        @Override
        public LocalDate start(LocalDate date) {
            return date.withDayOfMonth(1);
        }

        @Override
        public LocalDate next(LocalDate date) {
            return start(date).plusMonths(1);
        }

        @Override
        public String label(LocalDate date) {
            return String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
        }

        @Override
        public double perYear() {
            return 12;
        }
    },

    /** The quarter of the year, from January, April, July and October on. */
    QUARTER {
        @Override
        public LocalDate start(LocalDate date) {
            return date.with(IsoFields.DAY_OF_QUARTER, 1);
        }

        @Override
        public LocalDate next(LocalDate date) {
            return start(date).plusMonths(3);
        }

        @Override
        public String label(LocalDate date) {
            return String.format(Locale.ROOT, "%04d-Q%d", date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR));
        }

        @Override
        public double perYear() {
            return 4;
        }
    },

    /** The year. */
    YEAR {
        @Override
        public LocalDate start(LocalDate date) {
            return date.withDayOfYear(1);
        }

        @Override
        public LocalDate next(LocalDate date) {
            return start(date).plusYears(1);
        }

        @Override
        public String label(LocalDate date) {
            return String.format(Locale.ROOT, "%04d", date.getYear());
        }

        @Override
        public double perYear() {
            return 1;
        }
    },

    /**
     * The week that starts on Sunday, as in the United States. Its label is its first day: calendars do not agree on
     * the numbers of such weeks.
     */
    WEEK_FROM_SUNDAY {
        @Override
        public LocalDate start(LocalDate date) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        }

        @Override
        public LocalDate next(LocalDate date) {
            return start(date).plusWeeks(1);
        }

        @Override
        public String label(LocalDate date) {
            return start(date).toString();
        }

        @Override
        public double perYear() {
            return WEEK.perYear();
        }
    },

    /** The week that starts on Saturday, as in Egypt. Its label is its first day. */
    WEEK_FROM_SATURDAY {
        @Override
        public LocalDate start(LocalDate date) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        }

        @Override
        public LocalDate next(LocalDate date) {
            return start(date).plusWeeks(1);
        }

        @Override
        public String label(LocalDate date) {
            return start(date).toString();
        }

        @Override
        public double perYear() {
            return WEEK.perYear();
        }
    };

    /**
     * Returns the first day of the period that a date lies in.
     *
     * @param date the date
     * @return the first day
     */
    public abstract LocalDate start(LocalDate date);

    /**
     * Returns the first day of the period after the one that a date lies in.
     *
     * @param date the date
     * @return the first day
     */
    public abstract LocalDate next(LocalDate date);

    /**
     * Returns the name of the period that a date lies in.
     *
     * @param date the date
     * @return such as {@code 2026-03-02}, {@code 2026-W10}, {@code 2026-03}, {@code 2026-Q1} or {@code 2026}
     */
    public abstract String label(LocalDate date);

    /**
     * Returns how many of these periods are in a year, to convert rates. Months, quarters and years convert exactly;
     * days and weeks by the mean year of the Gregorian calendar, which has 365.2425 days.
     *
     * @return the number
     */
    public abstract double perYear();

    /**
     * Returns how many of these periods are in another, such as 12 months in a year, and a third of a quarter in a
     * month.
     *
     * @param other the other period
     * @return {@link #perYear()} / that of the other
     */
    public double in(CalendarPeriod other) {
        return perYear() / other.perYear();
    }

    /**
     * Returns the rate of another period that grows to the same: 1 % a month are 12.68 % a year, and not 12 %. A loss
     * is a negative rate.
     *
     * @param rate the rate of this period, as a fraction of -1 or more
     * @param other the other period
     * @return (1 + rate)<sup>k</sup> - 1 for k of these periods {@linkplain #in in the other}; the rate itself for this
     *     period
     */
    public double compound(double rate, CalendarPeriod other) {
        return other == this ? rate : Math.expm1(in(other) * Math.log1p(rate));
    }

    /**
     * Returns the number of the period that a date lies in: the one of 1 January 1970 has 0, and neighbours differ by
     * 1.
     *
     * @param date the date
     * @return the number
     */
    public long index(LocalDate date) {
        return index(date.toEpochDay());
    }

    /**
     * Returns the number of the period that a day lies in.
     *
     * @param epochDay the day, as {@link LocalDate#toEpochDay()} gives it
     * @return the number, as {@link #index(LocalDate)} has it
     */
    public long index(long epochDay) {
        return switch (this) {
            case DAY -> epochDay;
            case WEEK -> Math.floorDiv(epochDay + DAYS_FROM_MONDAY, 7);
            case WEEK_FROM_SUNDAY -> Math.floorDiv(epochDay + DAYS_FROM_SUNDAY, 7);
            case WEEK_FROM_SATURDAY -> Math.floorDiv(epochDay + DAYS_FROM_SATURDAY, 7);
            case MONTH -> month(epochDay);
            case QUARTER -> Math.floorDiv(month(epochDay), 3);
            case YEAR -> Math.floorDiv(month(epochDay), 12);
        };
    }

    /**
     * Returns the first day of the period with a number: the reverse of {@link #index(LocalDate)}.
     *
     * @param index the number
     * @return the first day
     */
    public LocalDate startOf(long index) {
        return switch (this) {
            case DAY -> LocalDate.ofEpochDay(index);
            case WEEK -> LocalDate.ofEpochDay(7 * index - DAYS_FROM_MONDAY);
            case WEEK_FROM_SUNDAY -> LocalDate.ofEpochDay(7 * index - DAYS_FROM_SUNDAY);
            case WEEK_FROM_SATURDAY -> LocalDate.ofEpochDay(7 * index - DAYS_FROM_SATURDAY);
            case MONTH -> LocalDate.EPOCH.plusMonths(index);
            case QUARTER -> LocalDate.EPOCH.plusMonths(3 * index);
            case YEAR -> LocalDate.EPOCH.plusYears(index);
        };
    }

    private static long month(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getLong(ChronoField.PROLEPTIC_MONTH) - MONTHS_TO_1970;
    }

    private static final double DAYS_PER_YEAR = 365.2425;

    private static final long MONTHS_TO_1970 = 12 * 1970;

    /** 1 January 1970 was a Thursday. */
    private static final long DAYS_FROM_MONDAY = 3;

    private static final long DAYS_FROM_SUNDAY = 4;

    private static final long DAYS_FROM_SATURDAY = 5;
}
