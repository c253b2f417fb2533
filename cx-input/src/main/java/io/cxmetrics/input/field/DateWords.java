package io.cxmetrics.input.field;

import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts the names in a date into short English: those of months, weekdays and halves of the day, in the order of a
 * pattern.
 */
final class DateWords {

    private static final Pattern HALF = Pattern.compile("(?i)(?<![\\p{L}])([ap])\\.?\\s?m(\\.|(?![\\p{L}]))");

    private static final TextStyle[] STYLES = {
        TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE
    };

    private final List<Map<String, String>> expected = new ArrayList<>();
    private final boolean halves;

    DateWords(String pattern, Locale locale) {
        boolean literal = false;
        boolean half = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            literal ^= c == '\'';
            boolean first = !literal && (i == 0 || pattern.charAt(i - 1) != c);
            if (first && c == 'E') {
                expected.add(days(locale));
            } else if (first
                    && (c == 'M' || c == 'L')
                    && pattern.startsWith(String.valueOf(c).repeat(3), i)) {
                expected.add(months(locale));
            } else if (first && c == 'a') {
                expected.add(halves(locale));
                half = true;
            }
        }
        this.halves = half;
    }

    private static Map<String, String> months(Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (Locale language : List.of(locale, Locale.ENGLISH)) {
            for (Month month : Month.values()) {
                String english = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                for (TextStyle style : STYLES) {
                    add(names, month.getDisplayName(style, language), english);
                }
            }
        }
        return names;
    }

    private static Map<String, String> days(Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (Locale language : List.of(locale, Locale.ENGLISH)) {
            for (DayOfWeek day : DayOfWeek.values()) {
                String english = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                for (TextStyle style : STYLES) {
                    add(names, day.getDisplayName(style, language), english);
                }
            }
        }
        return names;
    }

    /** A name, and its beginnings of three and four letters, which belong to the first name that has them. */
    private static void add(Map<String, String> names, String name, String english) {
        String plain = fold(name);
        names.putIfAbsent(plain, english);
        for (int length = 3; length <= 4 && length < plain.length(); length++) {
            names.putIfAbsent(plain.substring(0, length), english);
        }
    }

    private static Map<String, String> halves(Locale locale) {
        Map<String, String> names = new HashMap<>();
        String[] own = DateFormatSymbols.getInstance(locale).getAmPmStrings();
        names.put("am", "AM");
        names.put("pm", "PM");
        names.putIfAbsent(fold(own[0]), "AM");
        names.putIfAbsent(fold(own[1]), "PM");
        return names;
    }

    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Returns the text with English names, and with plain spaces for narrow and fixed ones. */
    String english(String text) {
        String plain = text.replace('\u00A0', ' ').replace('\u202F', ' ').replace('\u2009', ' ');
        if (expected.isEmpty()) {
            return plain;
        }
        if (halves) {
            plain = HALF.matcher(plain).replaceAll("$1M");
        }
        StringBuilder english = new StringBuilder();
        int next = 0;
        for (int i = 0; i < plain.length(); ) {
            int end = i;
            while (end < plain.length() && isOfWord(plain.charAt(end))) {
                end++;
            }
            String word = plain.substring(i, end);
            String name = end > i && next < expected.size() ? expected.get(next).get(fold(word)) : null;
            if (name != null) {
                next++;
                english.append(name);
                // The dot of an abbreviation; one of the pattern stands behind a number.
                end += isAbbreviated(plain, end) ? 1 : 0;
            } else if (end > i) {
                english.append(word);
            } else {
                english.append(plain.charAt(end++));
            }
            i = end;
        }
        return english.toString();
    }

    private static boolean isAbbreviated(String text, int at) {
        return at < text.length()
                && text.charAt(at) == '.'
                && (at + 1 == text.length() || !Character.isDigit(text.charAt(at + 1)));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
