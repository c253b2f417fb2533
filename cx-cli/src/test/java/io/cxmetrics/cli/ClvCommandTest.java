package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClvCommandTest {

    private static final String ORDERS = """
            who,at,total,land
            ann,2026-01-05,30.00,de
            ann,2026-01-05,10.00,de
            ann,2026-01-25,20.00,de
            ann,2026-01-27,-20.00,de
            bob,2026-01-06,40.00,at
            cid,2026-01-07,,at
            """;

    /** A tenth leaves a month: 2 in 20 months. */
    private static final String SUBSCRIBERS = """
            pays,months,gone,plan
            150.00,4,yes,a
            50.00,6,yes,a
            100.00,10,no,a
            100.00,0,no,b
            100.00,0,yes,c
            100,many,no,a
            """;

    private static String json(String input, String... args) {
        List<String> all = new ArrayList<>(List.of("clv", "-", "--format=json"));
        all.addAll(List.of(args));
        Run run = Run.withInput(input, all.toArray(String[]::new));
        assertThat(run.code()).isZero();
        return run.out();
    }

    @Test
    void addsUpWhatBuyersBrought() {
        assertThat(json(ORDERS, "--customer=who", "--at=at", "--amount=total", "--margin=0.5"))
                .contains("\"customers\": 2", "\"orders\": 4", "\"gross\": 100.0", "\"refunds\": 20.0", "\"net\": 80.0")
                .contains("\"clv\": 20.0", "\"average_order_value\": 25.0", "\"net_order_value\": 20.0")
                .contains("\"purchase_frequency\": 2.0", "\"repeat_rate\": 50.0", "\"median_days_between\": 20.0")
                .contains("\"refund_rate\": 20.0", "\"return_rate\": 25.0", "\"no_amount\": 1");
        assertThat(json(ORDERS, "--customer=who", "--at=at", "--amount=total", "--purchases=every-activity"))
                .as("the refund is an order of its own, two days later")
                .contains("\"orders\": 5", "\"median_days_between\": 11.0");
    }

    /**
     * m = 60, r = 0.9 a month and no discount: 600, 540 and 600. At 12 % a year d = 1.12^(1/12) - 1 =
     * 0.009488792934583.
     */
    @Test
    void discountsWhatSubscribersWillBring() {
        String[] table = {"--mrr=pays", "--tenure=months", "--left=gone", "--by=plan", "--margin=0.6"};
        assertThat(json(SUBSCRIBERS, table))
                .contains("\"months\": 20", "\"arpu\": 100.0", "\"churn\": 10.0", "\"lifetime\": 10.0")
                .contains("\"clv_first_now\": 600.", "\"clv_first_excluded\": 540.", "\"clv_simple\": 600.0");
        assertThat(json(SUBSCRIBERS, table[0], table[1], table[2], table[3], table[4], "--discount=0.12"))
                .as("60 (1 + d) / (0.1 + d) and 60 / (0.1 + d)")
                .contains(
                        "\"clv_first_now\": 553.2011", "\"clv_period_end\": 548.0012", "\"discount\": \"0.12 a year\"");
    }

    @Test
    void withoutMonthsThereIsNoChurn() {
        String groups = json(SUBSCRIBERS, "--mrr=pays", "--tenure=months", "--left=gone", "--by=plan");
        assertThat(groups).contains("\"churn\": null", "\"clv_first_now\": null", "\"invalid_tenure\": 1");
        assertThat(json("pays,months,gone\n5,9,no\n", "--mrr=pays", "--tenure=months", "--left=gone"))
                .as("nobody left, and no discount ends it")
                .contains("\"churn\": 0.0", "\"lifetime\": null", "\"clv_first_now\": null");
        assertThat(json("pays,months,gone\n5,9,no\n", "--mrr=pays", "--tenure=months", "--left=gone", "--discount=0.1"))
                .contains("\"clv_first_now\": 632.0268");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --customer=who --at=at            | --amount: is needed with --customer and --at, or --mrr with --tenure and --left
            --mrr=total --tenure=at           | --amount: is needed with --customer and --at, or --mrr with --tenure and --left
            --customer=who --at=at --amount=total --margin=30 | --margin: must be in (0, 1], got 30.0
            --mrr=total --tenure=at --left=at --discount=-1 | --discount: must be in [0, 1], got -1.0
            --mrr=total --tenure=at --left=at --discount=10 | --discount: must be in [0, 1], got 10.0
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        List<String> all = new ArrayList<>(List.of("clv", "-"));
        all.addAll(List.of(args.split(" ")));
        Run run = Run.withInput(ORDERS, all.toArray(String[]::new));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }
}
