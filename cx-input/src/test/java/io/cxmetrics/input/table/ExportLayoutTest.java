package io.cxmetrics.input.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.input.source.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What exports of systems ask of a table beside plain rows. */
class ExportLayoutTest {

    private static Table table(String text) {
        return Table.of(Source.of("export", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> values(Table table, String column) {
        List<String> values = new ArrayList<>();
        try (Rows rows = table.rows()) {
            Column found = rows.column(column);
            rows.forEach(row -> values.add(row.text(found)));
        }
        return values;
    }

    @Test
    void oneArrayAmongSeveralHoldsTheRows() {
        String json = "{\"count\":2,\"sets\":[{\"id\":7}],\"tickets\":[{\"id\":1},{\"id\":2}],\"more\":[{\"id\":8}]}";
        assertThatThrownBy(() -> values(table(json), "id")).hasMessageContaining("two arrays of objects");
        TableLayout layout = TableLayout.DETECTED.withArray("tickets");
        assertThat(values(table(json).with(layout), "id")).containsExactly("1", "2");
        assertThatThrownBy(() -> values(table("{\"users\":[{\"id\":1}]}").with(layout), "id"))
                .isInstanceOf(InputException.class)
                .hasMessage("export: no array named tickets");
    }

    @Test
    void headerRowsMakeOneNameWhereAsked() {
        String csv = "id,Which do you like?,,Age,\n,Tea,Coffee,Response,\n1,x,y,30,\n";
        TableLayout layout = TableLayout.DETECTED.withHeaderRows(2).withJoinedHeader();
        try (Rows rows = table(csv).with(layout).rows()) {
            assertThat(rows.columns())
                    .containsExactly("id", "Which do you like? - Tea", "Which do you like? - Coffee", "Age", "Age");
        }
        assertThat(values(table(csv).with(layout), "Which do you like? - Coffee"))
                .containsExactly("y");
    }

    @Test
    void aKeyInsideOfNullIsBlankAndAnOptionalOneMayBeMissing() {
        String json = "[{\"id\":1,\"rating\":null},{\"id\":2,\"rating\":null}]";
        assertThat(values(table(json), "rating.score")).containsExactly("", "");
        Field<String> id = Field.required("id", Names.required());
        Field<String> plan = Field.required("plan", Names.required()).ifPresent();
        Outcome<List<String>> outcome =
                Reading.of(row -> row.get(id) + row.orNull(plan), id, plan).toList(table(json));
        assertThat(outcome.result()).containsExactly("1null", "2null");
        assertThatThrownBy(() -> values(table(json), "rating_score")).hasMessageContaining("no column rating_score");
    }

    @Test
    void rowsAreLeftOutByReasonsOfTheirOwnBeforeTheFilterIsAsked() {
        String csv = "id,Status of it,kind\n1,live,a\n2,deleted,a\n3,live,b\n4,deleted,b\n5,test,a\n";
        Where where = Where.parse("kind = a")
                .without("deleted", Where.parse("state = deleted").renamed(name -> "Status of it"))
                .without("test", Where.parse("`Status of it` = test"))
                .without("merged", Where.parse("merged is not blank"));
        Reading<String> reading =
                Reading.of(Field.required("id", Names.required())).with(where);
        Outcome<List<String>> outcome = reading.toList(table(csv));
        assertThat(outcome.result()).containsExactly("1");
        Accounting accounting = outcome.accounting();
        assertThat(accounting.leftOut()).hasToString("deleted 2, filtered 1, test 1");
        Where again = Where.parse(Where.parse("`Status of it` = 'a''b' and not (x in (1, 2) or y is blank)")
                .toString());
        assertThat(again.columns()).containsExactly("Status of it", "x", "y");
        assertThat(Where.ALL).hasToString("all rows");
        assertThat(where.toString()).endsWith(" without test: `Status of it` = 'test'");
    }

    @Test
    void microsecondsSince1970AreTimes() {
        assertThat(Dates.of("epoch-micros").read("1617691790431476").get()).hasToString("2021-04-06T06:49:50.431476Z");
    }
}
