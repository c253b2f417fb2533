package io.cxmetrics.input.field;

import io.cxmetrics.survey.Screening;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Readers of names, keys and words.
 *
 * <p>What reads as blank differs by what a column holds. In a column of names {@code NA} is a country and {@code None}
 * may be a plan, so only what no name can be is blank there: white space, {@code NULL}, {@code \N}, {@code (not set)}
 * and their like.
 *
 * @since 0.1
 */
public final class Names {

    private static final Set<String> BLANK = Set.of(
            "",
            "-",
            "null",
            "(null)",
            "<null>",
            "\\n",
            "#n/a",
            "#null!",
            "nan",
            "undefined",
            "(not set)",
            "(blank)",
            "(empty)",
            "(none)",
            "(missing)",
            "<na>");

    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0");

    private Names() {}

    /**
     * Returns the reader of a key or a name that must be there. White space around it does not count. One of several
     * lines is invalid: two stray quotes have made one cell of the rows between them.
     *
     * @return the reader
     */
    public static FieldReader<String> required() {
        return text -> {
            String name = text.strip();
            if (isBlank(name)) {
                return Value.blank();
            }
            return name.indexOf('\n') < 0 && name.indexOf('\r') < 0
                    ? Value.of(name)
                    : Value.invalid("be on one line (is a quote open?)");
        };
    }

    /**
     * Returns the reader of a label that groups are made by. A blank one is a group of its own.
     *
     * @return the reader, which gives an empty text for blank
     */
    public static FieldReader<String> label() {
        return text -> {
            String name = text.strip();
            return Value.of(isBlank(name) ? "" : name);
        };
    }

    /**
     * Tells whether a text is no name.
     *
     * @param text the text
     * @return true for white space and what systems write for no name
     */
    public static boolean isBlank(String text) {
        String name = text.strip();
        return name.isEmpty() || (name.length() <= 9 && BLANK.contains(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns the reader of yes and no: {@code yes}, {@code y}, {@code true}, {@code t}, {@code 1} and their opposites.
     *
     * @return the reader
     */
    public static FieldReader<Boolean> flag() {
        return text -> {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (YES.contains(word)) {
                return Value.of(true);
            }
            if (NO.contains(word)) {
                return Value.of(false);
            }
            return Screening.blank(word) ? Value.blank() : Value.invalid("be yes or no");
        };
    }

    /**
     * Returns the reader of a column in which some texts mean yes and all others no.
     *
     * @param yes the texts that mean yes, in this case
     * @return the reader
     */
    public static FieldReader<Boolean> flag(List<String> yes) {
        Set<String> said = Set.copyOf(yes);
        return text -> {
            String word = text.strip();
            return said.contains(word) ? Value.of(true) : Screening.blank(word) ? Value.blank() : Value.of(false);
        };
    }

    /**
     * Returns the reader of currencies.
     *
     * @return the reader of the three letters of ISO 4217
     */
    public static FieldReader<Currency> currency() {
        return text -> {
            String code = text.strip();
            if (isBlank(code)) {
                return Value.blank();
            }
            try {
                return Value.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return Value.invalid("be a currency of ISO 4217");
            }
        };
    }

    /**
     * Returns the reader of the constants of an enum, in any case, with a space or a hyphen for each underscore.
     *
     * @param type the enum
     * @param <E> its type
     * @return the reader
     */
    public static <E extends Enum<E>> FieldReader<E> constant(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String rule = "be one of "
                + Arrays.stream(constants)
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return text -> {
            if (isBlank(text)) {
                return Value.blank();
            }
            String name = text.strip().replace(' ', '_').replace('-', '_');
            for (E constant : constants) {
                if (constant.name().equalsIgnoreCase(name)) {
                    return Value.of(constant);
                }
            }
            return Value.invalid(rule);
        };
    }
}
