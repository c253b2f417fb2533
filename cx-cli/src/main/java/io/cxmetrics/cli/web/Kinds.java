package io.cxmetrics.cli.web;

import io.cxmetrics.cli.report.Names;
import io.cxmetrics.web.EventKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What kinds of events the names of a file mean. The names that trackers and shops give by default are known, whatever
 * their case and whether they are written with spaces, hyphens or underscores; any other is a custom event.
 */
public final class Kinds {

    private static final Map<EventKind, String> COMMON = Map.ofEntries(
            Map.entry(EventKind.PAGE_VIEW, "pageview page_viewed screen_view viewed_page"),
            Map.entry(EventKind.PING, "page_ping heartbeat user_engagement engagement"),
            Map.entry(EventKind.SCROLL, "page_scroll scroll_depth"),
            Map.entry(EventKind.CLICK, "link_click click_link autocapture select_promotion select_item"),
            Map.entry(EventKind.IMPRESSION, "view_promotion view_item_list"),
            Map.entry(EventKind.LOGIN, "log_in signed_in sign_in"),
            Map.entry(EventKind.FEATURE, "feature_used feature_usage"),
            Map.entry(EventKind.SHARE, "shared"),
            Map.entry(EventKind.LIKE, "liked favorite reaction"),
            Map.entry(EventKind.MENTION, "mentioned comment"),
            Map.entry(EventKind.ADD_TO_CART, "added_to_cart product_added product_added_to_cart"),
            Map.entry(EventKind.CHECKOUT, "begin_checkout checkout_started started_checkout initiate_checkout"),
            Map.entry(
                    EventKind.ORDER,
                    "purchase transaction order_completed order_placed placed_order checkout_completed"),
            Map.entry(EventKind.REFUND, "refunded order_refunded"));

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
        COMMON.forEach((kind, names) -> {
            for (String name : names.split(" ")) {
                kinds.put(name, kind);
            }
        });
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
