package io.cxmetrics.input.web;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.NamedEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds and names of events as numbers, and how many events there are of each. */
final class EventKinds {

    private static final int LISTED = 30;

    private final Map<EventKind, Map<String, Integer>> codes = new EnumMap<>(EventKind.class);
    private final List<EventKind> kinds = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<long[]> counts = new ArrayList<>();

    /** Counts an event, and returns the number of its kind and name. */
    int count(EventKind kind, String name) {
        Map<String, Integer> known = codes.computeIfAbsent(kind, k -> new HashMap<>());
        Integer code = known.get(name);
        if (code == null) {
            code = names.size();
            known.put(name, code);
            kinds.add(kind);
            names.add(name);
            counts.add(new long[1]);
        }
        counts.get(code)[0]++;
        return code;
    }

    /** Takes back an event that was counted and is left out after all. */
    void uncount(int code) {
        counts.get(code)[0]--;
    }

    EventKind kind(int code) {
        return kinds.get(code);
    }

    String name(int code) {
        return names.get(code);
    }

    /** How many events there are of a kind, or of all for null. */
    long count(@Nullable EventKind kind) {
        long sum = 0;
        for (int code = 0; code < kinds.size(); code++) {
            sum += kind == null || kinds.get(code) == kind ? counts.get(code)[0] : 0;
        }
        return sum;
    }

    boolean meets(NamedEvents named) {
        for (int code = 0; code < kinds.size(); code++) {
            if (counts.get(code)[0] > 0 && named.test(kinds.get(code), names.get(code))) {
                return true;
            }
        }
        return false;
    }

    /** How many events there are of each kind, and of custom events of each name, most first. */
    Map<String, Long> byKind() {
        Map<String, Long> sums = new HashMap<>();
        for (int code = 0; code < kinds.size(); code++) {
            EventKind kind = kinds.get(code);
            String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String label = kind == EventKind.CUSTOM ? names.get(code) + " (" + word + ")" : word;
            long count = counts.get(code)[0];
            if (count > 0) {
                sums.merge(label, count, Math::addExact);
            }
        }
        Map<String, Long> most = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> most.merge(
                        most.size() < LISTED ? entry.getKey() : "any other", entry.getValue(), Math::addExact));
        return Collections.unmodifiableMap(most);
    }
}
