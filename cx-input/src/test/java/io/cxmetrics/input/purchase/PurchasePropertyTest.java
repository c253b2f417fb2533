package io.cxmetrics.input.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every file of purchases, however dirty. */
class PurchasePropertyTest {

    private static final PurchaseReading READING = PurchaseReading.of(Dates.ISO, ZoneOffset.UTC)
            .withAmounts(PurchaseAmounts.of(Numbers.PLAIN, MoneyUnit.CENTS).withRefunded())
            .groupedBy(Grouping.by("plan"))
            .observedThrough(LocalDate.of(2026, 5, 31));

    /** The first row is clean, so that something can be read. */
    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>(List.of("z,1,2026-01-01,5,,gold"));
        for (int i = random.nextInt(60); i > 0; i--) {
            rows.add(String.join(
                    ",",
                    random.nextInt(12) == 0 ? "" : "c" + random.nextInt(8),
                    random.nextInt(4) == 0 ? "" : "" + random.nextInt(20),
                    random.nextInt(25) == 0
                            ? "soon"
                            : LocalDate.of(2026, 1, 1)
                                    .plusDays(random.nextInt(180))
                                    .toString(),
                    random.nextInt(25) == 0 ? "x" : "" + (random.nextInt(10) - 2),
                    random.nextInt(5) == 0 ? "1" : "",
                    random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "gold" : "free"));
        }
        return rows;
    }

    private static Outcome<CustomerLogs> read(PurchaseReading reading, List<String> rows) {
        return reading.read(Tables.of("customer,order,date,amount,refunded,plan\n" + String.join("\n", rows) + "\n"));
    }

    private static HistoricValue value(Groups.Part<CustomerLog> part) {
        return HistoricValue.from(part.summary().log(), PurchaseDefinition.in(ZoneOffset.UTC));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void groupsAddUpToAll(@ForAll long seed, @ForAll boolean lines) {
        Random random = new Random(seed);
        PurchaseReading reading = lines ? READING.withOrders(OrderRule.PARTS) : READING;
        Outcome<CustomerLogs> outcome = read(reading, rows(random));
        Groups<CustomerLog> groups = outcome.result().groups();
        Groups.Part<CustomerLog> all = groups.all().total();
        List<Groups.Part<CustomerLog>> parts =
                groups.byLabels().values().stream().map(Groups.Group::total).toList();
        assertThat(parts.stream().map(PurchasePropertyTest::value).reduce(HistoricValue.EMPTY, HistoricValue::plus))
                .isEqualTo(value(all));
        assertThat(parts.stream().map(Groups.Part::summary).reduce(CustomerLog.EMPTY, CustomerLog::plus))
                .isEqualTo(all.summary());
        assertThat(parts.stream().mapToLong(Groups.Part::used).sum()).isEqualTo(all.used());
        assertThat(all.used()).isEqualTo(outcome.accounting().used());
        assertThat(all.leftOut().counts())
                .isEqualTo(outcome.accounting().leftOut().counts());
        assertThat(all.rows()).isEqualTo(outcome.accounting().rows());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfRowsSaysNothing(@ForAll long seed, @ForAll OrderRule rule) {
        Random random = new Random(seed);
        List<String> rows = rows(random);
        PurchaseReading reading = READING.withOrders(rule);
        Groups<CustomerLog> groups = read(reading, rows).result().groups();
        Collections.shuffle(rows, random);
        Groups<CustomerLog> shuffled = read(reading, rows).result().groups();
        assertThat(shuffled.all().total().summary())
                .isEqualTo(groups.all().total().summary());
        assertThat(shuffled.byLabels().keySet()).isEqualTo(groups.byLabels().keySet());
        groups.byLabels()
                .forEach((labels, group) -> assertThat(
                                shuffled.group(labels).total().summary())
                        .isEqualTo(group.total().summary()));
    }

    /** Whoever has an unreadable row is not in the log at all, so no answer of theirs can be wrong. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void customersAreThereWholeOrNotAtAll(@ForAll long seed) {
        List<String> rows = rows(new Random(seed));
        CustomerLog all = read(READING, rows).result().groups().all().total().summary();
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            boolean unread = cells[2].equals("soon") || cells[3].equals("x");
            boolean later = !cells[2].equals("soon") && cells[2].compareTo("2026-05-31") > 0;
            if (unread && !later && !cells[0].isEmpty()) {
                assertThat(all.log().histories()).doesNotContainKey(cells[0]);
            }
        }
    }
}
