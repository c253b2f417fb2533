package io.cxmetrics.input.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests as JSON lines, by the keys that Caddy writes and those that formats of Nginx are usually made of. A format
 * without a method is one of {@code GET}, since it has no room for others.
 */
final class JsonLog implements LogFormat {

    private static final Map<Integer, List<String>> KEYS = Map.ofEntries(
            Map.entry(
                    LogFields.IP,
                    List.of(
                            "request.client_ip",
                            "request.remote_ip",
                            "client_ip",
                            "remote_addr",
                            "remote_ip",
                            "ip",
                            "clientip",
                            "client")),
            Map.entry(LogFields.VHOST, List.of("request.host", "http_host", "host", "vhost", "server_name")),
            Map.entry(LogFields.USER, List.of("user_id", "remote_user", "user")),
            Map.entry(
                    LogFields.TIME,
                    List.of("ts", "time_iso8601", "time_local", "@timestamp", "timestamp", "time", "date", "msec")),
            Map.entry(LogFields.METHOD, List.of("request.method", "request_method", "method", "verb")),
            Map.entry(LogFields.TARGET, List.of("request.uri", "request_uri", "uri", "path", "url", "target")),
            Map.entry(LogFields.PROTOCOL, List.of("request.proto", "server_protocol", "protocol")),
            Map.entry(LogFields.STATUS, List.of("status", "status_code", "response.status")),
            Map.entry(LogFields.SIZE, List.of("size", "body_bytes_sent", "bytes_sent", "bytes", "length")),
            Map.entry(
                    LogFields.REFERRER,
                    List.of("request.headers.referer.0", "http_referer", "http_referrer", "referer", "referrer")),
            Map.entry(
                    LogFields.AGENT,
                    List.of("request.headers.user-agent.0", "http_user_agent", "user_agent", "useragent", "agent")));

    /** More keys have no names of requests. */
    private static final int MOST = 500;

    private static final BigDecimal MILLIS_FROM = BigDecimal.valueOf(100_000_000_000L);

    private final Map<String, String> values = new HashMap<>();

    @Override
    public @Nullable String read(String line, LogFields fields) {
        values.clear();
        try (JsonParser parser = JsonObjects.FACTORY.createParser(line)) {
            parser.nextToken();
            take(parser, "");
            if (parser.nextToken() != null) {
                return "must be one JSON object, got more";
            }
        } catch (IOException e) {
            return "is no JSON: " + JsonObjects.words(e);
        }
        KEYS.forEach((place, keys) -> keys.stream()
                .filter(key -> !values.getOrDefault(key, "").isEmpty())
                .findFirst()
                .ifPresent(key -> fields.set(place, values.getOrDefault(key, ""))));
        String address = values.get("request.remote_addr");
        if (address != null && fields.get(LogFields.IP).isEmpty()) {
            fields.client(address);
        }
        String request = values.get("request");
        if (request != null) {
            fields.request(request);
        } else {
            fields.target(fields.get(LogFields.TARGET));
            boolean named =
                    KEYS.getOrDefault(LogFields.METHOD, List.of()).stream().anyMatch(values::containsKey);
            if (!named && !fields.get(LogFields.TARGET).isEmpty()) {
                fields.set(LogFields.METHOD, "GET");
            }
        }
        fields.set(LogFields.TIME, time(fields.get(LogFields.TIME)));
        return fields.get(LogFields.STATUS).isEmpty()
                        && fields.get(LogFields.TARGET).isEmpty()
                ? "no request: neither a status nor a target"
                : null;
    }

    /** Takes the value that the parser stands at. */
    private void take(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                take(parser, (name.isEmpty() ? key : name + "." + key).toLowerCase(Locale.ROOT));
            }
        } else if (token == JsonToken.START_ARRAY) {
            int i = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                take(parser, name + "." + i++);
            }
        } else if (token != JsonToken.VALUE_NULL && values.size() < MOST) {
            values.putIfAbsent(name, parser.getText());
        }
    }

    /** Seconds or milliseconds since 1970 as a time; what is none stays as it is. */
    private static String time(String text) {
        if (!text.matches("\\d{9,14}(\\.\\d{1,9})?")) {
            return text;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            BigDecimal nanos = number.movePointRight(number.compareTo(MILLIS_FROM) < 0 ? 9 : 6);
            BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
            return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue())
                    .toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
