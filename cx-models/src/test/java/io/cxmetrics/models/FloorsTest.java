package io.cxmetrics.models;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A package imports only from floors below its own, and of the core only what every family stands on. */
class FloorsTest {

    private static final String ROOT = "io.cxmetrics.models";

    private static final Map<String, Integer> FLOORS = Map.of(
            ROOT + ".internal",
            0,
            ROOT,
            1,
            ROOT + ".likelihood",
            2,
            ROOT + ".survival",
            3,
            ROOT + ".contract",
            3,
            ROOT + ".purchase",
            3,
            ROOT + ".value",
            4,
            ROOT + ".forecast",
            5);

    private static final List<String> OF_THE_CORE = List.of(
            "io.cxmetrics",
            "io.cxmetrics.stat",
            "io.cxmetrics.stat.survival",
            "io.cxmetrics.time",
            "io.cxmetrics.value");

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?(io\\.cxmetrics(?:\\.[a-z]+)*)\\.[A-Z]");

    private static String packageOf(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring(8, line.length() - 1))
                .findFirst()
                .orElse("");
    }

    @Test
    void importsPointDownwardsOnly() throws IOException {
        List<String> upwards = new ArrayList<>();
        int inside = 0;
        for (Path file : ModelFiles.sources()) {
            String from = packageOf(file);
            if (from.isEmpty()) {
                continue; // module-info
            }
            assertThat(FLOORS).containsKey(from);
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = IMPORT.matcher(line);
                if (!matcher.find()) {
                    continue;
                }
                inside++;
                String to = matcher.group(1);
                Integer floor = FLOORS.get(to);
                boolean allowed = floor == null
                        ? OF_THE_CORE.contains(to)
                        : to.equals(from) || floor < FLOORS.getOrDefault(from, 0);
                if (!allowed) {
                    upwards.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertThat(upwards).isEmpty();
        assertThat(inside).isGreaterThan(20);
    }

    @Test
    void packagesFormNoCircle() {
        JavaClasses main = new ClassFileImporter().importPath(ModelFiles.classesOf(Fit.class));
        slices().matching("(**)").should().beFreeOfCycles().check(main);
    }

    @Test
    void filesAreSmallAndLinesAreShort() throws IOException {
        Map<Path, Long> rooms =
                ModelFiles.sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(rooms.values()).allSatisfy(files -> assertThat(files).isLessThanOrEqualTo(25));
        for (Path file : ModelFiles.sources()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).as(file.toString()).hasSizeLessThanOrEqualTo(400);
            assertThat(lines)
                    .as(file.toString())
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(121));
        }
    }

    @Test
    void theInsideIsNotExported() {
        assertThat(ModelFiles.exportedPackages(Fit.class))
                .contains(ROOT)
                .doesNotContain(ROOT + ".internal", ROOT + ".likelihood")
                .isSubsetOf(FLOORS.keySet());
    }
}
