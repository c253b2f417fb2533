package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One set of golden values, computed outside Java over real data.
 *
 * <p>The folder of the data is the system property {@code cx.shared}. Without it the tests are skipped; where the
 * environment variable {@code CI} is {@code true} they fail instead.
 */
final class Golden {

    private final String dataset;
    private final Path file;
    private final Map<String, JsonNode> goldens = new TreeMap<>();
    private final Map<String, Consumer<Expected>> checks = new TreeMap<>();
    private final Set<String> elsewhere = new TreeSet<>();

    private Golden(String dataset) {
        this.dataset = dataset;
        this.file = folder().resolve("golden").resolve(dataset + ".json");
    }

    /** Reads the golden values of a data set; where there are none, its tests will be one that is skipped. */
    static Golden of(String dataset) {
        Golden golden = new Golden(dataset);
        if (!golden.there()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("golden values must be there in CI, got none at " + golden.file);
            }
            return golden;
        }
        try {
            new ObjectMapper()
                    .readTree(golden.file.toFile())
                    .get("goldens")
                    .forEach(node -> golden.goldens.put(node.get("id").asText(), node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private boolean there() {
        return Files.isRegularFile(file);
    }

    static Path folder() {
        String named = System.getProperty("cx.shared", "");
        return named.isEmpty() ? Path.of("..", "..", "shared") : Path.of(named);
    }

    /** Finds a file beside the checkout; where it is absent the test is skipped, and in CI it fails. */
    static Path shared(String file) {
        Path path = folder().resolve(file);
        boolean there = Files.isRegularFile(path);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("shared data must be there in CI, got none at " + path);
        }
        assumeTrue(there, () -> "skipped: no shared data at " + path);
        return path;
    }

    /** Says how one golden is checked. Every field of it has to be compared. */
    Golden check(String id, Consumer<Expected> check) {
        checks.put(id, check);
        return this;
    }

    /** Names goldens of the data set that another test checks. */
    Golden checkedElsewhere(String... ids) {
        elsewhere.addAll(List.of(ids));
        return this;
    }

    /** One test for each golden, and one that there is a check for each and no other. */
    Stream<DynamicTest> tests() {
        if (!there()) {
            // A test of its own, for a factory that gives none would be passed over without a word.
            return Stream.of(dynamicTest(
                    "no golden values", () -> assumeTrue(false, () -> "skipped: no golden values at " + file)));
        }
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

    /**
     * Reads a file of the data set row by row, compressed if its name ends in .gz; there are no rows where there are no
     * golden values.
     */
    void rows(String name, Consumer<NamedCsvRecord> row) {
        if (!there()) {
            return;
        }
        Path path = folder().resolve("data").resolve(dataset).resolve(name);
        try (InputStream in = opened(path);
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

    static InputStream opened(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
