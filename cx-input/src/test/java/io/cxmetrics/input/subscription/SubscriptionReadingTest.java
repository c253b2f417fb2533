package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.RevenueBridge;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.retention.subscription.LogoChurn;
import io.cxmetrics.retention.subscription.StayRule;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class SubscriptionReadingTest {

    private static final SubscriptionReading READING =
            SubscriptionReading.of(Dates.ISO, null).withEnd();
    private static final SubscriptionReading PRICED = READING.withPrice(MoneyDefinition.ofDecimals(2));
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private static Outcome<GroupedSubscriptions> read(SubscriptionReading reading, String text, String... by) {
        return reading.read(Tables.of(text), Grouping.by(by));
    }

    private static SubscriptionLedger<String> all(Outcome<GroupedSubscriptions> outcome) {
        return outcome.result().byCustomer().all().total().summary();
    }

    private static RevenueBridge bridge(GroupedRevenue revenue, RevenueLedger<String> ledger) {
        return ledger.bridge(requireNonNull(revenue.first()), requireNonNull(revenue.last()), FreePlan.CHURN);
    }

    private static RevenueBridge bridge(SubscriptionReading reading, String text) {
        GroupedRevenue revenue = read(reading, text).result().recurringRevenue(SnapshotDay.LAST);
        return bridge(revenue, revenue.ledgers().all().total().summary());
    }

    /** Ann renewed twice without a gap and is still there; bob left after a month. */
    @Test
    void aRenewalIsOneCustomerGoingOn() {
        String text = """
                customer,start,end
                ann,2026-01-01,2026-02-01
                ann,2026-02-01,2026-03-01
                ann,2026-03-01,
                bob,2026-01-01,2026-02-01
                """;
        EventTimes tenures = all(read(READING.withObservedThrough(LocalDate.of(2026, 4, 30)), text))
                .tenures(CalendarPeriod.MONTH, StayRule.FIRST, 0, LocalDate.of(2026, 4, 30));
        assertThat(tenures.count()).isEqualTo(2);
        assertThat(tenures.events()).isOne();
        assertThat(tenures.curve().at(3)).isEqualTo(0.5);
    }

    /** Bob's old subscription ends a day after the new one starts; dee's is written with its last day. */
    @Test
    void anUpgradeIsNoDeparture() {
        String text = """
                customer,start,end,price
                ann,2026-01-10,2026-04-15,50
                ann,2026-04-15,,80
                bob,2026-01-10,2026-04-16,50
                bob,2026-04-15,,80
                cid,2026-01-10,2026-04-14,50
                cid,2026-04-15,,80
                dee,2026-01-10,2026-04-30,50
                dee,2026-05-01,,80
                """;
        SubscriptionReading june = PRICED.withObservedThrough(LocalDate.of(2026, 6, 30));
        RevenueBridge bridge = bridge(june, text);
        assertThat(bridge.closing().amount()).isEqualTo(320);
        assertThat(all(read(june, text)).churn(APRIL, APRIL.plusMonths(1)).departures())
                .as("cid and dee were away for a day")
                .isEqualTo(2);
        SubscriptionReading inclusive = june.withInclusiveEnd();
        assertThat(bridge(inclusive, text).churn().amount()).isZero();
        assertThat(all(read(inclusive, text)).churn(APRIL, APRIL.plusMonths(2)).departures())
                .isZero();
    }

    @Test
    void anEndMayBeTheLastDay() {
        String text = "customer,start,end,price\na,2026-01-01,2026-04-30,50\na,2026-05-01,,50\n";
        SubscriptionReading june = PRICED.withObservedThrough(LocalDate.of(2026, 6, 30));
        RevenueBridge bridge = bridge(june.withInclusiveEnd(), text);
        assertThat(bridge.churn().amount() + bridge.reactivation().amount()).isZero();
        assertThat(bridge.closing().amount()).isEqualTo(50);
        assertThat(bridge(june, text).churn().amount()).as("gone for a day").isEqualTo(50);
    }

    /** What overlaps is left out, its customers are in no movement, and what they are known to pay stays. */
    @Test
    void overlapsTurnIntoNothing() {
        String text = """
                customer,start,end,price
                a,2026-01-01,,50
                a,2026-04-01,,80
                b,2026-04-01,,80
                b,2026-01-01,,50
                c,2026-01-01,2026-12-31,50
                c,2026-02-01,2026-03-01,10
                d,2026-01-01,,50
                d,2026-01-01,,50
                """;
        Outcome<GroupedSubscriptions> outcome = read(PRICED.withObservedThrough(LocalDate.of(2026, 5, 31)), text);
        assertThat(outcome.accounting()).hasToString("8 rows: 4 used, left out overlap 4, malformed nothing");
        assertThat(outcome.warnings())
                .containsExactly(
                        "4 subscriptions run while another one of the same customer does; only the first is used,"
                                + " and these customers are in no answer about leaving");
        assertThat(all(outcome).leftOut()).isEqualTo(4);
        GroupedRevenue revenue = outcome.result().recurringRevenue(SnapshotDay.LAST);
        RevenueBridge bridge = bridge(revenue, revenue.ledgers().all().total().summary());
        assertThat(bridge.opening().amount()).isEqualTo(200);
        assertThat(bridge.closing().amount()).isEqualTo(200);
        assertThat(bridge.leftOut()).isEqualTo(4);
    }

    /** A row that cannot be read, of whichever field, says neither that its customer left nor that they came. */
    @Test
    void aRowThatCannotBeReadLeavesItsCustomerOut() {
        String text = """
                customer,start,end,price
                ann,2026-01-01,2026-04-10,50
                ann,2026-04-10,,
                bob,2026-01-01,2026-04-10,50
                bob,2026-04-31,,50
                cid,2026-01-01,2026-04-10,50
                cid,2026-04-10,soon,50
                dee,2026-01-01,2026-04-10,50
                ,2026-04-10,,50
                eve,2026-01-01,2026-04-10,50
                eve,2026-02-10,2026-02-10,50
                fay,2026-01-01,,50
                fay,2026-06-01,,50
                """;
        Outcome<GroupedSubscriptions> outcome = read(PRICED.withObservedThrough(LocalDate.of(2026, 4, 30)), text);
        LogoChurn churn = all(outcome).churn(APRIL, APRIL.plusMonths(1));
        assertThat(churn.churn()).as("dee and eve of dee, eve and fay").hasToString("2 of 3 (0.6666666666666666)");
        assertThat(churn.leftOut()).isEqualTo(3);
        assertThat(outcome.accounting().leftOut())
                .hasToString("invalid_end 1, invalid_start 1, no_customer 1, no_day 1, no_price 1, starts_later 1");
        assertThat(outcome.accounting().leftOut().examples(new Reason("no_day", Reason.Kind.INVALID)))
                .containsExactly("f, line 11: end must be after start (2026-02-10), got 2026-02-10");
    }

    /** Cid is cancelled to a day in a year: no day that was seen. */
    @Test
    void aScheduledEndMovesNothing() {
        String text = """
                customer,start,end
                ann,2026-01-01,2026-03-01
                bob,2026-01-01,
                cid,2026-02-01,2027-02-01
                dee,2026-03-01,9999-12-31
                """;
        Outcome<GroupedSubscriptions> outcome = read(READING, text);
        LocalDate last = requireNonNull(outcome.result().observedThrough());
        assertThat(last).isEqualTo("2026-03-01");
        assertThat(outcome.warnings())
                .containsExactly(
                        "nobody said until when subscriptions are known; through 2026-03-01, the latest start, is"
                                + " taken, and 1 end after it, up to 2027-02-01, is still to come; name the last day,"
                                + " as with --as-of 2026-03-01");
        EventTimes tenures = all(outcome).tenures(CalendarPeriod.MONTH, StayRule.FIRST, 0, last);
        assertThat(tenures.events()).isOne();
        assertThat(tenures.times()).containsExactly(0, 1, 2);
        assertThat(read(READING.withObservedThrough(last), text).warnings()).isEmpty();
    }

    @Test
    void aMistypedYearIsNotTheLastDay() {
        Outcome<GroupedSubscriptions> outcome =
                read(READING, "customer,start,end\nann,2026-01-01,\nbob,2026-02-01,\ncid,2926-02-01,\n");
        assertThat(outcome.result().observedThrough()).isEqualTo("2026-02-01");
        assertThat(outcome.warnings()).singleElement().asString().startsWith("f, line 4: 2926-02-01");
        assertThat(outcome.accounting()).hasToString("3 rows: 2 used, left out starts_later 1, malformed nothing");
    }

    @Test
    void severalCurrenciesAskForOne() {
        String head = "customer,start,end,price,currency\n";
        String euro = "a,2026-01-01,,100,EUR\n";
        String yen = "b,2026-01-01,,5000,JPY\n";
        SubscriptionReading reading = READING.withObservedThrough(LocalDate.of(2026, 3, 31))
                .withPrice(MoneyDefinition.ofDecimals(2).withCurrency());
        assertThatThrownBy(() -> read(reading, head + euro + yen + "c,2026-01-01,,30,eur\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("currency must be one, got EUR and JPY (f, line 3); choose the one that counts,"
                        + " as with --in EUR");
        assertThatThrownBy(() -> read(reading, head + yen + euro))
                .hasMessage("currency must be one, got JPY and EUR (f, line 3); choose the one that counts,"
                        + " as with --in JPY");
        SubscriptionReading one =
                reading.withPrice(MoneyDefinition.ofDecimals(2).countingIn(Currency.getInstance("EUR")));
        Outcome<GroupedSubscriptions> outcome = read(one, head + yen + euro);
        assertThat(outcome.accounting()).hasToString("2 rows: 1 used, left out other_currency 1, malformed nothing");
        assertThat(outcome.result().currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(all(outcome).leftOut()).isOne();
    }

    /** The only subscription of Basic ends in April, and the question goes on to May. */
    @Test
    void aGroupThatIsGoneHasChurned() {
        String text = """
                customer,start,end,price,plan
                a,2026-01-10,2026-04-15,50,Basic
                a,2026-04-15,,80,Pro
                b,2026-01-10,,80,Pro
                """;
        GroupedRevenue revenue = read(PRICED.withObservedThrough(LocalDate.of(2026, 5, 31)), text, "plan")
                .result()
                .recurringRevenue(SnapshotDay.LAST);
        Groups<RevenueLedger<String>> ledgers = revenue.ledgers();
        RevenueBridge basic =
                bridge(revenue, ledgers.group(Labels.of("Basic")).total().summary());
        assertThat(basic.churn().amount()).isEqualTo(50);
        assertThat(basic.closing().amount()).isZero();
        assertThat(basic.last()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(bridge(revenue, ledgers.all().total().summary()).closing().amount())
                .isEqualTo(160);
        assertThat(bridge(revenue, ledgers.all().total().summary()).churn().amount())
                .isZero();
    }

    /** Three at 100 a year are 25 a month, and a hundred at 5 are 41.67: the division comes after the sum. */
    @Test
    void yearlyPricesAreDividedAfterTheSum() {
        SubscriptionReading march = PRICED.withBillingMonths(null).withObservedThrough(LocalDate.of(2026, 3, 31));
        String head = "customer,start,end,price,billing_months\n";
        String three = head + "a,2026-01-01,,100,12\nb,2026-01-01,,100,12\nc,2026-01-01,,100,12\n";
        assertThat(bridge(march, three).closing().amount()).isEqualTo(25);
        StringBuilder hundred = new StringBuilder(head);
        for (int i = 0; i < 100; i++) {
            hundred.append('c').append(i).append(",2026-01-01,,5,12\n");
        }
        assertThat(bridge(march, hundred.toString()).closing().amount()).isEqualTo(500 / 12.0);
    }

    @Test
    void termsAndBillsMayBeColumns() {
        String text = """
                customer,start,end,price,billing_months,term_months
                a,2026-01-01,,10,1,12
                b,2026-01-01,,10,12,1
                c,2026-01-01,,10,0,0
                d,2026-01-01,,-10,1,0
                e,2026-03-01,2026-02-01,10,1,0
                """;
        Outcome<GroupedSubscriptions> outcome =
                read(PRICED.withBillingMonths(null).withTermMonths(null), text);
        assertThat(outcome.accounting().leftOut())
                .hasToString("billing_not_positive 1, end_before_start 1, negative_price 1, term_below_billing 1");
        assertThat(all(outcome).churn(APRIL, APRIL.plusMonths(1)).eligible()).isZero();
        assertThat(outcome.result().firstStart()).isEqualTo("2026-01-01");
    }

    @Test
    void withoutRowsThereIsNoWindow() {
        GroupedSubscriptions none = read(PRICED, "customer,start,end,price\n").result();
        assertThat(none.firstStart()).isNull();
        assertThat(none.observedThrough()).isNull();
        assertThat(none.recurringRevenue(SnapshotDay.LAST).first()).isNull();
        GroupedSubscriptions early = read(
                        PRICED.withObservedThrough(LocalDate.of(2026, 1, 15)),
                        "customer,start,end,price\na,2026-01-02,,5\n")
                .result();
        assertThat(early.recurringRevenue(SnapshotDay.LAST).last())
                .as("no month is over")
                .isNull();
        assertThat(early.recurringRevenue(SnapshotDay.FIRST).last())
                .as("its first day is known")
                .isNotNull();
    }
}
