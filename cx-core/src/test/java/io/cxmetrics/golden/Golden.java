package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One set of golden values, computed outside Java over real data. */
final class Golden {

    private final String dataset;
    private final Map<String, JsonNode> goldens = new TreeMap<>();
    private final Map<String, Consumer<Expected>> checks = new TreeMap<>();
    private final Set<String> elsewhere = new TreeSet<>();

    private Golden(String dataset) {
        this.dataset = dataset;
    }

    /** Reads the golden values of a data set. */
    static Golden of(String dataset) {
        Golden golden = new Golden(dataset);
        try {
            new ObjectMapper()
                    .readTree(SharedData.file("golden/" + dataset + ".json").toFile())
                    .get("goldens")
                    .forEach(node -> golden.goldens.put(node.get("id").asText(), node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    /** Returns the values of one golden, of a data set whose goldens several tests share. */
    Expected expected(String id) {
        return Expected.of(goldens.get(id));
    }

    /** Says how one golden is checked. Every field of it has to be compared. */
    Golden check(String id, Consumer<Expected> check) {
        checks.put(id, check);
        return this;
    }

    /** Says how all goldens are checked that no other check names. */
    Golden checkAll(Consumer<Expected> check) {
        goldens.keySet().stream().filter(id -> !elsewhere.contains(id)).forEach(id -> checks.putIfAbsent(id, check));
        return this;
    }

    /** Says how the goldens are checked whose id starts with a word. */
    Golden checkEach(String start, Consumer<Expected> check) {
        goldens.keySet().stream().filter(id -> id.startsWith(start)).forEach(id -> checks.putIfAbsent(id, check));
        return this;
    }

    /** Names goldens of the data set that another test checks. */
    Golden checkedElsewhere(String... ids) {
        elsewhere.addAll(List.of(ids));
        return this;
    }

    /** One test for each golden, and one that there is a check for each and no other. */
    Stream<DynamicTest> tests() {
        DynamicTest complete = dynamicTest("every golden has a check", () -> {
            assertThat(checks).isNotEmpty().doesNotContainKeys(elsewhere.toArray(String[]::new));
            Set<String> known = new TreeSet<>(checks.keySet());
            known.addAll(elsewhere);
            assertThat(known).isEqualTo(goldens.keySet());
        });
        return Stream.concat(
                Stream.of(complete),
                goldens.keySet().stream().filter(checks::containsKey).map(this::test));
    }

    private DynamicTest test(String id) {
        return dynamicTest(id, () -> {
            Expected expected = Expected.of(goldens.get(id));
            checks.get(id).accept(expected);
            expected.assertAllCompared();
        });
    }

    /** Reads a file of the data set row by row, compressed if its name ends in .gz. */
    void rows(String name, Consumer<NamedCsvRecord> row) {
        try (InputStream in = SharedData.open("data/" + dataset + "/" + name);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
            reader.forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of the data set, compressed if its name ends in .gz. */
    List<NamedCsvRecord> rows(String name) {
        List<NamedCsvRecord> all = new ArrayList<>();
        rows(name, all::add);
        return all;
    }
}
