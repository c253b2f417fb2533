package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cxmetrics.survey.Nps;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Spark puts its own Guava before that of an application, so cx-core calls nothing that 33.4.0 lacks. These tests have
 * that version on their class path.
 */
class GuavaTest {

    @Test
    void theTestsHaveTheOldestGuava() {
        assertThat(place(CharMatcher.class)).contains("guava-33.4.0-jre");
    }

    private static String place(Class<?> type) {
        return String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void everyCallOfTheCoreIsThere() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/io/cxmetrics/spark/"))
                .importPackages("io.cxmetrics");
        assertThat(classes.contain(Nps.class)).isTrue();
        List<? extends JavaAccess<?>> calls = classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getPackageName().startsWith("com.google.common"))
                .toList();
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            Class.forName(call.getTargetOwner().getName());
            assertThat(call.getTarget().resolveMember())
                    .as(call.getDescription())
                    .isPresent();
        });
    }
}
