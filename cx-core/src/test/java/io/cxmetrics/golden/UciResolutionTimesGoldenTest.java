package io.cxmetrics.golden;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The times of the incident log. That all of its goldens have a check is for the test of the others to say. */
class UciResolutionTimesGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return UciResolutionTimes.addTo(Golden.of("uci_incident_log"))
                .tests()
                .filter(test -> !test.getDisplayName().equals("every golden has a check"));
    }
}
