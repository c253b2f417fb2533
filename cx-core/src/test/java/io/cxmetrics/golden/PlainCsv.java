package io.cxmetrics.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Files of data sets that {@link Golden} does not read: those that are not compressed, or have no header. */
final class PlainCsv {

    private PlainCsv() {}

    /** Reads a file that is not compressed. */
    static List<NamedCsvRecord> rows(String dataset, String file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Files.newInputStream(path(dataset, file)))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a compressed file without a header. */
    static List<CsvRecord> rowsWithoutHeader(String dataset, String file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path(dataset, file)));
                CsvReader<CsvRecord> reader =
                        CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String dataset, String file) {
        String named = System.getProperty("cx.shared", "");
        Path folder = named.isEmpty() ? Path.of("..", "..", "shared") : Path.of(named);
        return folder.resolve("data").resolve(dataset).resolve(file);
    }
}
