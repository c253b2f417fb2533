package io.cxmetrics.input.web;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events in columns: 16 bytes for the time, the visitor and what happened, and 4 or 8 more for each of the other parts
 * where rows have it.
 */
final class EventColumns {

    final TextCodes visitors = new TextCodes();
    final TextCodes users = new TextCodes();
    final TextCodes ids = new TextCodes();
    final EventKinds things = new EventKinds();
    private final TextCodes sessions = new TextCodes();
    private final TextCodes campaigns = new TextCodes();
    private final LongChunks times = new LongChunks();
    private final IntChunks visitor = new IntChunks();
    private final IntChunks thing = new IntChunks();
    private final IntChunks user = new IntChunks();
    private final IntChunks session = new IntChunks();
    private final IntChunks id = new IntChunks();
    private final IntChunks campaign = new IntChunks();
    private final IntChunks label = new IntChunks();
    private final LongChunks value = new LongChunks();
    private @Nullable MoneyUnit unit;
    private int count;

    /** Adds an event of a group, and returns its row. */
    int add(WebEvent<String> event, int ofLabel) {
        int row = count++;
        times.set(row, event.at().toEpochMilli());
        visitor.set(row, visitors.code(event.visitor()));
        thing.set(row, things.count(event.kind(), event.name()));
        user.set(row, users.code(event.user()));
        session.set(row, sessions.code(event.session()));
        id.set(row, ids.code(event.id()));
        campaign.set(row, campaigns.code(event.campaign()));
        label.set(row, ofLabel);
        value.set(row, event.value());
        unit = MoneyUnit.joined(unit, event.unit());
        return row;
    }

    /** Turns the order of rows round. */
    void reverse(int from, int to) {
        for (int left = from, right = to - 1; left < right; left++, right--) {
            times.swap(left, right);
            visitor.swap(left, right);
            thing.swap(left, right);
            user.swap(left, right);
            session.swap(left, right);
            id.swap(left, right);
            campaign.swap(left, right);
            label.swap(left, right);
            value.swap(left, right);
        }
    }

    int count() {
        return count;
    }

    long millis(int row) {
        return times.get(row);
    }

    int visitor(int row) {
        return visitor.get(row);
    }

    int user(int row) {
        return user.get(row);
    }

    int id(int row) {
        return id.get(row);
    }

    int thing(int row) {
        return thing.get(row);
    }

    int label(int row) {
        return label.get(row);
    }

    EventKind kind(int row) {
        return things.kind(thing.get(row));
    }

    boolean hasUsers() {
        return !user.isEmpty();
    }

    boolean hasIds() {
        return !id.isEmpty();
    }

    /** The event of a row as one of a visitor or the person behind it. */
    WebEvent<String> event(int row, String who) {
        int code = thing.get(row);
        EventKind kind = things.kind(code);
        WebEvent<String> event = WebEvent.of(who, Instant.ofEpochMilli(times.get(row)), kind, things.name(code));
        event = user.get(row) == 0 ? event : event.withUser(users.text(user.get(row)));
        // An id need be one of its visitor only, as those of Google Analytics, which are times.
        event = session.get(row) == 0
                ? event
                : event.withSession(visitors.text(visitor.get(row)) + "\n" + sessions.text(session.get(row)));
        event = id.get(row) == 0 ? event : event.withId(ids.text(id.get(row)));
        event = campaign.get(row) == 0 ? event : event.withCampaign(campaigns.text(campaign.get(row)));
        MoneyUnit money = unit;
        if (money != null && (kind == EventKind.ORDER || kind == EventKind.REFUND)) {
            return event.withAmount(value.get(row), money);
        }
        return value.get(row) == 0 ? event : event.withValue(value.get(row));
    }
}
