package io.cxmetrics.models.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;

/** Reads values computed outside Java, and compares with them. */
final class GoldenFiles {

    private GoldenFiles() {}

    static List<NamedCsvRecord> rows(String path) {
        try (InputStream in = SharedData.open(path);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            Assertions.assertThat(rows).as(path).isNotEmpty();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(SharedData.file(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static double[] column(List<NamedCsvRecord> rows, String name) {
        return rows.stream().mapToDouble(row -> number(row, name)).toArray();
    }

    static long[] counts(List<NamedCsvRecord> rows, String name) {
        return rows.stream()
                .mapToLong(row -> Long.parseLong(row.getField(name)))
                .toArray();
    }

    /** Compares up to a relative difference; values below the smallest normal number only have to be as small. */
    static void same(double actual, double expected, double relative, String what) {
        Assertions.assertThat(actual)
                .as(what)
                .isCloseTo(expected, Assertions.within(relative * Math.abs(expected) + Double.MIN_NORMAL));
    }
}
