package io.cxmetrics.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A table read back from any dress is the table that was written. */
class DressTest {

    private static final List<String> HEADER = List.of("id", "amount", "at", "note");
    private static final String LETTERS = "ab ,;|\t\"'é0-\n";

    private static final FieldReader<String> AS_IT_IS = Value::of;
    private static final Field<String> ID = Field.required("id", Names.required());
    private static final Field<Long> AMOUNT = Field.required("amount", Numbers.PLAIN.amounts(2));
    private static final Field<Moment> AT = Field.optional("at", Dates.ISO);
    private static final Field<String> NOTE = Field.required("note", AS_IT_IS);
    private static final Reading<Input> READING = Reading.of(
            row -> new Input(row.get(ID), row.get(AMOUNT), row.orNull(AT), row.get(NOTE)), ID, AMOUNT, AT, NOTE);

    private record Input(String id, long amount, @Nullable Moment at, String note) {}

    private record Written(List<Input> inputs, List<List<String>> rows) {}

    /** Ids are never blank, so that no row is an empty line. */
    private static Written table(Random random) {
        List<Input> inputs = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            long amount = random.nextInt(200_000) - 100_000L;
            String at = random.nextInt(3) == 0
                    ? ""
                    : String.format(
                            "20%02d-%02d-%02d", random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
            StringBuilder note = new StringBuilder();
            for (int j = random.nextInt(8); j > 0; j--) {
                note.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String sign = amount < 0 ? "-" : "";
            String written = sign + Math.abs(amount) / 100 + String.format(".%02d", Math.abs(amount) % 100);
            rows.add(List.of("id" + i, written, at, note.toString()));
            inputs.add(new Input(
                    "id" + i, amount, at.isEmpty() ? null : Dates.ISO.read(at).get(), note.toString()));
        }
        return new Written(inputs, rows);
    }

    @Property(tries = 1000)
    void aTableIsReadBackFromAnyDress(@ForAll long seed) {
        Written table = table(new Random(seed));
        Dress dress = Dress.of(seed);
        byte[] bytes = dress.write(HEADER, table.rows());
        Source source = Source.of("f", Packed.pipe(bytes, 1 + new Random(seed).nextInt(500)));
        Source decoded = dress.namesCharset() ? source.withCharset(dress.charset()) : source;
        check(Table.of(decoded).with(dress.layout()), table.inputs());
    }

    @Property(tries = 300)
    void aTableIsReadBackFromJson(@ForAll long seed) {
        Random random = new Random(seed);
        Written table = table(random);
        List<String> objects = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < HEADER.size(); i++) {
                boolean left = row.get(i).isEmpty() && i == 2 && random.nextBoolean();
                String value = row.get(i).isEmpty() && i == 2 ? "null" : i == 1 ? row.get(i) : quoted(row.get(i));
                if (!left) {
                    pairs.add(random.nextInt(pairs.size() + 1), "\"" + HEADER.get(i) + "\": " + value);
                }
            }
            objects.add("{" + String.join(", ", pairs) + "}");
        }
        if (table.inputs().stream().allMatch(input -> input.at() == null)) {
            return; // a key that no row has is an error
        }
        String text = random.nextBoolean()
                ? String.join("\n", objects)
                : "[" + String.join(",\n", objects) + "]" + (random.nextBoolean() ? "\n" : "");
        if (text.indexOf("\"at\"") >= 0) {
            check(Tables.of(text).with(TableLayout.DETECTED), table.inputs());
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }

    private static void check(Table table, List<Input> inputs) {
        Outcome<List<Input>> outcome = READING.toList(table);
        assertThat(outcome.result()).isEqualTo(inputs);
        assertThat(outcome.accounting().rows()).isEqualTo(inputs.size());
        assertThat(outcome.warnings()).isEmpty();
    }
}
