package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every summary is made, folded, added up and asked by the same words. */
class VocabularyTest {

    /** A word of the vocabulary, and what has it. */
    private enum Word {
        EMPTY(type -> Arrays.stream(type.getFields()).anyMatch(field -> isConstant(field.getName(), "EMPTY", type))
                || factories(type, "empty").findAny().isPresent()),
        OF(type -> factories(type, "of").findAny().isPresent()),
        OF_COLLECTION(type -> factories(type, "of").anyMatch(VocabularyTest::takesMany)),
        COLLECTOR(type -> statics(type, "to" + type.getSimpleName(), Collector.class)),
        AGGREGATION(type -> statics(type, "aggregation", Aggregation.class)),
        COUNT(type -> answers(type, "count") && returnsLong(type)),
        LEFT_OUT(type ->
                LEFT_OUT_BY_REASON.stream().noneMatch(reason -> answers(type, reason)) || answers(type, "leftOut")),
        STORED_FORM(type -> Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("storedForm"))
                && factories(type, "ofStored").findAny().isPresent());

        @SuppressWarnings("ImmutableEnumChecker") // each is a lambda that holds nothing
        private final Predicate<Class<?>> has;

        Word(Predicate<Class<?>> has) {
            this.has = has;
        }
    }

    /** A summary that counts one of these leaves something out, and says how much in all. */
    private static final Set<String> LEFT_OUT_BY_REASON =
            Set.of("negative", "notPositive", "tooEarly", "neither", "ignored", "skipped", "notNumeric", "outOfScale");

    /** What a summary does without, and why. The key is its simple name. */
    private static final Map<String, Map<Word, String>> EXCEPTIONS = exceptions();

    private static Map<String, Map<Word, String>> exceptions() {
        Map<String, Map<Word, String>> all = new LinkedHashMap<>();
        String rows = "its rows are two numbers, which have no type of their own";
        all.put("EventRate", Map.of(Word.OF_COLLECTION, rows, Word.AGGREGATION, rows));
        all.put("PairedMoments", Map.of(Word.OF_COLLECTION, "a pair has no type of its own; two arrays are taken"));
        all.put("RatioOfSums", Map.of(Word.OF_COLLECTION, "a unit has no type of its own; two arrays are taken"));
        String part = "it is a part of another summary, which counts it";
        for (String name : List.of("CartOutcomes", "StepCounts", "PageCounts", "SessionIntake", "FeatureCounts")) {
            all.put(
                    name,
                    Map.of(
                            Word.OF, part,
                            Word.OF_COLLECTION, part,
                            Word.COLLECTOR, part,
                            Word.AGGREGATION, part));
        }
        String columns = "its rows are columns of numbers; events have SessionSummary";
        all.put(
                "SessionColumns",
                Map.of(Word.OF_COLLECTION, columns, Word.COLLECTOR, columns, Word.AGGREGATION, columns));
        all.put("VisitorSketch", Map.of(Word.COUNT, "it has an estimate, and no count"));
        all.put(
                "QueueWait",
                Map.of(Word.OF_COLLECTION, "its rows are the caller's own; arrays of waits and of flags are taken"));
        all.put("Total", Map.of(Word.OF_COLLECTION, part, Word.COLLECTOR, part));
        String screening = "a screening makes it, from raw values of any type";
        all.put(
                "Screened",
                Map.of(
                        Word.OF, screening,
                        Word.OF_COLLECTION, screening,
                        Word.COLLECTOR, screening,
                        Word.AGGREGATION, screening));
        retention(all);
        return all;
    }

    private static void retention(Map<String, Map<Word, String>> all) {
        String log = "it is asked of an ActivityLog, which holds the histories";
        all.put("Lifecycle", Map.of(Word.OF_COLLECTION, log));
        all.put("GrowthAccounting", Map.of(Word.OF_COLLECTION, log));
        all.put("CohortTable", Map.of(Word.OF_COLLECTION, log));
        all.put(
                "ActiveUsers",
                Map.of(Word.OF_COLLECTION, log, Word.COUNT, "each day and window has a count of its own: active(...)"));
        String columns = "columns are all it takes: CohortTable is the plain twin";
        all.put(
                "CohortMatrix",
                Map.of(Word.OF_COLLECTION, columns, Word.COLLECTOR, columns, Word.AGGREGATION, columns));
        all.put("LogoChurn", Map.of(Word.OF_COLLECTION, "customers are known by a flag or by sets: between(...)"));
        String flow = "a flow is an answer, which has no rows of its own";
        all.put("RevenueFlow", Map.of(Word.OF_COLLECTION, flow, Word.COLLECTOR, flow));
        all.put("RecurringRevenue", Map.of(Word.OF_COLLECTION, "its rows are two amounts of the caller's own type"));
        String ledger = "it is asked of a RevenueLedger: bridge(...)";
        all.put(
                "RevenueBridge",
                Map.of(
                        Word.OF, ledger,
                        Word.OF_COLLECTION, ledger,
                        Word.COLLECTOR, ledger,
                        Word.AGGREGATION, ledger));
    }

    private static boolean isConstant(String name, String wanted, Class<?> type) {
        try {
            return name.equals(wanted) && type.getField(name).getType() == type;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    private static Stream<Method> publicStatics(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()));
    }

    private static Stream<Method> factories(Class<?> type, String name) {
        return publicStatics(type, name).filter(method -> method.getReturnType() == type);
    }

    private static boolean statics(Class<?> type, String name, Class<?> returned) {
        return publicStatics(type, name).anyMatch(method -> method.getReturnType() == returned);
    }

    private static boolean takesMany(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .anyMatch(type -> type == Iterable.class || Collection.class.isAssignableFrom(type));
    }

    private static boolean answers(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
    }

    private static boolean returnsLong(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("count") && method.getParameterCount() == 0)
                .allMatch(method -> method.getReturnType() == long.class);
    }

    private static List<Class<?>> summaries() {
        List<String> exported = ProjectFiles.exportedPackages();
        return new ClassFileImporter()
                .importPath(ProjectFiles.mainClasses()).stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isInterface())
                        .filter(Summary.class::isAssignableFrom)
                        .toList();
    }

    /** The words that a type lacks and is not excepted from. */
    private static List<String> lacks(Class<?> type) {
        Map<Word, String> excepted = EXCEPTIONS.getOrDefault(type.getSimpleName(), Map.of());
        return Arrays.stream(Word.values())
                .filter(word -> !word.has.test(type) && !excepted.containsKey(word))
                .map(Word::name)
                .toList();
    }

    @Test
    void everySummarySpeaksTheVocabulary() {
        String lacking = summaries().stream()
                .filter(type -> !lacks(type).isEmpty())
                .map(type -> type.getName() + " lacks " + lacks(type))
                .sorted()
                .collect(Collectors.joining("\n"));
        assertThat(lacking).isEmpty();
    }

    @Test
    void exceptionsAreNeededAndGiveAReason() {
        Map<String, Class<?>> byName =
                summaries().stream().collect(Collectors.toMap(Class::getSimpleName, type -> type));
        EXCEPTIONS.forEach((name, words) -> {
            assertThat(byName).containsKey(name);
            words.forEach((word, reason) -> {
                assertThat(word.has.test(byName.get(name)))
                        .as("%s has %s", name, word)
                        .isFalse();
                assertThat(reason).isNotBlank();
            });
        });
    }

    /** Names of stored forms are those of their types, which must be told apart. */
    @Test
    void noTwoSummariesShareAName() {
        assertThat(summaries().stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
        assertThat(summaries()).hasSizeGreaterThan(50);
    }
}
