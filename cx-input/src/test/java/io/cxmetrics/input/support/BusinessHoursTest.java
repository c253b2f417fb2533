package io.cxmetrics.input.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {

    @TempDir
    private Path folder;

    @Test
    void wordsAndHolidays() {
        Instant monday = Instant.parse("2026-03-02T00:00:00Z");
        Instant wednesday = Instant.parse("2026-03-04T00:00:00Z");
        assertThat(BusinessHours.of(ZoneId.of("UTC"), List.of("Mon-Fri 09:00-17:00", "2026-03-03"))
                        .openTime(monday, wednesday))
                .isEqualTo(Duration.ofHours(8));
        assertThatThrownBy(() -> BusinessHours.of(ZoneId.of("UTC"), List.of("Mun 09:00-17:00")))
                .isInstanceOf(InputException.class)
                .hasMessage("weekday must be like Mon, got Mun");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"weekly": {}}                        | needs a zone
            {"zone": "Mars"}                      | zone must be like Europe/Berlin, got Mars
            {"zone": "UTC", "shifts": []}         | fields must be zone, weekly and holidays, got shifts
            {"zone": "UTC", "holidays": ["soon"]} | weekday must be like Mon, got soon
            {"zone": 3}                           | expected VALUE_STRING at line 1, got VALUE_NUMBER_INT
            """)
    void saysWhatIsWrongInAFile(String json, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), json);
        assertThatThrownBy(() -> BusinessHours.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void filesThatAreNone() throws IOException {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> BusinessHours.read(file)).hasMessage(file + ": no such file, or not readable");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> BusinessHours.read(file)).hasMessageStartingWith(file + ": is not JSON: ");
    }
}
