package io.cxmetrics.cli.web;

import io.cxmetrics.report.Names;
import io.cxmetrics.web.EventKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What kinds of events the names of a file mean. The names that trackers and shops give by default are known, whatever
 * their case and whether they are written with spaces, hyphens or underscores; any other is a custom event.
 */
public final class Kinds {

    private static final Map<EventKind, List<String>> COMMON = Map.ofEntries(
            Map.entry(EventKind.PAGE_VIEW, List.of("pageview", "page_viewed", "screen_view", "viewed_page")),
            Map.entry(EventKind.PING, List.of("page_ping", "heartbeat", "user_engagement", "engagement")),
            Map.entry(EventKind.SCROLL, List.of("page_scroll", "scroll_depth")),
            Map.entry(
                    EventKind.CLICK,
                    List.of("link_click", "click_link", "autocapture", "select_promotion", "select_item")),
            Map.entry(EventKind.IMPRESSION, List.of("view_promotion", "view_item_list")),
            Map.entry(EventKind.LOGIN, List.of("log_in", "signed_in", "sign_in")),
            Map.entry(EventKind.FEATURE, List.of("feature_used", "feature_usage")),
            Map.entry(EventKind.SHARE, List.of("shared")),
            Map.entry(EventKind.LIKE, List.of("liked", "favorite", "reaction")),
            Map.entry(EventKind.MENTION, List.of("mentioned", "comment")),
            Map.entry(EventKind.ADD_TO_CART, List.of("added_to_cart", "product_added", "product_added_to_cart")),
            Map.entry(
                    EventKind.CHECKOUT,
                    List.of("begin_checkout", "checkout_started", "started_checkout", "initiate_checkout")),
            Map.entry(
                    EventKind.ORDER,
                    List.of(
                            "purchase",
                            "transaction",
                            "order_completed",
                            "order_placed",
                            "placed_order",
                            "checkout_completed")),
            Map.entry(EventKind.REFUND, List.of("refunded", "order_refunded")));

    private final Map<String, EventKind> kinds;
    private final Map<String, EventKind> asked;

    private Kinds(Map<String, EventKind> kinds, Map<String, EventKind> asked) {
        this.kinds = kinds;
        this.asked = asked;
    }

    /**
     * Returns the common names and those that were asked for.
     *
     * @param asked kinds by the names of the file, which come before the common ones
     */
    public static Kinds with(Map<String, EventKind> asked) {
        Map<String, EventKind> kinds = new HashMap<>();
        for (EventKind kind : EventKind.values()) {
            kinds.put(plain(Names.of(kind)), kind);
        }
        COMMON.forEach((kind, names) -> names.forEach(name -> kinds.put(name, kind)));
        kinds.remove(plain(Names.of(EventKind.CUSTOM)));
        return new Kinds(kinds, Map.copyOf(asked));
    }

    /** Returns these where all but page views are custom events, so that none loses its name. */
    public Kinds pagesOnly() {
        Map<String, EventKind> pages = new HashMap<>(kinds);
        pages.values().removeIf(kind -> kind != EventKind.PAGE_VIEW);
        return new Kinds(pages, asked);
    }

    /** Returns the kind of events of a name. */
    public EventKind of(String name) {
        EventKind found = asked.get(name);
        return found == null ? kinds.getOrDefault(plain(name), EventKind.CUSTOM) : found;
    }

    private static String plain(String name) {
        String letters = name.startsWith("$") ? name.substring(1) : name;
        return letters.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
