package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds state may travel to a worker or into a cache. */
class SerializableTest {

    @Test
    void everyPublicTypeWithStateIsSerializable() {
        List<String> exported = ProjectFiles.exportedPackages();
        List<Class<?>> stateful = new ClassFileImporter()
                .importPath(ProjectFiles.mainClasses()).stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        // What the catalogue says of a metric is the same everywhere, and stays where it is.
                        .filter(type -> !type.getPackageName().equals("io.cxmetrics.catalogue"))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()) && hasState(type))
                        .toList();
        assertThat(stateful).contains(io.cxmetrics.support.sla.SlaReplay.class, io.cxmetrics.stat.Proportion.class);
        assertThat(stateful).allMatch(Serializable.class::isAssignableFrom);
    }

    private static boolean hasState(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .map(Field::getModifiers)
                .anyMatch(modifiers -> !Modifier.isStatic(modifiers));
    }
}
