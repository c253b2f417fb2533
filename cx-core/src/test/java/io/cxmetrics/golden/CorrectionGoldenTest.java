package io.cxmetrics.golden;

import io.cxmetrics.compare.Correction;
import io.cxmetrics.testkit.GoldenTest;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R's p.adjust over lists with ties, extremes and gaps. */
@GoldenTest
class CorrectionGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/multiplicity")
                .checkAll(expected -> {
                    for (Correction correction : Correction.values()) {
                        String name = correction.name().toLowerCase(Locale.ROOT);
                        if (expected.has(name)) {
                            expected.numbers(name, correction.adjust(expected.inputs("p")));
                        }
                    }
                })
                .tests();
    }
}
