package io.cxmetrics.report;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of this module: figures of each family stand above the root, and no family knows another. */
class RoomsTest {

    private static final String ROOT = "io.cxmetrics.report";

    private static final List<String> ENGINES = List.of("de.siegmar.fastcsv", "com.fasterxml.jackson");

    private static final JavaClasses MAIN = importMain();

    private static JavaClasses importMain() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/test/"))
                .importPackages(ROOT);
    }

    @Test
    void familiesImportTheRootAndNoOtherFamily() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : MAIN) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = dependency.getTargetClass().getPackageName();
                if (to.startsWith(ROOT) && !to.equals(type.getPackageName()) && !to.equals(ROOT)) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(MAIN).hasSizeGreaterThan(20);
    }

    @Test
    void roomsFormNoCircleAndHoldAFewTypesEach() {
        slices().matching("(**)").should().beFreeOfCycles().check(MAIN);
        Map<String, Long> sizes = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(1L, 25L));
    }

    @Test
    void signaturesShowNoEngine() {
        List<String> shown = MAIN.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method -> method.getAllInvolvedRawTypes().stream()
                        .filter(used -> ENGINES.stream().anyMatch(used.getPackageName()::startsWith))
                        .map(used -> method.getFullName() + " shows " + used.getName()))
                .toList();
        assertThat(shown).isEmpty();
    }
}
