package io.cxmetrics.input.web;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Person;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of each person in order of time; those at one time in the order of the rows. A person is a visitor, or where
 * events name users the {@link Person} behind visitors.
 */
final class People {

    private final EventColumns columns;
    private final int[] rows;
    private final int[] ends;
    private final int visitors;
    private final boolean named;

    private People(EventColumns columns, int[] rows, int[] ends, boolean named) {
        this.columns = columns;
        this.rows = rows;
        this.ends = ends;
        this.visitors = columns.visitors.bound();
        this.named = named;
    }

    static People of(EventColumns columns, BitSet leftOut) {
        People byVisitor = sorted(columns, leftOut, columns::visitor, columns.visitors.bound(), false);
        if (!columns.hasUsers()) {
            return byVisitor;
        }
        int[] person = new int[columns.count()];
        for (int visitor = 0; visitor < byVisitor.count(); visitor++) {
            byVisitor.find(visitor, person);
        }
        int bound = columns.visitors.bound() + columns.users.bound();
        return sorted(columns, leftOut, row -> person[row], bound, true);
    }

    /** Gives the code of a row. */
    private interface Coding {
        int of(int row);
    }

    private static People sorted(EventColumns columns, BitSet leftOut, Coding coding, int bound, boolean named) {
        int[] ends = new int[bound + 1];
        for (int row = 0; row < columns.count(); row++) {
            if (!leftOut.get(row)) {
                ends[coding.of(row) + 1]++;
            }
        }
        for (int code = 1; code <= bound; code++) {
            ends[code] += ends[code - 1];
        }
        int[] rows = new int[ends[bound]];
        for (int row = 0; row < columns.count(); row++) {
            if (!leftOut.get(row)) {
                rows[ends[coding.of(row)]++] = row;
            }
        }
        People people = new People(columns, rows, Arrays.copyOf(ends, bound), named);
        for (int code = 0; code < bound; code++) {
            people.sort(people.from(code), people.to(code));
        }
        return people;
    }

    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (columns.millis(rows[i]) < columns.millis(rows[i - 1])) {
                int[] sorted = Arrays.stream(rows, from, to)
                        .boxed()
                        .sorted((a, b) -> Long.compare(columns.millis(a), columns.millis(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(sorted, 0, rows, from, sorted.length);
                return;
            }
        }
    }

    /** Finds the person of each row of a visitor. */
    private void find(int visitor, int[] person) {
        List<WebEvent<Integer>> events = new ArrayList<>();
        boolean any = false;
        for (int i = from(visitor); i < to(visitor); i++) {
            any |= columns.user(rows[i]) != 0;
        }
        for (int i = from(visitor); i < to(visitor); i++) {
            person[rows[i]] = visitor;
            if (any) {
                Instant at = Instant.ofEpochMilli(columns.millis(rows[i]));
                events.add(WebEvent.of(visitor, at, EventKind.CUSTOM, "")
                        .withUser(columns.users.text(columns.user(rows[i]))));
            }
        }
        List<WebEvent<Person<Integer>>> found = Person.of(events);
        for (int i = 0; i < found.size(); i++) {
            String user = found.get(i).visitor().user();
            if (!user.isEmpty()) {
                person[rows[from(visitor) + i]] = visitors + columns.users.code(user);
            }
        }
    }

    /** How many codes of people there are, some of which nobody has. */
    int count() {
        return ends.length;
    }

    int from(int person) {
        return person == 0 ? 0 : ends[person - 1];
    }

    int to(int person) {
        return ends[person];
    }

    int row(int place) {
        return rows[place];
    }

    String name(int person) {
        if (!named) {
            return columns.visitors.text(person);
        }
        return person < visitors
                ? "visitor " + columns.visitors.text(person)
                : "user " + columns.users.text(person - visitors);
    }
}
