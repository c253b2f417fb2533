package io.cxmetrics.cli.input;

import io.cxmetrics.report.Terminal;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests in the log of a web server, one at a time, in the common or the combined format: a file or standard
 * input, gzip or plain. A line of neither format is reported, counted and passed over.
 */
public final class AccessLog implements Closeable {

    /** The fields that groups can be made by. */
    private static final List<String> FIELDS = List.of("ip", "user", "method", "status", "referrer", "agent");

    /** A line that is longer is no request; without a limit a file without line breaks would fill the memory. */
    private static final int LONGEST = 1 << 20;

    private final String name;
    private final Problems problems;
    private final Charset charset;
    private final BufferedReader reader;
    private final LogTime times = new LogTime();
    private final StringBuilder buffer = new StringBuilder();
    private long line;
    private @Nullable Request current;

    private AccessLog(String name, InputStream in, Charset charset, Problems problems) {
        this.name = name;
        this.problems = problems;
        this.charset = charset;
        this.reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }

    /**
     * A request.
     *
     * @param ip the address it came from
     * @param user who was logged in, empty if nobody was
     * @param time when it was, as written
     * @param at when it was, null if that is no time
     * @param method what was asked for, empty if the request was none
     * @param target of what, empty if the request was none
     * @param status how it was answered
     * @param referrer the page it came from, empty if unknown
     * @param agent the user agent, empty if unknown
     */
    public record Request(
            String ip,
            String user,
            String time,
            @Nullable Instant at,
            String method,
            String target,
            int status,
            String referrer,
            String agent) {

        Request withTarget(String newMethod, String newTarget) {
            return new Request(ip, user, time, at, newMethod, newTarget, status, referrer, agent);
        }

        private String field(int column) {
            return switch (column) {
                case 0 -> ip;
                case 1 -> user;
                case 2 -> method;
                case 3 -> String.valueOf(status);
                case 4 -> referrer;
                default -> agent;
            };
        }

        /** Returns the values that groups are made by. */
        public List<String> labels(List<Integer> columns) {
            return columns.stream().map(this::field).toList();
        }
    }

    /**
     * Opens a log.
     *
     * @param file the path, or {@code -} for standard input
     */
    public static AccessLog open(
            String file, InputStream stdin, Charset charset, Problems problems, Terminal terminal, PrintWriter err) {
        try {
            InputStream in = FileInput.open(file, stdin, terminal, err);
            return new AccessLog(file, in, FileInput.charset(in, charset), problems);
        } catch (IOException e) {
            throw CliException.badData(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** Finds a field by its name. */
    public static int column(String wanted) {
        int found = FIELDS.indexOf(wanted.strip());
        if (found < 0) {
            throw CliException.usage("--by: must be one of " + String.join(", ", FIELDS) + ", got " + wanted);
        }
        return found;
    }

    /** Goes to the next line that is a request. */
    public boolean next() {
        while (pull()) {
            String text = buffer.toString();
            if (text.isBlank()) {
                continue;
            }
            if (text.indexOf('\uFFFD') >= 0) {
                problems.damaged(line, charset);
            }
            if (text.length() >= LONGEST) {
                problems.malformedRow(line, "longer than " + LONGEST + " characters");
                continue;
            }
            try {
                current = LogLine.read(text, times);
                return true;
            } catch (IllegalArgumentException e) {
                problems.malformedRow(line, String.valueOf(e.getMessage()));
            }
        }
        current = null;
        return false;
    }

    /** Returns the request of this line. */
    public Request request() {
        if (current == null) {
            throw new IllegalStateException("no current request");
        }
        return current;
    }

    public long line() {
        return line;
    }

    /** Takes the next line into the buffer, no more of it than is looked at. */
    private boolean pull() {
        buffer.setLength(0);
        boolean any = false;
        try {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                any = true;
                if (c == '\n') {
                    break;
                }
                if (buffer.length() < LONGEST) {
                    buffer.append((char) c);
                }
            }
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "unexpected end" : e.getMessage();
            throw CliException.badData(name + ": cannot be read to its end: " + reason);
        }
        int last = buffer.length() - 1;
        if (last >= 0 && buffer.charAt(last) == '\r') {
            buffer.setLength(last);
        }
        line += any ? 1 : 0;
        if (line == 1 && buffer.length() > 0 && buffer.charAt(0) == '\uFEFF') {
            buffer.deleteCharAt(0);
        }
        return any;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
