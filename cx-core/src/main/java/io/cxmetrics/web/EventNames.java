package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Kinds of events by their names. The names that trackers and shops give by default are known; any other name is that
 * of a {@link EventKind#CUSTOM} event.
 *
 * <p>Upper and lower case are alike, spaces and hyphens are taken for underscores, and a leading {@code $} does not
 * count. A name that the caller {@linkplain #with declares} comes before the known ones, and is taken letter by letter.
 *
 * <p>Sources: the documentation of events of Google Analytics 4, PostHog, Segment, Shopify, Snowplow and Meta.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * EventNames.COMMON.kind("$pageview"); // PAGE_VIEW
 * EventNames.COMMON.kind("Order Completed"); // ORDER
 * EventNames.COMMON.kind("wishlist"); // CUSTOM
 * EventNames.COMMON.with("consent_shown", EventKind.AUTOMATIC).kind("consent_shown"); // AUTOMATIC
 * }</pre>
 *
 * @since 0.1
 */
public final class EventNames implements Stored {

    private static final long serialVersionUID = 1;

    /** The names that trackers and shops give by default, and those of the kinds themselves. */
    public static final EventNames COMMON = common();

    private final Map<String, EventKind> known;
    private final Map<String, EventKind> declared;

    private EventNames(Map<String, EventKind> known, Map<String, EventKind> declared) {
        this.known = new HashMap<>(known);
        this.declared = new HashMap<>(declared);
    }

    private static EventNames common() {
        Map<EventKind, List<String>> names = new EnumMap<>(EventKind.class);
        names.put(EventKind.PAGE_VIEW, List.of("pageview", "page_viewed", "screen_view", "viewed_page"));
        names.put(EventKind.PING, List.of("page_ping", "heartbeat", "user_engagement", "engagement"));
        names.put(EventKind.SCROLL, List.of("page_scroll", "scroll_depth"));
        names.put(
                EventKind.CLICK, List.of("link_click", "click_link", "autocapture", "select_promotion", "select_item"));
        names.put(EventKind.IMPRESSION, List.of("view_promotion", "view_item_list"));
        names.put(EventKind.LOGIN, List.of("log_in", "signed_in", "sign_in"));
        names.put(EventKind.FEATURE, List.of("feature_used", "feature_usage"));
        names.put(EventKind.SHARE, List.of("shared"));
        names.put(EventKind.LIKE, List.of("liked", "favorite", "reaction"));
        names.put(EventKind.MENTION, List.of("mentioned", "comment"));
        names.put(EventKind.ADD_TO_CART, List.of("added_to_cart", "product_added", "product_added_to_cart"));
        names.put(
                EventKind.CHECKOUT,
                List.of("begin_checkout", "checkout_started", "started_checkout", "initiate_checkout"));
        names.put(
                EventKind.ORDER,
                List.of(
                        "purchase",
                        "transaction",
                        "order_completed",
                        "order_placed",
                        "placed_order",
                        "checkout_completed"));
        names.put(EventKind.REFUND, List.of("refunded", "order_refunded"));
        Map<String, EventKind> kinds = new HashMap<>();
        for (EventKind kind : EventKind.values()) {
            kinds.put(plain(kind.name()), kind);
        }
        kinds.remove(plain(EventKind.CUSTOM.name()));
        names.forEach((kind, each) -> each.forEach(name -> kinds.put(name, kind)));
        return new EventNames(kinds, Map.of());
    }

    private static String plain(String name) {
        String letters = name.startsWith("$") ? name.substring(1) : name;
        return letters.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /**
     * Returns these names and one more.
     *
     * @param name the name as the file writes it
     * @param kind what it means
     * @return the names
     */
    public EventNames with(String name, EventKind kind) {
        EventNames more = new EventNames(known, declared);
        more.declared.put(requireNonNull(name, "name"), requireNonNull(kind, "kind"));
        return more;
    }

    /**
     * Returns these names where all but page views and declared names are custom events, so that each keeps its name.
     *
     * @return the names
     */
    public EventNames pagesOnly() {
        EventNames pages = new EventNames(known, declared);
        pages.known.values().removeIf(kind -> kind != EventKind.PAGE_VIEW);
        return pages;
    }

    /**
     * Returns the kind of events of a name.
     *
     * @param name the name
     * @return the kind; {@link EventKind#CUSTOM} for a name that means nothing known
     */
    public EventKind kind(String name) {
        EventKind found = declared.get(name);
        return found == null ? known.getOrDefault(plain(name), EventKind.CUSTOM) : found;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("EventNames", 1)
                .withTexts("known", sorted(known))
                .withTexts("knownKinds", kinds(known))
                .withTexts("declared", sorted(declared))
                .withTexts("declaredKinds", kinds(declared));
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the names
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static EventNames ofStored(StoredForm form) {
        StoredFields fields = form.expect("EventNames", 1, "known", "knownKinds", "declared", "declaredKinds");
        return new EventNames(read(fields, "known", "knownKinds"), read(fields, "declared", "declaredKinds"));
    }

    private static List<String> sorted(Map<String, EventKind> names) {
        return names.keySet().stream().sorted().toList();
    }

    private static List<String> kinds(Map<String, EventKind> names) {
        return sorted(names).stream()
                .map(name -> requireNonNull(names.get(name)).name())
                .toList();
    }

    private static EventKind kind(List<String> kinds, int at) {
        for (EventKind kind : EventKind.values()) {
            if (kind.name().equals(kinds.get(at))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind must be one of events, got " + kinds.get(at) + " at index " + at);
    }

    private static Map<String, EventKind> read(StoredFields fields, String names, String kinds) {
        fields.sameLength(names, kinds);
        List<String> of = fields.texts(kinds);
        Map<String, EventKind> read = new HashMap<>();
        for (String name : fields.distinctTexts(names)) {
            read.put(name, kind(of, read.size()));
        }
        return read;
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventNames that && known.equals(that.known) && declared.equals(that.declared);
    }

    @Override
    public int hashCode() {
        return 31 * known.hashCode() + declared.hashCode();
    }

    /**
     * Returns how many names there are.
     *
     * @return such as {@code EventNames[60 known, 1 declared]}
     */
    @Override
    public String toString() {
        return "EventNames[" + known.size() + " known, " + declared.size() + " declared]";
    }
}
