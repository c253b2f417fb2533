package io.cxmetrics.input.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The logs of the load balancers of Amazon: application (ALB) and classic (ELB). A connection without a request has no
 * method and no status.
 *
 * <p>Source: <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html">
 * Access logs for your Application Load Balancer</a>.
 */
final class BalancerLog implements LogFormat {

    private static final Pattern START = Pattern.compile(
            "(?:(?:https?|h2|grpcs|wss?) )?\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,18}Z \\S{1,300} (?:\\S{1,60}:\\d{1,5}|-) ");

    /** Fields before the request of the classic one; the application load balancer has its type before them. */
    private static final int BEFORE_REQUEST = 11;

    static boolean isOne(String line) {
        return START.matcher(line).lookingAt();
    }

    @Override
    public @Nullable String read(String line, LogFields fields) {
        List<String> words = words(line);
        int first = words.isEmpty() || Character.isDigit(words.get(0).charAt(0)) ? 0 : 1;
        int request = first + BEFORE_REQUEST;
        if (words.size() < request + 2) {
            return "expected at least " + (request + 2) + " fields, found " + words.size();
        }
        fields.set(LogFields.TIME, words.get(first));
        fields.client(words.get(first + 2));
        fields.set(LogFields.STATUS, words.get(first + 7));
        fields.set(LogFields.SIZE, words.get(first + 10));
        fields.request(words.get(request));
        fields.set(LogFields.AGENT, words.get(request + 1));
        return null;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            boolean quoted = line.charAt(at) == '"';
            int end = line.indexOf(quoted ? '"' : ' ', at + 1);
            end = end < 0 ? line.length() : end;
            words.add(line.substring(quoted ? at + 1 : at, end));
            at = end + 1;
        }
        return words;
    }
}
