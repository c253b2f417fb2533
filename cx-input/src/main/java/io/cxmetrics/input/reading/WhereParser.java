package io.cxmetrics.input.reading;

import io.cxmetrics.input.InputException;
import java.util.ArrayList;
import java.util.List;

/** Reads a filter from its text, by recursive descent. */
final class WhereParser {

    /** Deeper nesting is no question that a person asks. */
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    WhereParser(String text) {
        this.text = text;
    }

    Condition parse() {
        Condition condition = either();
        spaces();
        if (at < text.length()) {
            throw expected("and, or, or the end");
        }
        return condition;
    }

    private Condition either() {
        List<Condition> parts = new ArrayList<>(List.of(both()));
        while (word("or")) {
            parts.add(both());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Joined(false, parts);
    }

    private Condition both() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (word("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Joined(true, parts);
    }

    private Condition one() {
        if (++depth > DEEPEST) {
            throw InputException.request("filter must not be nested deeper than " + DEEPEST + " times");
        }
        Condition condition;
        if (word("not")) {
            condition = new Condition.Not(one());
        } else if (sign("(")) {
            condition = either();
            require(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    private Condition comparison() {
        String column = operand("a column");
        if (word("is")) {
            boolean not = word("not");
            if (!word("blank")) {
                throw expected("blank");
            }
            return not ? new Condition.Not(new Condition.Blank(column)) : new Condition.Blank(column);
        }
        if (word("not")) {
            if (!word("in")) {
                throw expected("in");
            }
            return new Condition.Not(in(column));
        }
        if (word("in")) {
            return in(column);
        }
        for (String operator : new String[] {"!=", "<>", "<=", ">=", "==", "=", "<", ">"}) {
            if (sign(operator)) {
                String plain = operator.equals("<>") ? "!=" : operator.equals("==") ? "=" : operator;
                return new Condition.Compared(column, plain, new Operand(operand("a value")));
            }
        }
        throw expected("one of = != < <= > >= in, is blank");
    }

    private Condition in(String column) {
        require("(");
        List<Operand> values = new ArrayList<>();
        do {
            values.add(new Operand(operand("a value")));
        } while (sign(","));
        require(")");
        return new Condition.In(column, values);
    }

    /** A text in quotes, or everything up to a space or a sign. */
    private String operand(String what) {
        spaces();
        if (at == text.length()) {
            throw expected(what);
        }
        char quote = text.charAt(at);
        if (quote == '\'' || quote == '"' || quote == '`') {
            return quoted(quote);
        }
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && "()=!<>,'\"`".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    private String quoted(char quote) {
        int opened = at++;
        StringBuilder inside = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean doubled = c == quote && at < text.length() && text.charAt(at) == quote;
            if (c == quote && !doubled) {
                return inside.toString();
            }
            at += doubled ? 1 : 0;
            inside.append(c);
        }
        at = opened;
        throw expected("a quote that is closed");
    }

    private void spaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Takes a key word, if it is the next one. */
    private boolean word(String word) {
        spaces();
        int end = at + word.length();
        boolean here = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length()
                        || Character.isWhitespace(text.charAt(end))
                        || "()'\"`".indexOf(text.charAt(end)) >= 0);
        at = here ? end : at;
        return here;
    }

    private boolean sign(String sign) {
        spaces();
        boolean here = text.startsWith(sign, at);
        at += here ? sign.length() : 0;
        return here;
    }

    private void require(String sign) {
        if (!sign(sign)) {
            throw expected(sign);
        }
    }

    private InputException expected(String what) {
        String rest = text.substring(Math.min(at, text.length())).strip();
        return InputException.request("filter must have " + what + " at character " + (at + 1) + ", got "
                + (rest.isEmpty() ? "its end" : rest.substring(0, Math.min(30, rest.length()))));
    }
}
