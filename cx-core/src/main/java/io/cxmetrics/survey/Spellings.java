package io.cxmetrics.survey;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Set;

/** How files spell that there is no answer. All in lower case; compare by {@link #fold}. */
final class Spellings {

    /** Statistics packages, databases, spreadsheets and survey tools each have their own empty cell. */
    static final Set<String> BLANK = Set.of(
            "",
            "-",
            "--",
            "---",
            ".",
            "..",
            "?",
            "_",
            "\u2013",
            "\u2014",
            "\\n",
            "na",
            "<na>",
            "#na",
            "nan",
            "#nan",
            "-nan",
            "null",
            "(null)",
            "<null>",
            "#null!",
            "nil",
            "none",
            "(none)",
            "undefined",
            "missing",
            "(missing)",
            "blank",
            "(blank)",
            "<blank>",
            "empty",
            "(empty)");

    static final Set<String> NO_ANSWER = Set.of(
            "no answer",
            "no response",
            "not answered",
            "unanswered",
            "not asked",
            "skipped",
            "don't know",
            "dont know",
            "do not know",
            "don\u2019t know",
            "dk",
            "no opinion",
            "not sure",
            "unsure",
            "refused",
            "prefer not to answer",
            "prefer not to say",
            "declined",
            "offered");

    static final Set<String> NOT_APPLICABLE = Set.of(
            "n/a",
            "#n/a",
            "n.a.",
            "n.a",
            "not applicable",
            "does not apply",
            "doesn't apply",
            "never used",
            "not used",
            "have not used");

    /** White space as Unicode knows it, and the marks that editors leave behind unseen. */
    private static final CharMatcher PADDING =
            CharMatcher.whitespace().or(CharMatcher.anyOf("\uFEFF\u200B\u200E\u200F"));

    private Spellings() {}

    static String trim(String raw) {
        return PADDING.trimFrom(raw);
    }

    static String fold(String raw) {
        return trim(raw).toLowerCase(Locale.ROOT);
    }

    /** Returns the number that one to nine digits spell, or -1 for any other text. */
    static int digits(String raw) {
        int length = raw.length();
        if (length == 0 || length > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            int digit = raw.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
