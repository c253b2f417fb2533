package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of shops as they are: lines for orders, refunds in columns, several currencies, guests. */
class PurchaseCasesTest {

    private static JsonNode total(String input, String args) throws JsonProcessingException {
        return Run.withInput(input, (args + " - --format=json").split(" "))
                .json()
                .get("total");
    }

    /** Two orders, of 60 with three items and of 40 with one. */
    @Test
    void anOrderIsNoLineOfIt() throws JsonProcessingException {
        String lines = """
                no,day,mail,total,item
                11,2026-03-01,a@x.org,60.00,shirt
                11,2026-03-01,a@x.org,60.00,hat
                11,2026-03-01,a@x.org,60.00,socks
                12,2026-04-01,b@x.org,40.00,shirt
                """;
        JsonNode total = total(lines, "clv --customer=mail --at=day --amount=total --order-id=no");
        assertThat(total.get("orders").longValue()).isEqualTo(2);
        assertThat(total.get("net").doubleValue()).isEqualTo(100);
        assertThat(total.get("clv").doubleValue()).isEqualTo(50);
        assertThat(total(lines, "clv --customer=mail --at=day --amount=total --order-id=no --lines=parts")
                        .get("net")
                        .doubleValue())
                .isEqualTo(220);
        assertThat(total(lines, "rfm --customer=mail --at=day --amount=total --order-id=no")
                        .get("revenue")
                        .doubleValue())
                .isEqualTo(100);
        assertThat(total(lines, "retention --customer=mail --at=day --order-id=no --min=2 --days=1")
                        .at("/intervals/0/active")
                        .longValue())
                .as("nobody ordered twice on the day of the start")
                .isZero();
    }

    @Test
    void anOrderWithTwoTotalsIsSaid() {
        Run run = Run.withInput(
                "no,day,who,total\n1,2026-03-01,a,5\n1,2026-03-01,a,6\n2,2026-03-01,b,6\n",
                "clv --customer=who --at=day --amount=total --order-id=no -".split(" "));
        assertThat(run.err()).contains("cx: customers are left out with orders whose lines say different totals");
        assertThat(run.out()).contains("left out: 2 customer left out");
    }

    @Test
    void refundsStandInAColumn() throws JsonProcessingException {
        String orders = """
                mail,day,total,back
                a,2026-03-01 10:00:00 -0500,100.00,100.00
                b,2026-03-02 10:00:00 -0500,50.00,0.00
                c,2026-03-03 10:00:00 -0500,80.00,20.00
                """;
        JsonNode total =
                total(orders, "clv --customer=mail --at=day --amount=total --refunded=back --zone=America/New_York");
        assertThat(total.get("net").doubleValue()).isEqualTo(110);
        assertThat(total.get("refunds").doubleValue()).isEqualTo(120);
        assertThat(total.get("returns").longValue()).isEqualTo(2);
        assertThat(total(orders, "rfm --customer=mail --at=day --amount=total --refunded=back")
                        .get("revenue")
                        .doubleValue())
                .isEqualTo(110);
    }

    @Test
    void whoOnlyGotMoneyBackDidNotReturn() throws JsonProcessingException {
        String orders = "c,at,amt\na,2026-01-05,100\na,2026-02-03,-100\nb,2026-01-10,50\nb,2026-02-10,30\n";
        String command = "retention --customer=c --at=at --amount=amt --as-of=2026-02-28";
        assertThat(total(orders, command).at("/intervals/1/retention").doubleValue())
                .isEqualTo(50);
        assertThat(total(orders, command + " --purchases=every-activity")
                        .at("/intervals/1/retention")
                        .doubleValue())
                .isEqualTo(100);
        JsonNode first = total(
                "c,at,amt\na,2026-01-05,-10\na,2026-02-03,100\nb,2026-01-05,-1\n",
                "retention --customer=c --at=at --amount=amt --as-of=2026-03-31");
        assertThat(first.at("/periods/0/period").textValue()).isEqualTo("2026-02");
        assertThat(first.get("customers_without_purchase").longValue()).isOne();
    }

    @Test
    void twoCurrenciesAreNeverAddedUp() throws JsonProcessingException {
        String orders = "c,at,amt,cur\na,2026-01-05,100,EUR\nb,2026-01-06,5000,JPY\n";
        String command = "clv --customer=c --at=at --amount=amt --currency=cur";
        Run run = Run.withInput(orders, (command + " -").split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "cx: amounts must be in one currency, got EUR and JPY (-, line 3); choose the one that counts,"
                                + " as with --in EUR\n");
        assertThat(total(orders, command + " --in=eur").get("net").doubleValue())
                .isEqualTo(100);
        assertThat(total(orders, command + " --in=JPY --decimals=0").get("net").doubleValue())
                .isEqualTo(5000);
        assertThat(Run.withInput(orders, (command + " --in=EUR -").split(" ")).out())
                .contains("currency: EUR", "1 other currency");
    }

