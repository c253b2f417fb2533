package io.cxmetrics.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Files beside the golden sets of {@link Golden}: tables of expected values, and data without a header. */
final class SharedCsv {

    private SharedCsv() {}

    /** Reads a file with a header; one that ends in .gz is compressed. */
    static List<NamedCsvRecord> named(String file) {
        try (InputStream in = open(file);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file without a header; one that ends in .gz is compressed. */
    static List<CsvRecord> headless(String file) {
        try (InputStream in = open(file);
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(in)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        return SharedData.open(file);
    }
}
