package io.cxmetrics.input.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Packed;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Scores;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Field<Integer> NPS = Field.required(
            "nps", Scores.on(Screening.on(RatingScale.ZERO_TO_TEN).withNoAnswer("99")));

    private static final Field<String> CUSTOMER = Field.required("customer", Names.required());
    private static final Field<Long> AMOUNT = Field.required("amount", Numbers.PLAIN.amounts(2));

    private record Spell(String customer, Moment start, Moment end) {}

    @Test
    void rowsAreFoldedIntoASummaryWithoutTexts() {
        Outcome<Nps> outcome = Reading.of(NPS).fold(Tables.of("nps\n9\n10\n3\n99\n\n11\n"), Nps.aggregation());
        assertThat(outcome.result()).isEqualTo(Nps.of(9, 10, 3));
        assertThat(outcome.accounting())
                .hasToString("6 rows: 3 used, left out blank 1, no_answer 1, out_of_scale 1, malformed nothing");
        assertThat(outcome.accounting().leftOut().examples(new Reason("out_of_scale", Reason.Kind.INVALID)))
                .containsExactly("f, line 7: nps must be a whole number in 0..10, got 11");
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void rolesSayWhichColumnPlaysWhichPart() {
        Reading<String> reading = Reading.of(row -> row.get(CUSTOMER) + row.get(AMOUNT), CUSTOMER, AMOUNT);
        Table table = Tables.of("Client, amount \na,1\nb,x\n");
        Outcome<List<String>> outcome =
                reading.with(Roles.NONE.with("customer", "Client")).toList(table);
        assertThat(outcome.result()).containsExactly("a100");
        assertThat(outcome.accounting().leftOut().examples(Reason.invalid("amount")))
                .containsExactly("f, line 3: amount must be a number of at most 15 digits, got x");
        assertThatThrownBy(() -> reading.toList(Tables.of("client,amount\n")))
                .hasMessage("f: no column customer among client, amount");
        assertThatThrownBy(() -> Roles.parse("created")).hasMessage("role must be like created=Opened at, got created");
        assertThatThrownBy(() -> Roles.parse("a=b", "a=c")).hasMessage("role a is named twice: b and c");
        assertThat(Roles.parse("a=b, c", "d=e=f")).hasToString("{a=b, c, d=e=f}");
        assertThat(Roles.of(java.util.Map.of("a", "b")).column("a")).isEqualTo("b");
    }

    @Test
    void anUnreadableOptionalFieldIsNotTakenForBlank() {
        Field<Moment> start = Field.required("start", Dates.ISO);
        Field<Moment> end = Field.optional("end", Dates.ISO);
        Field<String> note = Field.required("note", Names.required()).ifPresent();
        Reading<Spell> reading = Reading.of(
                row -> {
                    Moment ended = row.orNull(end);
                    if (ended != null && ended.written().isBefore(row.get(start).written())) {
                        row.leaveOut(
                                new Reason("ends_before_start", Reason.Kind.INVALID), "end must not be before start");
                        return null;
                    }
                    return new Spell(row.get(CUSTOMER), row.get(start), ended == null ? row.get(start) : ended);
                },
                CUSTOMER,
                start,
                end,
                note);
        Outcome<List<Spell>> outcome = reading.toList(Tables.of("""
                customer,start,end
                a,2026-01-01,
                b,2026-01-01,0000-00-00
                c,2026-01-01,soon
                d,2026-02-01,2026-01-01
                ,2026-02-01,
                """));
        assertThat(outcome.result()).extracting(Spell::customer).containsExactly("a", "b");
        LeftOut leftOut = outcome.accounting().leftOut();
        assertThat(leftOut).hasToString("ends_before_start 1, invalid_end 1, no_customer 1");
        assertThat(leftOut.examples(new Reason("ends_before_start", Reason.Kind.INVALID)))
                .containsExactly("f, line 5: end must not be before start");
        assertThatThrownBy(() -> Reading.of(row -> row.get(AMOUNT), CUSTOMER).toList(Tables.of("customer\na\n")))
                .hasMessage("field amount was not declared for this reading");
        assertThatThrownBy(() -> Reading.<String>of(row -> null, CUSTOMER).toList(Tables.of("customer\na\n")))
                .hasMessage("the function of a reading returned null without a reason");
    }

    @Test
    void aSinkSeesWhoseRowWasLeftOut() {
        TreeSet<String> spoiled = new TreeSet<>();
        Outcome<Long> outcome = Reading.of(row -> row.get(AMOUNT), CUSTOMER, AMOUNT)
                .read(Tables.of("customer,amount\na,1\nb,\nc,2\n"), new Sink<Long>() {
                    @Override
                    public void used(Long input, Fields row) {
                        assertThat(row.place().file()).isEqualTo("f");
                    }

                    @Override
                    public void leftOut(Reason reason, Fields row) {
                        spoiled.add(row.get(CUSTOMER) + " " + reason);
                        assertThat(row.orNull(AMOUNT)).isNull();
                    }
                });
        assertThat(outcome.result()).isEqualTo(2);
        assertThat(spoiled).containsExactly("b no_amount");
    }

    @Test
    void onlyTheFirstThreeOfAReasonAreShown() {
        LeftOut leftOut = Reading.of(CUSTOMER)
                .toList(Tables.of("customer,x\na,1\n,2\n,3\n,4\n,5\n"))
                .accounting()
                .leftOut();
        assertThat(leftOut.count(Reason.blank("customer"))).isEqualTo(4);
        assertThat(leftOut.examples(Reason.blank("customer")))
                .containsExactly(
                        "f, line 3: customer must not be blank",
                        "f, line 4: customer must not be blank",
                        "f, line 5: customer must not be blank");
    }

    @Test
    void aFileOfWhichNothingCouldBeReadIsAnError() {
        assertThatThrownBy(() -> Reading.of(NPS).toList(Tables.of("nps,x\nten,1\nnine,2\n,3\n4\n")))
                .isInstanceOf(InputException.class)
                .hasMessage("f: none of its 4 rows could be used: 2 not_a_number"
                        + " (f, line 2: nps must be a whole number in 0..10, got ten), 1 blank (f, line 4: nps must "
                        + "be a"
                        + " whole number in 0..10), 1 short_row (f, line 5: expected 2 fields, found 1)");
        Table two = Table.of(
                Source.of("good", new ByteArrayInputStream(Packed.utf8("nps,x\n9,1\n"))),
                Source.of("bad", new ByteArrayInputStream(Packed.utf8("nps,x\n9\n"))));
        assertThatThrownBy(() -> Reading.of(NPS).toList(two))
                .hasMessage(
                        "bad: none of its 1 rows could be used: 1 short_row (bad, line 2: expected 2 fields, found 1)");
        assertThat(Reading.of(NPS).toList(Tables.of("nps,x\n")).accounting()).isEqualTo(Accounting.EMPTY);
        assertThat(Reading.of(NPS)
                        .toList(Tables.of("nps,x\n99,1\n"))
                        .accounting()
                        .leftOut())
                .hasToString("no_answer 1");
    }

    @Test
    void strictStopsAtTheFirstRowThatIsWrong() {
        Reading<Integer> strict = Reading.of(NPS).strict();
        assertThatThrownBy(() -> strict.toList(Tables.of("nps,x\n9,1\n11,2\n")))
                .hasMessage("f, line 3: nps must be a whole number in 0..10, got 11");
        assertThatThrownBy(() -> strict.toList(Tables.of("nps,x\n9,1\n8\n7,1\n")))
                .hasMessage("f, line 3: expected 2 fields, found 1");
        assertThatThrownBy(() -> strict.toList(Tables.of("nps,x\n9,1\n8\n")))
                .hasMessage("f, line 3: expected 2 fields, found 1");
        assertThat(strict.toList(Tables.of("nps,x\n9,1\n,2\n99,3\n")).result()).containsExactly(9);
    }

    @Test
    void aFilterLeavesRowsOutByChoice() {
        Outcome<List<Integer>> outcome = Reading.of(NPS)
                .with(Where.parse("plan = gold"))
                .toList(Tables.of("nps,plan\n9,gold\n8,free\nx,free\n"));
        assertThat(outcome.result()).containsExactly(9);
        assertThat(outcome.accounting().leftOut()).hasToString("filtered 2");
        assertThat(Reading.of(NPS)
                        .with(Where.parse("plan = none"))
                        .toList(Tables.of("nps,plan\nx,y\n"))
                        .result())
                .isEmpty();
    }

    /** Files with damage of all kinds, by chance: every line that is not empty is accounted for. */
    @RepeatedTest(50)
    void theLawOfTheAccountsHoldsForDirtyFiles(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        String[] cells = {"9", "10", "", "x", "99", "11", "\"a\nb\"", "3"};
        StringBuilder text = new StringBuilder("nps,customer\n9,a\n");
        int rows = 1;
        for (int i = random.nextInt(60); i > 0; i--) {
            int fields = 1 + random.nextInt(3);
            List<String> row = new ArrayList<>();
            for (int j = 0; j < fields; j++) {
                row.add(cells[random.nextInt(cells.length)]);
            }
            String line = String.join(",", row);
            text.append(line).append('\n');
            rows += line.isEmpty() ? 0 : 1;
        }
        Outcome<List<String>> outcome =
                Reading.of(row -> row.get(CUSTOMER), NPS, CUSTOMER).toList(Tables.of(text.toString()));
        Accounting accounting = outcome.accounting();
        assertThat(accounting.rows()).isEqualTo(rows);
        assertThat(accounting.used()
                        + accounting.leftOut().count()
                        + accounting.malformed().count())
                .isEqualTo(rows);
        assertThat(outcome.result()).hasSize((int) accounting.used());
        assertThat(accounting.plus(Accounting.EMPTY)).isEqualTo(accounting);
    }

    @Test
    void accountsThatBreakTheLawAreRefused() {
        assertThatThrownBy(() -> new Accounting(3, 1, LeftOut.EMPTY, LeftOut.EMPTY))
                .hasMessage("rows must be used + left out + malformed (1), got 3");
        assertThatThrownBy(() -> new Accounting(-1, -1, LeftOut.EMPTY, LeftOut.EMPTY))
                .hasMessage("used must not be negative, got -1");
    }
}
