package io.cxmetrics.input.field;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times in the order year, month, day, which no country reads otherwise, and the times of web servers'
 * logs. A formatter of the JDK takes ten times as long, which is most of what reading a file of times costs.
 */
final class IsoScanner {

    /** What 0000-00-00 is: no day of any calendar. */
    static final Moment NEVER = Moment.ofDay(LocalDate.of(0, 1, 1).toEpochDay());

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private final String text;
    private int at;

    private IsoScanner(String text) {
        this.text = text;
    }

    static boolean isNever(Moment moment) {
        return moment.equals(NEVER);
    }

    /** Reads a text without white space around it; null if it is of another form, or no day of the calendar. */
    static @Nullable Moment read(String text) {
        if (text.length() < 8 || text.length() > 45) {
            return null;
        }
        return new IsoScanner(text).moment();
    }

    private @Nullable Moment moment() {
        int year = number(4, 4);
        if (year < 0) {
            at = 0;
            return logTime();
        }
        char separator = next();
        if (separator != '-' && separator != '/') {
            return null;
        }
        int month = number(1, 2);
        if (month < 0 || next() != separator) {
            return null;
        }
        int day = number(1, 2);
        if (day < 0) {
            return null;
        }
        boolean never = year == 0 && month == 0 && day == 0;
        if (!never && !isDay(year, month, day)) {
            return null;
        }
        long epochDay = never ? 0 : epochDay(year, month, day);
        if (at == text.length()) {
            return never ? NEVER : Moment.ofDay(epochDay);
        }
        char between = next();
        if (between != 'T' && between != 't' && !isSpace(between)) {
            return null;
        }
        Moment moment = time(epochDay);
        return never && moment != null ? NEVER : moment;
    }

    /** Such as 02/Jan/2026:03:04:05 +0000. */
    private @Nullable Moment logTime() {
        int day = number(1, 2);
        if (day < 0 || next() != '/' || at + 3 > text.length()) {
            return null;
        }
        int month = -1;
        for (int i = 0; i < 12; i++) {
            if (text.regionMatches(true, at, MONTHS, 3 * i, 3)) {
                month = i + 1;
            }
        }
        at += 3;
        if (month < 0 || next() != '/') {
            return null;
        }
        int year = number(4, 4);
        if (year < 0 || !isDay(year, month, day) || next() != ':') {
            return null;
        }
        return time(epochDay(year, month, day));
    }

    private @Nullable Moment time(long epochDay) {
        int hour = number(1, 2);
        if (hour < 0 || next() != ':') {
            return null;
        }
        int minute = number(2, 2);
        int second = 0;
        int nano = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            second = number(2, 2);
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                at++;
                nano = fraction();
            }
        }
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        int half = half();
        if (half >= 0) {
            hour = hour < 1 || hour > 12 ? -1 : hour % 12 + 12 * half;
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano < 0) {
            return null;
        }
        long secondOfDay = 3600L * hour + 60L * minute + second;
        return at == text.length() ? Moment.ofLocal(epochDay, secondOfDay, nano) : offset(epochDay, secondOfDay, nano);
    }

    /** Returns 0 for AM, 1 for PM, -1 for neither. */
    private int half() {
        if (text.regionMatches(true, at, "am", 0, 2) || text.regionMatches(true, at, "pm", 0, 2)) {
            int half = Character.toLowerCase(text.charAt(at)) == 'a' ? 0 : 1;
            at += 2;
            return half;
        }
        return -1;
    }

    private @Nullable Moment offset(long epochDay, long secondOfDay, int nano) {
        char sign = next();
        if (sign == 'Z' || sign == 'z' || isUtc(sign)) {
            return at == text.length() ? Moment.ofOffset(epochDay, secondOfDay, nano, 0) : null;
        }
        int hours = sign == '+' || sign == '-' ? number(2, 2) : -1;
        int minutes = 0;
        if (hours >= 0 && at < text.length()) {
            if (text.charAt(at) == ':') {
                at++;
            }
            minutes = number(2, 2);
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != text.length()) {
            return null;
        }
        int offset = 3600 * hours + 60 * minutes;
        return offset > 18 * 3600 ? null : Moment.ofOffset(epochDay, secondOfDay, nano, sign == '-' ? -offset : offset);
    }

    private boolean isUtc(char first) {
        boolean utc = (first == 'U' && text.startsWith("TC", at)) || (first == 'G' && text.startsWith("MT", at));
        at += utc ? 2 : 0;
        return utc;
    }

    private int fraction() {
        int start = at;
        int nano = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            nano = at - start < 9 ? 10 * nano + text.charAt(at) - '0' : nano;
            at++;
        }
        int digits = at - start;
        for (int i = digits; i < 9; i++) {
            nano *= 10;
        }
        return digits == 0 || digits > 12 ? -1 : nano;
    }

    private char next() {
        return at < text.length() ? text.charAt(at++) : 0;
    }

    /** Reads digits, -1 if there are too few; more than the most are left for what follows. */
    private int number(int least, int most) {
        int start = at;
        int number = 0;
        while (at < text.length() && at - start < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = 10 * number + text.charAt(at++) - '0';
        }
        return at - start < least ? -1 : number;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static long epochDay(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay();
    }
}
