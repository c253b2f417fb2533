package io.cxmetrics.golden;

import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The times to resolution and the backlog of the incident log. */
@GoldenTest
class UciResolutionTimesGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return UciResolutionTimes.addTo(Golden.of("uci_incident_log"))
                .checkedElsewhere(
                        "rows", "order", "sla_made", "reopen", "fcr_proxy", "first_response_proxy", "time_in_state")
                .tests();
    }
}
