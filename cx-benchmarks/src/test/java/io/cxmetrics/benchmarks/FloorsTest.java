package io.cxmetrics.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.testkit.PackageFloors;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A package of this module imports only from floors below its own, so that there are no circles. */
class FloorsTest {

    private static final String ROOT = "io.cxmetrics.benchmarks";

    private static final Map<String, Integer> FLOORS = Map.of(
            ROOT + ".duel",
            0,
            ROOT + ".rival",
            1,
            ROOT + ".stat",
            2,
            ROOT + ".survey",
            2,
            ROOT + ".survival",
            2,
            ROOT + ".time",
            2,
            ROOT + ".web",
            2,
            ROOT,
            3);

    /** A package with more files than this is a hall. */
    private static final int MOST_FILES = 30;

    @Test
    void importsPointDownwardsOnly() throws IOException {
        PackageFloors found = PackageFloors.of(ROOT, FLOORS);
        assertThat(FLOORS.keySet()).containsAll(found.files().keySet());
        assertThat(found.upwards()).isEmpty();
        assertThat(found.named()).isGreaterThan(20);
    }

    @Test
    void noPackageIsAHall() throws IOException {
        Map<String, Integer> files = PackageFloors.of(ROOT, FLOORS).files();
        assertThat(files).hasSize(FLOORS.size());
        assertThat(files.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }
}
