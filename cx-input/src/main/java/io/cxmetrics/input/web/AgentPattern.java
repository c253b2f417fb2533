package io.cxmetrics.input.web;

import io.cxmetrics.input.Excerpt;
import io.cxmetrics.input.InputException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds user agents by a pattern, in any case. Agents are written by strangers, so no agent may take the command down:
 * a pattern looks at the first 1,000 characters, and at most at ten million altogether for one agent.
 *
 * <p>Belongs to one thread.
 *
 * <pre>{@code
 * AgentPattern bots = AgentPattern.of("bot|spider");
 * bots.test("Mozilla/5.0 (compatible; AhrefsBot/6.1)"); // true
 * }</pre>
 *
 * @since 0.1
 */
public final class AgentPattern implements Predicate<String> {

    private static final int LONGEST = 1000;
    private static final int MOST_STEPS = 10_000_000;
    private static final int REMEMBERED = 10_000;

    private final Pattern pattern;
    private final Map<String, Boolean> known = new HashMap<>();

    private AgentPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Returns the test of a pattern.
     *
     * @param pattern the regular expression of Java, found anywhere in an agent
     * @return the test
     * @throws InputException if the text is no regular expression
     */
    public static AgentPattern of(String pattern) {
        try {
            return new AgentPattern(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw InputException.request("pattern must be a regular expression, got " + Excerpt.of(pattern));
        } catch (StackOverflowError e) {
            throw InputException.request(
                    "pattern must be a regular expression of less depth, got " + Excerpt.of(pattern));
        }
    }

    /**
     * Tells whether an agent is meant.
     *
     * @param agent the user agent
     * @return true if the pattern is found in it
     * @throws InputException if the pattern takes too long or too much memory for it
     */
    @Override
    public boolean test(String agent) {
        String looked = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
        Boolean before = known.get(looked);
        if (before != null) {
            return before;
        }
        boolean found;
        try {
            found = pattern.matcher(new Counted(looked, new Steps())).find();
        } catch (StackOverflowError | TooLong e) {
            throw InputException.request("pattern takes too long for a user agent of " + agent.length()
                    + " characters; it must be simpler, got " + Excerpt.of(pattern.pattern()));
        }
        if (known.size() < REMEMBERED) {
            known.put(looked, found);
        }
        return found;
    }

    /** The pattern looks and looks. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("too long", null, false, false);
        }
    }

    /** How often somebody looked at a text. */
    private static final class Steps {
        private int count;

        void next() {
            if (++count > MOST_STEPS) {
                throw new TooLong();
            }
        }
    }

    /** A text that counts how often somebody looks at it. */
    private record Counted(CharSequence text, Steps steps) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.next();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
