package io.cxmetrics.cli.input;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The calendar periods that results can be split by. Their labels sort as text in the order of time. */
public enum Period {
    DAY {
        @Override
        public String of(LocalDate date) {
            return date.toString();
        }
    },
    WEEK {
        @Override
        public String of(LocalDate date) {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    date.get(IsoFields.WEEK_BASED_YEAR),
                    date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    MONTH {
        @Override
        public String of(LocalDate date) {
            return String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
        }
    },
    QUARTER {
        @Override
        public String of(LocalDate date) {
            return String.format(Locale.ROOT, "%04d-Q%d", date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR));
        }
    },
    YEAR {
        @Override
        public String of(LocalDate date) {
            return String.format(Locale.ROOT, "%04d", date.getYear());
        }
    };

    public abstract String of(LocalDate date);
}
