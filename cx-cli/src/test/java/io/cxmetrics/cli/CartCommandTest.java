package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartCommandTest {

    /**
     * Ann orders at once, and her order is sent twice; bob the next day; cid without a cart; dee never, with a
     * checkout; eve has put something in half an hour before the end.
     */
    private static final String EVENTS = """
            who,at,what,order,site
            ann,2026-03-02 10:00,add_to_cart,,a
            ann,2026-03-02 10:05,begin_checkout,,a
            ann,2026-03-02 10:10,purchase,o1,a
            ann,2026-03-02 10:11,purchase,o1,a
            bob,2026-03-02 10:00,add_to_cart,,a
            bob,2026-03-03 09:00,purchase,o2,b
            cid,2026-03-02 10:00,purchase,o3,b
            dee,2026-03-02 10:00,add_to_cart,,b
            dee,2026-03-02 10:10,begin_checkout,,b
            eve,2026-03-03 08:30,add_to_cart,,b
            eve,2026-03-03 25:30,add_to_cart,,b
            """;

    private static Run run(String... more) {
        List<String> args = new ArrayList<>(List.of("cart", "-", "--visitor=who", "--at=at", "--event=what"));
        args.addAll(List.of(more));
        return Run.withInput(EVENTS, args.toArray(String[]::new));
    }

    private static JsonNode json(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        return run(args.toArray(String[]::new)).json();
    }

    @Test
    void rulesStandSideBySide() {
        Run run = run("--order-id=order", "--rule=per-cart,per-session,per-user");
        assertThat(run.out().lines().toList())
                .containsSequence(
                        "rule         carts  ordered  open  abandoned %  95 % interval  recovered  checkout %  no "
                                + "cart  left out",
                        "all              -        -     -            -              -          -           -        "
                                + "-         2",
                        "per-cart         4        1     1         66.7   20.8 to 93.9          1        50.0        "
                                + "1         2",
                        "per-session      4        1     1         66.7   20.8 to 93.9          1        50.0        "
                                + "1         2",
                        "per-user         4        1     1         66.7   20.8 to 93.9          1        50.0        "
                                + "1         2")
                .contains("left out: 1 duplicate, 1 invalid date");
    }

    @Test
    void withoutIdsAnOrderSentTwiceHasNoCart() throws IOException {
        assertThat(json().at("/total/orders_without_cart").asInt()).isEqualTo(2);
    }

    /** Ids of other events are none of orders: those of carts come again with each item. */
    @Test
    void onlyOrdersHaveTheIdsOfOrders() throws IOException {
        String carts = "v,t,e,o\nann,2026-01-01 10:00,add_to_cart,c\nann,2026-01-01 10:50,add_to_cart,c\n"
                + "ann,2026-01-01 11:40,purchase,c\n";
        String[] args = {"cart", "-", "--visitor=v", "--at=t", "--event=e", "--order-id=o", "--format=json"};
        JsonNode total =
                new ObjectMapper().readTree(Run.withInput(carts, args).out()).get("total");
        assertThat(total.get("ordered").asInt()).isEqualTo(1);
        assertThat(total.get("left_out_total").asInt()).isZero();
    }

    /** The id of an order in two sessions of a visitor is the same order. */
    @Test
    void duplicatesAreLeftOutOfTheirGroup() throws IOException {
        JsonNode json = json("--order-id=order", "--by=site", "--rule=per-session", "--session=what");
        assertThat(json.at("/total/left_out").toString()).isEqualTo("{\"duplicate\":1,\"invalid_date\":1}");
        assertThat(json.at("/groups/0/rows").asInt()).as("ann's and bob's").isEqualTo(6);
        assertThat(json.at("/groups/1/rows").asInt()).isEqualTo(5);
    }

    @Test
    void theEndOfObservationDecidesWhatIsOpen() throws IOException {
        assertThat(json("--as-of=2026-03-03").at("/total/open").asInt()).isZero();
        JsonNode first = json("--as-of=2026-03-02", "--order-id=order");
        assertThat(first.at("/total/recovered").asInt()).isZero();
        assertThat(first.at("/total/left_out").toString())
                .isEqualTo("{\"after_as_of\":2,\"duplicate\":1,\"invalid_date\":1}");
        assertThat(first.get("observed_until").asText()).isEqualTo("2026-03-03T00:00:00Z");
        assertThat(json("--inactivity=1d").at("/total/ordered").asInt())
                .as("bob is back in time")
                .isEqualTo(2);
    }

    @Test
    void kindsAreAskedFor() throws IOException {
        JsonNode json = json("--kind=begin_checkout=custom", "--kind=purchase=checkout");
        assertThat(json.at("/total/checkouts").asInt())
                .as("of ann, bob and cid")
                .isEqualTo(3);
        assertThat(json.at("/total/ordered").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --per=day                      | Unknown option: '--per=day'; see cx cart --help
            --inactivity=0h                | --inactivity: must be like 90m, 72h or 3d, got 0h
            --session=s                    | --session: needs --rule per-session
            --timeout=5m                   | --timeout: needs --rule per-session
            --rule=per-cart,per-cart       | --rule: must name each once, got per-cart, per-cart
            --as-of=soon                   | --as-of: must be a date or a time, got soon
            --rule=per-session --session=s --timeout=5m | --timeout: cannot be combined with --session
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        assertThat(run(args.split(" "))).isEqualTo(new Run(2, "", "cx: " + message + System.lineSeparator()));
    }
}
