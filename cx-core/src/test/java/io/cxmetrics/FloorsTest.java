package io.cxmetrics;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house: a package imports only from floors below its own, and shows no type of Guava to the outside. */
class FloorsTest {

    private static final String ROOT = "io.cxmetrics";

    /** Families of one floor do not see each other, except on the ground. Not all of them exist yet. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry(ROOT, 0),
            Map.entry(ROOT + ".internal", 0),
            Map.entry(ROOT + ".catalogue", 1),
            Map.entry(ROOT + ".stat", 1),
            Map.entry(ROOT + ".time", 1),
            Map.entry(ROOT + ".survey", 2),
            Map.entry(ROOT + ".support", 2),
            Map.entry(ROOT + ".retention", 2),
            Map.entry(ROOT + ".web", 2),
            Map.entry(ROOT + ".value", 3),
            Map.entry(ROOT + ".compare", 4),
            Map.entry(ROOT + ".live", 5));

    /** What a room may import beside lower floors and the root of its family: rooms of the same family, by name. */
    private static final Map<String, Set<String>> SISTERS = Map.of(
            ROOT + ".compare.driver", Set.of(ROOT + ".compare.difference"),
            ROOT + ".compare.experiment", Set.of(ROOT + ".compare.difference"),
            ROOT + ".retention.cohort", Set.of(ROOT + ".retention.activity"),
            ROOT + ".retention.subscription", Set.of(ROOT + ".retention.revenue"),
            ROOT + ".support.contact", Set.of(ROOT + ".support.resolution"),
            ROOT + ".web.page", Set.of(ROOT + ".web.session"),
            ROOT + ".web.funnel", Set.of(ROOT + ".web.session"),
            ROOT + ".web.cart", Set.of(ROOT + ".web.session"));

    /** A package with more files than this is a hall. */
    private static final int MOST_FILES = 30;

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?(io\\.cxmetrics(?:\\.[a-z]+)*)\\.[A-Z]");

    private static final JavaClasses MAIN = importMain();

    private static JavaClasses importMain() {
        // The names of foreign types are enough here; reading them too would take most of the time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPath(ProjectFiles.mainClasses());
    }

    /** The family of a package: the package itself, or the one whose room it is. */
    private static String family(String packageName) {
        int dot = packageName.indexOf('.', ROOT.length() + 1);
        return dot < 0 ? packageName : packageName.substring(0, dot);
    }

    private static int floor(String packageName) {
        Integer floor = FLOORS.get(family(packageName));
        if (floor == null) {
            throw new AssertionError(packageName + " stands on no floor: give it one here and in CONTRIBUTING.md");
        }
        return floor;
    }

    private static boolean mayImport(String from, String to) {
        return from.equals(to)
                || floor(to) < floor(from)
                || (floor(from) == 0 && floor(to) == 0)
                || to.equals(family(from))
                || SISTERS.getOrDefault(from, Set.of()).contains(to);
    }

    @Test
    void everyPackageStandsOnAFloor() {
        TreeSet<String> packages = new TreeSet<>();
        MAIN.forEach(type -> packages.add(type.getPackageName()));
        packages.remove(""); // module-info
        assertThat(packages).contains(ROOT, ROOT + ".stat");
        assertThat(packages).allSatisfy(name -> assertThat(floor(name)).isNotNegative());
        assertThat(packages).containsAll(ProjectFiles.exportedPackages());
        assertThat(packages).containsAll(SISTERS.keySet());
        SISTERS.values().forEach(sisters -> assertThat(packages).containsAll(sisters));
        assertThatThrownBy(() -> floor(ROOT + ".attic.box"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("io.cxmetrics.attic.box stands on no floor: give it one here and in CONTRIBUTING.md");
    }

    @Test
    void importsPointDownwardsOnly() {
        List<String> upwards = new ArrayList<>();
        int inside = 0;
        for (JavaClass type : MAIN) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = dependency.getTargetClass().getPackageName();
                if (to.equals(ROOT) || to.startsWith(ROOT + ".")) {
                    inside++;
                    if (!mayImport(type.getPackageName(), to)) {
                        upwards.add(dependency.getDescription());
                    }
                }
            }
        }
        assertThat(upwards).isEmpty();
        assertThat(inside).isGreaterThan(500);
        assertThat(mayImport(ROOT + ".stat", ROOT + ".survey")).isFalse();
        assertThat(mayImport(ROOT + ".survey", ROOT + ".web")).isFalse();
        assertThat(mayImport(ROOT + ".survey", ROOT + ".stat")).isTrue();
        assertThat(mayImport(ROOT + ".web", ROOT + ".web.session")).isFalse();
        assertThat(mayImport(ROOT + ".web.session", ROOT + ".web")).isTrue();
        assertThat(mayImport(ROOT + ".web.session", ROOT + ".web.funnel")).isFalse();
        assertThat(mayImport(ROOT + ".retention.cohort", ROOT + ".retention.activity"))
                .isTrue();
    }

