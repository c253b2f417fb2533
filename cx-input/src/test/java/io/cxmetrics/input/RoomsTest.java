package io.cxmetrics.input;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of this module: each imports only those that are named here, and the root. */
class RoomsTest {

    private static final String ROOT = "io.cxmetrics.input";

    /** What the rooms of families of metrics may import; none of them knows another. */
    private static final Set<String> FAMILY = Set.of(ROOT, ROOT + ".table", ROOT + ".field", ROOT + ".reading");

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry(ROOT, Set.of()),
            entry(ROOT + ".source", Set.of(ROOT)),
            entry(ROOT + ".table", Set.of(ROOT, ROOT + ".source")),
            entry(ROOT + ".field", Set.of(ROOT)),
            entry(ROOT + ".reading", Set.of(ROOT, ROOT + ".table", ROOT + ".field")),
            entry(ROOT + ".purchase", FAMILY),
            entry(ROOT + ".subscription", FAMILY),
            entry(ROOT + ".support", FAMILY),
            entry(ROOT + ".survey", FAMILY),
            entry(ROOT + ".web", FAMILY),
            entry(
                    ROOT + ".profile",
                    Set.of(
                            ROOT,
                            ROOT + ".source",
                            ROOT + ".table",
                            ROOT + ".field",
                            ROOT + ".reading",
                            ROOT + ".support",
                            ROOT + ".survey")));

    /** Engines stay inside: no type of theirs stands in a signature that users see. */
    private static final List<String> ENGINES =
            List.of("de.siegmar.fastcsv", "com.fasterxml.jackson", "org.slf4j", "org.snakeyaml");

    private static final JavaClasses MAIN = importMain();

    private static JavaClasses importMain() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/test/"))
                .importPackages(ROOT);
    }

    @Test
    void roomsImportOnlyWhatTheyMay() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : MAIN) {
            assertThat(MAY_IMPORT).containsKey(type.getPackageName());
            Set<String> allowed = MAY_IMPORT.getOrDefault(type.getPackageName(), Set.of());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = dependency.getTargetClass().getPackageName();
                if (to.startsWith(ROOT) && !to.equals(type.getPackageName()) && !allowed.contains(to)) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(MAIN).hasSizeGreaterThan(40);
    }

    @Test
    void roomsFormNoCircleAndHoldAFewTypesEach() {
        slices().matching("(**)").should().beFreeOfCycles().check(MAIN);
        Map<String, Long> sizes = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes.keySet()).isEqualTo(MAY_IMPORT.keySet());
        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(2L, 25L));
    }

    @Test
    void signaturesShowNoEngine() {
        List<String> shown = MAIN.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> ENGINES.stream().anyMatch(type.getName()::startsWith)))
                .map(method -> method.getFullName())
                .toList();
        assertThat(shown).isEmpty();
    }
}
