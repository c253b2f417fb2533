package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new counter breaks no caller, and a forged stream gets past no check. */
class ShapesTest {

    private static final int MOST_COMPONENTS = 4;

    /** Packages in which every type with state is checked; in the families it is every summary. */
    private static final List<String> GROUND =
            List.of("io.cxmetrics", "io.cxmetrics.stat", "io.cxmetrics.stat.survival");

    /** Constructors of more components, and why nobody writes them in a row. */
    private static final Map<String, String> WIDE = Map.of(
            "Funnel", "a definition, made by of(...) with with...",
            "SessionRules", "a definition, made from a constant with with...",
            "SlaEvent", "an answer, which the replay makes",
            "RetentionPair", "an answer, which the comparison makes",
            "Period", "an answer, which the backlog makes");

    /** Serializable types that are written field by field, and why that lets nothing in. */
    private static final Map<String, String> FIELD_BY_FIELD =
            Map.of("StoredFields", "holds a stored form, which replaces itself");

    private static Stream<Class<?>> types() {
        List<String> exported = ProjectFiles.exportedPackages();
        return new ClassFileImporter()
                .importPath(ProjectFiles.mainClasses()).stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    @Test
    void constructorsTakeAtMostFourComponents() {
        Stream<String> wide = types().filter(type -> !type.getSimpleName().endsWith("Definition"))
                .filter(type -> !WIDE.containsKey(type.getSimpleName()))
                .flatMap(type -> Arrays.stream(type.getConstructors()))
                .filter(constructor -> constructor.getParameterCount() > MOST_COMPONENTS)
                .map(Constructor::toString);
        assertThat(wide).isEmpty();
    }

    @Test
    void stateIsWrittenByItsStoredFormOrThroughItsConstructor() {
        Stream<String> open = types().filter(
                        type -> Summary.class.isAssignableFrom(type) || GROUND.contains(type.getPackageName()))
                .filter(type -> Serializable.class.isAssignableFrom(type) && hasState(type))
                .filter(type -> !isPlain(type) && !isReplaced(type))
                // A growing state goes to a worker of the same run, and into no store.
                .filter(type -> !type.getSimpleName().endsWith("Buffer"))
                .map(Class::getSimpleName)
                .filter(name -> !FIELD_BY_FIELD.containsKey(name));
        assertThat(open).isEmpty();
    }

    private static boolean hasState(Class<?> type) {
        return !type.isEnum()
                && !type.isInterface()
                && Arrays.stream(type.getDeclaredFields()).anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** A record whose parts cannot be forged: its constructor is run by every stream. */
    private static boolean isPlain(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .allMatch(ShapesTest::isPlainPart);
    }

    private static boolean isPlainPart(Class<?> part) {
        // A type parameter, which the caller fills, is an Object here.
        return part.isPrimitive()
                || part.isEnum()
                || part.getPackageName().equals("java.time")
                || Set.of(Object.class, String.class, BigInteger.class, BigDecimal.class, Currency.class)
                        .contains(part)
                || Stored.class.isAssignableFrom(part)
                || isPlain(part);
    }

    private static boolean isReplaced(Class<?> type) {
        return declares(type, "writeReplace")
                && (type.isRecord() || declares(type, "readObject", ObjectInputStream.class));
    }

    private static boolean declares(Class<?> type, String method, Class<?>... parameters) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(declared ->
                        declared.getName().equals(method) && Arrays.equals(declared.getParameterTypes(), parameters));
    }
}