    /** Two start in the week of Sunday 1 March, one in the next; of the two one comes back. */
    @Test
    void weeksMayStartOnSunday() throws JsonProcessingException {
        String logins = "user,at\nu1,2026-03-01\nu1,2026-03-02\nu2,2026-03-02\nu2,2026-03-09\nu3,2026-03-08\n"
                + "u3,2026-03-15\n";
        JsonNode weeks = total(logins, "retention --customer=user --at=at --per=week-from-sunday --as-of=2026-03-21")
                .get("periods");
        assertThat(weeks).hasSize(2);
        assertThat(weeks.at("/0/period").textValue()).isEqualTo("2026-03-01");
        assertThat(weeks.at("/0/size").longValue()).isEqualTo(2);
        assertThat(weeks.at("/0/intervals/1/active").longValue()).isOne();
        assertThat(weeks.at("/1/period").textValue()).isEqualTo("2026-03-08");
        assertThat(weeks.at("/1/intervals/1/active").longValue()).isOne();
        JsonNode iso = total(logins, "retention --customer=user --at=at --per=week --as-of=2026-03-22")
                .get("periods");
        assertThat(iso.at("/0/period").textValue()).isEqualTo("2026-W09");
        assertThat(iso.at("/0/size").longValue()).isOne();
        assertThat(iso.at("/1/size").longValue()).isEqualTo(2);
    }

    /** An unreadable amount says neither that the customer stayed away nor that it was nothing. */
    @Test
    void anUnreadRowLeavesItsCustomerOut() throws JsonProcessingException {
        String orders = "c,at,amt\na,2026-01-05,10\na,2026-02-05,\nb,2026-01-05,10\nb,2026-02-05,20\n";
        for (String command : List.of("clv", "rfm", "retention")) {
            JsonNode total = total(orders, command + " --customer=c --at=at --amount=amt --as-of=2026-02-28");
            assertThat(total.get("customers_left_out").longValue()).as(command).isOne();
            assertThat(total.at("/left_out/no_amount").longValue()).as(command).isOne();
            assertThat(total.at("/left_out/customer_left_out").longValue())
                    .as(command)
                    .isOne();
        }
        assertThat(total(orders, "retention --customer=c --at=at --amount=amt --as-of=2026-02-28")
                        .at("/intervals/1/retention")
                        .doubleValue())
                .isEqualTo(100);
    }

    @Test
    void guestsAreNotOneCustomer() throws JsonProcessingException {
        String orders = "c,at,amt\nguest,2026-01-05,10\nGuest,2026-02-05,10\n,2026-02-05,10\nshop,2026-01-05,1\n"
                + "b,2026-01-05,10\n";
        JsonNode total = total(orders, "clv --customer=c --at=at --amount=amt --nobody=shop");
        assertThat(total.get("customers").longValue()).isOne();
        assertThat(total.at("/left_out/no_customer").longValue()).isEqualTo(4);
    }

    @Test
    void theEndIsADayOrAnInstant() throws JsonProcessingException {
        String orders = "c,at,amt\na,2026-01-31 09:00,10\nb,2026-01-31 12:00,10\nc,2026-02-01,10\n";
        String command = "clv --customer=c --at=at --amount=amt --as-of=";
        assertThat(total(orders, command + "2026-01-31").get("customers").longValue())
                .isEqualTo(2);
        assertThat(total(orders, command + "2026-01-31T12:00Z").get("customers").longValue())
                .isOne();
        assertThat(Run.withInput(orders, (command + "2026-01-31T12:00Z -").split(" "))
                        .out())
                .contains("as of: 2026-01-31T12:00:00Z", "2 after as of");
    }

    @Test
    void readsManyFilesAndSomeOfTheirRows(@TempDir Path folder) throws IOException {
        Path january = Files.writeString(folder.resolve("1.csv"), "c;at;amt;shop\na;2026-01-05;1.000,50;web\n");
        Path february = Files.writeString(
                folder.resolve("2.csv"), "shop;amt;c;at\nweb;20,00;a;2026-02-05\nstore;99,00;a;2026-02-05\n");
        List<String> args = new ArrayList<>(List.of("clv", january.toString(), february.toString()));
        args.addAll(List.of("--customer=c", "--at=at", "--amount=amt", "--decimal=,", "--thousands=."));
        args.addAll(List.of("--where=shop = web", "--format=json"));
        JsonNode report = Run.cx(args.toArray(String[]::new)).json();
        assertThat(report.at("/total/net").doubleValue()).isEqualTo(1020.5);
        assertThat(report.at("/total/left_out/filtered").longValue()).isOne();
        assertThat(report.get("rows").longValue()).isEqualTo(3);
    }

    /** A group has the customers who started in it, so that the groups add up to all. */
    @Test
    void groupsAddUpToAll() throws JsonProcessingException {
        JsonNode report = Run.withInput(
                        "c,at,amt,land\na,2026-02-05,10,at\na,2026-01-05,10,de\nb,2026-01-05,30,at\nd,x,1,de\n",
                        "clv --customer=c --at=at --amount=amt --by=land - --format=json".split(" "))
                .json();
        assertThat(report.at("/total/customers").longValue()).isEqualTo(2);
        assertThat(report.at("/groups/0/by/land").textValue()).isEqualTo("at");
        assertThat(report.at("/groups/0/net").doubleValue()).isEqualTo(30);
        assertThat(report.at("/groups/1/net").doubleValue()).isEqualTo(20);
        assertThat(report.at("/groups/1/customers_left_out").longValue()).isOne();
        assertThat(report.get("used_rows").longValue()).isEqualTo(3);
        assertThat(report.get("left_out_rows").longValue()).isOne();
    }
}
