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

    /** Constructors of more components, and why nobody writes them in a row. */
    private static final Map<String, String> WIDE = Map.of(
            "Funnel", "a definition, made by of(...) with with...",
            "SessionRules", "a definition, made from a constant with with...",
            "SlaEvent", "an answer, which the replay makes",
            "RetentionPair", "an answer, which the comparison makes",
            "Period", "an answer, which the backlog makes");

    /** Serializable types that are written field by field, and why that lets nothing in. */
    private static final Map<String, String> FIELD_BY_FIELD = Map.of(
            "StoredFields", "holds a stored form, which replaces itself",
            "EventScreening", "holds functions of the caller, into which no check looks",
            "PurchaseScreening", "holds functions of the caller, into which no check looks",
            "Sessionizer", "holds functions of the caller, into which no check looks",
            "SessionStream", "is a growing state, like a buffer");

    private static Stream<JavaClass> classes() {
        List<String> exported = ProjectFiles.exportedPackages();
        return new ClassFileImporter()
                .importPath(ProjectFiles.mainClasses()).stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        .filter(type -> Modifier.isPublic(type.reflect().getModifiers()));
    }

    private static Stream<Class<?>> types() {
        return classes().map(JavaClass::reflect);
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

    /**
     * A record is rebuilt through its constructor, so a stream can hold what the constructor takes and nothing else:
     * one
     * that checks or copies its components is a guard, and one of plain components needs none.
     */
    @Test
    void stateIsWrittenByItsStoredFormOrThroughItsConstructor() {
        Stream<String> open = classes()
                .filter(type -> isOpen(type, type.reflect()))
                .map(JavaClass::getSimpleName)
                .filter(name -> !FIELD_BY_FIELD.containsKey(name));
        assertThat(open).isEmpty();
    }

    @Test
    void exceptionsAreNeeded() {
        assertThat(classes().filter(type -> isOpen(type, type.reflect())).map(JavaClass::getSimpleName))
                .containsAll(FIELD_BY_FIELD.keySet());
        assertThat(types().map(Class::getSimpleName)).containsAll(WIDE.keySet());
    }

    private static boolean isOpen(JavaClass type, Class<?> reflected) {
        // What a comparison says is an answer: nobody keeps it and reads it back.
        return !type.getPackageName().startsWith("io.cxmetrics.compare")
                && Serializable.class.isAssignableFrom(reflected)
                && hasState(reflected)
                && !isPlain(reflected)
                && !isReplaced(reflected)
                && !(reflected.isRecord() && checks(type, reflected.getRecordComponents().length))
                // A growing state goes to a worker of the same run, and into no store.
                && !type.getSimpleName().endsWith("Buffer");
    }

    /** Whether the constructor of a record does more than keep its components: it calls something. */
    private static boolean checks(JavaClass type, int components) {
        return type.getConstructors().stream()
                .filter(constructor -> constructor.getRawParameterTypes().size() == components)
                .anyMatch(constructor -> !constructor.getMethodCallsFromSelf().isEmpty());
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
