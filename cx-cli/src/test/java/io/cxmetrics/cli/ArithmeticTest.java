package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each formula stands once, in the core: modules on top of it multiply and divide only where a picture, a unit or a
 * setting is meant. A file that does is named here with its reason.
 */
class ArithmeticTest {

    private static final Path ROOT = Path.of(System.getProperty("cx.root", ".."));

    private static final Set<Tree.Kind> FORMULA = Set.of(
            Tree.Kind.MULTIPLY,
            Tree.Kind.DIVIDE,
            Tree.Kind.REMAINDER,
            Tree.Kind.MULTIPLY_ASSIGNMENT,
            Tree.Kind.DIVIDE_ASSIGNMENT);

    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("io/cxmetrics/cli/SurveyCommand.java", "the middle of a scale, for a hint"),
            Map.entry("io/cxmetrics/cli/TableCommand.java", "half of the rows, for a warning"),
            Map.entry("io/cxmetrics/cli/console/Progress.java", "a bar of what was read"),
            Map.entry("io/cxmetrics/cli/option/CompareOptions.java", "a margin in points, in the unit of the metric"),
            Map.entry("io/cxmetrics/report/Column.java", "a length of time in a readable unit"),
            Map.entry("io/cxmetrics/report/Curves.java", "places on a drawing"),
            Map.entry("io/cxmetrics/report/Drawing.java", "places on a drawing"),
            Map.entry("io/cxmetrics/report/Figures.java", "fractions in percent"),
            Map.entry("io/cxmetrics/report/compare/Comparisons.java", "fractions in percentage points"),
            Map.entry("io/cxmetrics/report/purchase/SubscriberFigures.java", "fractions in percent"),
            Map.entry("io/cxmetrics/report/subscription/SurvivalFigures.java", "tenures in decimal units"),
            Map.entry("io/cxmetrics/report/web/FunnelFigures.java", "milliseconds in seconds"),
            Map.entry("io/cxmetrics/report/web/UseFigures.java", "fractions in percent"),
            Map.entry(
                    "io/cxmetrics/spark/catalogue/Answers.java",
                    "percent, and the mean of a sum that the engine keeps"),
            Map.entry("io/cxmetrics/spark/catalyst/CountingAggregate.java", "a hash code"));

    /** Finds the operators of one file. */
    private static final class Formulas extends TreeScanner<Void, Void> {
        private int found;

        @Override
        public Void visitBinary(BinaryTree tree, Void nothing) {
            if (FORMULA.contains(tree.getKind())) {
                found++;
            }
            return super.visitBinary(tree, null);
        }
    }

    private static Map<String, Integer> formulas(Path module) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(module.resolve("src/main/java"))) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Integer> found = new TreeMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                Formulas formulas = new Formulas();
                formulas.scan(unit, null);
                if (formulas.found > 0) {
                    String file = unit.getSourceFile().getName();
                    found.put(file.substring(file.indexOf("io/cxmetrics/")), formulas.found);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cx-cli", "cx-report", "cx-spark"})
    void formulasAreAskedOfTheCore(String module) throws IOException {
        Set<String> unnamed = new TreeSet<>(formulas(ROOT.resolve(module)).keySet());
        unnamed.removeAll(EXCEPTIONS.keySet());
        assertThat(unnamed).isEmpty();
    }

    @Test
    void noExceptionIsLeftOver() {
        Set<String> found = new TreeSet<>();
        for (String module : List.of("cx-cli", "cx-report", "cx-spark")) {
            try {
                found.addAll(formulas(ROOT.resolve(module)).keySet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(found).containsAll(EXCEPTIONS.keySet());
        assertThat(EXCEPTIONS.values()).noneMatch(String::isBlank);
    }
}
