package io.cxmetrics.input.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {

    private static final String ROWS = """
            id;plan;amount;at;a col
            1;gold;9;2026-01-31;x
            2;gold, yearly;10;2026-02-01T00:00:00Z;it's
            3;;09.0;;y
            4;free;-;2026-02-01 01:00+02:00;z
            """;

    private static String passing(String where) {
        List<String> ids = new ArrayList<>();
        try (Rows rows = Tables.of(ROWS).rows()) {
            Where.Bound bound = Where.parse(where).bind(rows);
            var id = rows.column("id");
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (bound.test(row)) {
                    ids.add(row.text(id));
                }
            }
        }
        return String.join("", ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plan = gold|1",
                "plan == 'gold, yearly'|2",
                "plan != gold|234",
                "plan <> gold|234",
                "plan = ''|3",
                "amount = 9|13", // as numbers: 09.0 is 9
                "amount < 10|134", // as text where one side is no number: a hyphen sorts before digits
                "amount < 10 and amount != -|13",
                "amount >= 9.5|2",
                "amount <= 9|134",
                "id > 2|34",
                "at < 2026-02-01|14", // as times: 01:00+02:00 is 23:00 in UTC on the day before
                "at >= '2026-02-01'|2",
                "at = 2026-02-01|2",
                "plan is blank|3",
                "plan IS NOT BLANK|124",
                "not plan is blank|124",
                "plan in (gold, free)|14",
                "plan in ('gold, yearly')|2",
                "plan not in (gold, free)|23",
                "amount in (9, 10)|123",
                "plan = gold or plan = free and id = 1|1",
                "(plan = gold or plan = free) and id = 4|4",
                "not (plan = gold or plan = free)|23",
                "not not plan = gold|1",
                "`a col` = x|1",
                "\"a col\" = 'it''s'|2",
                "plan>free|12",
            })
    void rowsPass(String where, String ids) {
        assertThat(passing(where)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|filter must have a column at character 1, got its end",
                "plan|filter must have one of = != < <= > >= in, is blank at character 5, got its end",
                "plan =|filter must have a value at character 7, got its end",
                "plan = gold or|filter must have a column at character 15, got its end",
                "plan = gold plan|filter must have and, or, or the end at character 13, got plan",
                "(plan = gold|filter must have ) at character 13, got its end",
                "plan in gold|filter must have ( at character 9, got gold",
                "plan in ()|filter must have a value at character 10, got )",
                "plan in (a b)|filter must have ) at character 12, got b)",
                "plan is x|filter must have blank at character 9, got x",
                "plan not x|filter must have in at character 10, got x",
                "plan = 'x|filter must have a quote that is closed at character 8, got 'x",
                "plan = )|filter must have a value at character 8, got )",
            })
    void whatIsNoFilterSaysWhere(String where, String message) {
        assertThatThrownBy(() -> Where.parse(where))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void aColumnThatDoesNotExistIsAnErrorThatNamesTheNearest() {
        assertThatThrownBy(() -> passing("paln = gold"))
                .hasMessage("f: no column paln among id, plan, amount, at, a col; did you mean plan?");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatThrownBy(() -> Where.parse("(".repeat(100_000) + "a=1"))
                .hasMessage("filter must not be nested deeper than 100 times");
        assertThatThrownBy(() -> Where.parse("not ".repeat(100_000) + "a=1"))
                .hasMessage("filter must not be nested deeper than 100 times");
        assertThat(Where.parse("a=1" + " or a=1".repeat(10_000)).columns()).containsExactly("a");
    }

    @Test
    void aFilterIsTextAgain() {
        Where where = Where.parse("a = 'x''y' and (b in (1, 2) or c is not blank) and not d < 3");
        assertThat(where).hasToString("(a = 'x''y' and (b in ('1', '2') or not c is blank) and not d < '3')");
        assertThat(Where.parse(where.toString())).hasToString(where.toString());
        assertThat(where.columns()).containsExactly("a", "b", "c", "d");
        assertThat(new Operand("x")).isEqualTo(new Operand(" x")).hasSameHashCodeAs(new Operand("x"));
    }
}
