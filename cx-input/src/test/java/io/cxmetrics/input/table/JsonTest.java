package io.cxmetrics.input.table;

import static io.cxmetrics.input.table.TableLayout.DETECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static List<String> read(String text, String... names) {
        return Tables.read(Tables.of(text), names);
    }

    @Test
    void jsonLinesAreRows() {
        String text = """
                {"nps": 9, "who": {"plan": "gold", "tags": ["a", "b"]}}

                {"who": {"plan": null}, "nps": 3.50}
                {"nps": true, "items": [{"id": 7}, {"id": 8}]}
                """;
        assertThat(read(text, "nps", "who.plan", "who.tags.1", "items.1.id"))
                .containsExactly("1: 9|gold|b|", "3: 3.50|||", "4: true|||8");
    }

    @Test
    void aLineThatIsNoObjectIsMalformedAndTheNextIsRead() {
        assertThat(read("{\"a\":1}\n{\"a\":\n[1]\n{\"a\":2} {\"a\":3}\n{\"a\":4}\n", "a"))
                .containsExactly(
                        "1: 1",
                        "5: 4",
                        "f, line 2: is no JSON: Unexpected end-of-input within/between Object entries",
                        "f, line 3: must be a JSON object",
                        "f, line 4: must be one JSON object, got more");
    }

    @Test
    void anArrayOfObjectsIsATable() {
        assertThat(read("[{\"a\": 1},\n {\"a\": \"x\"}\n]", "a")).containsExactly("1: 1", "2: x");
        assertThat(read(" [ ]", "a")).isEmpty();
        assertThat(read("[{\"a\": 1},\n7,\n[{\"a\":3}],\n {\"a\": 2}]", "a"))
                .containsExactly(
                        "1: 1", "4: 2", "f, line 2: must be a JSON object", "f, line 3: must be a JSON object");
    }

    @Test
    void anObjectWithOneArrayIsATable() {
        String text = "{\"count\": 2, \"ids\": [1, [2]], \"page\": {\"rows\": [{\"a\": 0}]},\n"
                + "\"data\": [{\"a\": 1},\n{\"a\": 2}], \"next\": null, \"tags\": [\"x\", {\"y\": []}]}";
        assertThat(read(text, "a")).containsExactly("2: 1", "3: 2");
        assertThat(read("{\"data\": [{\"a\": 1}]}", "a")).containsExactly("1: 1");
        assertThatThrownBy(() -> read("{\n\"x\": [{\"a\": 1}],\n\"y\": [{\"a\": 2}]}", "a"))
                .hasMessage("f: two arrays of objects, x and y; which one holds the rows?");
        String late = "{\n\"x\": [{\"a\": \"" + "z".repeat(70_000) + "\"}],\n\"y\": [{\"a\": 2}]}";
        assertThatThrownBy(() -> read(late, "a"))
                .hasMessage("f, line 3: two arrays of objects, x and y; which one holds the rows?");
    }

    @Test
    void objectsOfSeveralLinesAreRows() {
        assertThat(read("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n", "a")).containsExactly("1: 1", "4: 2");
        assertThat(read("{\n  \"a\": 1\n}", "a")).containsExactly("1: 1");
    }

    @Test
    void damagedJsonThatIsNoLineIsAnError() {
        assertThatThrownBy(() -> read("[{\"a\": 1},\n{\"a\" 2}]", "a"))
                .hasMessageStartingWith("f, line 2: is no JSON: ");
        assertThatThrownBy(() -> read("[{\"a\": 1}", "a")).hasMessageStartingWith("f, line 1: is no JSON: ");
        assertThatThrownBy(() -> read("[{\"a\": 1}] x", "a")).hasMessageStartingWith("f, line 1: is no JSON: ");
        assertThatThrownBy(() -> read("[{\"a\": 1}] 7", "a"))
                .hasMessage("f, line 1: something follows the end of the JSON");
    }

    @Test
    void aKeyThatNoRowHasIsAnErrorAtTheEnd() {
        assertThatThrownBy(() -> read("{\"nps\": 9}\n", "nsp"))
                .hasMessage("f: no column nsp among nps; did you mean nps?");
        assertThatThrownBy(() -> read("[{\"nps\": 9, \"b\": {\"c\": 1}}]", "b.d"))
                .hasMessage("f: no column b.d among nps, b.c; did you mean b.c?");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append("{\"a\": ").append(i).append(", \"b\": {\"c\": 1}}\n");
        }
        assertThat(read(rows + "{\"late\": {\"x\": 5}}\n", "late.x"))
                .contains("201: 5")
                .hasSize(201);
        try (Rows open = Tables.of("{\"nps\": 9}\n").rows()) {
            assertThat(open.columns()).isEmpty();
            assertThat(open.optionalColumn("x")).isPresent();
        }
        try (Rows open = Tables.of("[]").rows()) {
            assertThat(open.columns()).isEmpty();
            assertThat(open.optionalColumn("x")).isPresent();
        }
    }

    @Test
    void theLayoutMaySayWhatItIs() {
        assertThat(Tables.read("{\"a\": [{\"b\": 1}]}", DETECTED.withFormat(TableLayout.Format.JSON_LINES), "a.0.b"))
                .containsExactly("1: 1");
        assertThat(Tables.read("{\"a\": 1}", DETECTED.withFormat(TableLayout.Format.CSV), "{\"a\": 1}"))
                .isEmpty();
    }
}
