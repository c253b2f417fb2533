package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds state may travel to a worker or into a cache. */
class SerializableTest {

    /** Answers, which are asked again where they are wanted: what they were asked of may travel. */
    private static final Set<String> ANSWERS = Set.of(
            "GrowthAccounting$Period",
            "Handoffs",
            "Replies",
            "Resolution",
            "RfmSegmentation",
            "SegmentedSubscriptions",
            "SegmentedSubscriptions$Buffer",
            "Sessions",
            "SlaReplay",
            "StatusTimes");

    @Test
    void everyPublicTypeWithStateIsSerializable() {
        List<String> exported = ProjectFiles.exportedPackages();
        List<Class<?>> stateful = new ClassFileImporter()
                .importPath(ProjectFiles.mainClasses()).stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        // What the catalogue says of a metric is the same everywhere, and stays where it is.
                        .filter(type -> !type.getPackageName().equals("io.cxmetrics.catalogue"))
                        // What a comparison says is an answer.
                        .filter(type -> !type.getPackageName().startsWith("io.cxmetrics.compare"))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()) && hasState(type))
                        .toList();
        assertThat(stateful).contains(io.cxmetrics.support.sla.SlaInstance.class, io.cxmetrics.stat.Proportion.class);
        assertThat(stateful)
                .filteredOn(type -> !Serializable.class.isAssignableFrom(type))
                .extracting(
                        type -> type.getName().substring(type.getPackageName().length() + 1))
                .containsExactlyInAnyOrderElementsOf(ANSWERS);
    }

    private static boolean hasState(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .map(Field::getModifiers)
                .anyMatch(modifiers -> !Modifier.isStatic(modifiers));
    }
}
