package io.cxmetrics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes {@code samples/events.csv}: what visitors of the shop of {@link SampleOrders} did in six weeks. They come by
 * campaigns, look at products, and some of them put one into a cart, begin a checkout and order, at once or the next
 * day; an order in twenty is sent twice, and a few rows are damaged.
 */
final class SampleEvents {

    private static final int VISITORS = 260;
    private static final int DAYS = 42;
    private static final LocalDateTime START = LocalDateTime.of(2026, 5, 18, 0, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String[] CAMPAIGNS = {"", "", "newsletter", "search-ads", "spring-sale"};
    private static final String[] PRODUCTS = {"lamp", "desk", "chair", "shelf", "rug", "clock"};

    private final SplittableRandom random = new SplittableRandom(20260706);
    private final List<String> rows = new ArrayList<>();
    private int orders;
    private String visitor = "";
    private String device = "";
    private String campaign = "";
    private LocalDateTime now = START;

    private SampleEvents() {}

    /** Writes the file anew: run this after a change of the generator. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv());
    }

    static String csv() {
        return new SampleEvents().make();
    }

    private String make() {
        for (int i = 1; i <= VISITORS; i++) {
            visitor = String.format(Locale.ROOT, "V%04d", i);
            device = random.nextInt(5) < 3 ? "mobile" : "desktop";
            double day = DAYS * random.nextDouble();
            while (day < DAYS) {
                now = START.plusSeconds((long) (day * 86_400));
                campaign = CAMPAIGNS[random.nextInt(CAMPAIGNS.length)];
                visit();
                day += 1 - 9 * StrictMath.log(1 - random.nextDouble());
            }
        }
        Collections.sort(rows);
        rows.set(300, rows.get(300).replaceFirst(",V\\d+,", ",,"));
        rows.set(900, rows.get(900).replaceFirst("^2026-", "2026-13-"));
        rows.set(1500, rows.get(1500).replaceFirst(",[^,]*$", ""));
        return "at,visitor,device,campaign,event,page,item,value,order\n" + String.join("\n", rows) + "\n";
    }

    private void visit() {
        view(random.nextInt(3) == 0 ? "/sale" : "/");
        row("impression", "", "banner", "");
        if (random.nextInt(6) == 0) {
            row("click", "", "banner", "");
        }
        String item = PRODUCTS[random.nextInt(PRODUCTS.length)];
        boolean carted = false;
        while (random.nextInt(5) < 3) {
            item = PRODUCTS[random.nextInt(PRODUCTS.length)];
            view("/products/" + item);
            if (random.nextInt(2) == 0) {
                row("scroll", "/products/" + item, "", String.valueOf(20 + random.nextInt(81)));
            }
            if (random.nextInt(8) == 0) {
                row("share", "", item, "");
            }
            if (random.nextInt(4) == 0) {
                carted = true;
                row("add_to_cart", "", item, "");
            }
        }
        if (random.nextInt(4) == 0) {
            row("search", "", "", "");
        }
        if (carted) {
            order();
        }
    }

    private void order() {
        if (random.nextInt(3) > 0) {
            row("begin_checkout", "/checkout", "", "");
        }
        int fate = random.nextInt(10);
        if (fate > 4) {
            return;
        }
        if (fate == 0) {
            now = now.plusHours(20 + random.nextInt(8));
        }
        orders++;
        long cents = Math.round(100 * StrictMath.exp(3.4 + 0.6 * SampleSurvey.normal(random)));
        String amount = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
        for (int sent = random.nextInt(20) == 0 ? 2 : 1; sent > 0; sent--) {
            row("purchase", "", "", amount);
        }
    }

    private void view(String page) {
        row("page_view", page, "", "");
    }

    private void row(String event, String page, String item, String value) {
        String order = event.equals("purchase") ? String.format(Locale.ROOT, "O%04d", orders) : "";
        rows.add(String.join(",", now.format(TIME), visitor, device, campaign, event, page, item, value, order));
        now = now.plusSeconds(3 + (long) (-60 * StrictMath.log(1 - random.nextDouble())));
    }
}
