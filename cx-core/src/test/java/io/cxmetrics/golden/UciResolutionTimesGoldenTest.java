package io.cxmetrics.golden;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class UciResolutionTimesGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return UciResolutionTimes.addTo(Golden.of("uci_incident_log")).tests().skip(1);
    }
}