    /** Also those that only a comment needs: a reader follows them like any other. */
    @Test
    void importsInTheSourcesPointDownwardsOnly() throws IOException {
        List<String> upwards = new ArrayList<>();
        for (Path file : ProjectFiles.javaFiles(ProjectFiles.mainSources())) {
            String from = ProjectFiles.packageOf(file);
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = IMPORT.matcher(line);
                if (matcher.find() && !mayImport(from, matcher.group(1))) {
                    upwards.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertThat(upwards).isEmpty();
    }

    @Test
    void noPackageIsAHall() {
        Map<Path, Long> files = ProjectFiles.javaFiles(ProjectFiles.mainSources()).stream()
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files)
                .hasSizeGreaterThan(20)
                .allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void signaturesShowNoTypeOfGuava() {
        List<String> exported = ProjectFiles.exportedPackages();
        List<String> shown = MAIN.stream()
                .filter(type -> exported.contains(type.getPackageName()))
                .flatMap(type -> guavaIn(type).stream())
                .toList();
        assertThat(shown).isEmpty();
        assertThat(guavaIn(new ClassFileImporter().importClass(Leaky.class))).hasSize(4);
    }

    /** The public and protected members of a type whose signature, type arguments included, names Guava. */
    private static List<String> guavaIn(JavaClass type) {
        if (!isVisible(type)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        type.getInterfaces().stream()
                .filter(parent -> parent.getAllInvolvedRawTypes().stream().anyMatch(FloorsTest::isGuava))
                .forEach(parent -> found.add(type.getName() + " implements " + parent.getName()));
        type.getSuperclass()
                .filter(parent -> parent.getAllInvolvedRawTypes().stream().anyMatch(FloorsTest::isGuava))
                .ifPresent(parent -> found.add(type.getName() + " extends " + parent.getName()));
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isVisible(unit)
                    && (unit.getAllInvolvedRawTypes().stream().anyMatch(FloorsTest::isGuava)
                            || unit.getThrowsClause().getTypes().stream().anyMatch(FloorsTest::isGuava))) {
                found.add(unit.getDescription());
            }
        }
        for (JavaField field : type.getFields()) {
            if (isVisible(field) && field.getAllInvolvedRawTypes().stream().anyMatch(FloorsTest::isGuava)) {
                found.add(field.getDescription());
            }
        }
        return found;
    }

    private static boolean isVisible(HasModifiers member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isGuava(JavaClass type) {
        return type.getPackageName().startsWith("com.google.common");
    }

    /** What the check must find: a field, a parameter, a type argument and a parent; but nothing private. */
    @SuppressWarnings("unused")
    public abstract static class Leaky implements com.google.common.base.Supplier<String> {
        public static final ImmutableList<String> FIELD = ImmutableList.of();
        private static final ImmutableList<String> HIDDEN = ImmutableList.of();

        protected void parameter(ImmutableList<String> list) {}

        public abstract List<ImmutableList<String>> argument();

        private void hidden(ImmutableList<String> list) {}
    }
}
