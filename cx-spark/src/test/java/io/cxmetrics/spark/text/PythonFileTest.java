package io.cxmetrics.spark.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.Composite;
import io.cxmetrics.spark.catalogue.Composites;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file for Python has all functions of the catalogue, and each can be called in all the ways it has in SQL. */
class PythonFileTest {

    private static final Pattern DEFINITION = Pattern.compile("\ndef ([a-z]\\w*)\\((.*)\\):\n"
            + "    \"\"\"Return [^\"\\\\]+\\.\"\"\"\n    return _call\\(\"(\\w+)\", (.*)\\)\n");

    private static final Set<String> WORDS_OF_PYTHON = Set.of(
            "and", "as", "assert", "class", "def", "del", "for", "from", "global", "if", "import", "in", "is", "lambda",
            "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "F");

    private static Map<String, List<String>> definitions() {
        Map<String, List<String>> definitions = new LinkedHashMap<>();
        Matcher found = DEFINITION.matcher(PythonFile.checkedIn());
        while (found.find()) {
            String name = found.group(1);
            List<String> parameters = List.of(found.group(2).split(", ", -1));
            assertThat(found.group(3)).isEqualTo(name);
            assertThat(found.group(4)).as(name).isEqualTo(found.group(2).replaceAll("=[^,]+", ""));
            assertThat(definitions.put(name, parameters)).as(name).isNull();
        }
        return definitions;
    }

    @Test
    void theFileIsUpToDate() {
        assertThat(PythonFile.checkedIn()).as("run PythonFile to write it anew").isEqualTo(PythonFile.text());
    }

    @Test
    void allFunctionsAreThereAndNoOthers() {
        List<String> names = new ArrayList<>();
        Catalogue.functions().forEach(function -> names.add(function.name()));
        Composites.list().forEach(composite -> names.add(composite.name()));
        assertThat(definitions().keySet()).containsExactlyElementsOf(names);
        assertThat(PythonFile.checkedIn().split("\ndef ", -1)).hasSize(names.size() + 2);
    }

    @Test
    void eachWayToCallIsOneOfPython() {
        Map<String, List<String>> definitions = definitions();
        for (MetricFunction function : Catalogue.functions()) {
            List<String> parameters = new ArrayList<>(definitions.get(function.name()));
            assertThat(parameters.remove("confidence=0.95")).as(function.name()).isEqualTo(function.confident());
            long needed =
                    parameters.stream().filter(name -> !name.contains("=")).count();
            for (Signature way : function.signatures()) {
                assertThat((long) way.parameters().size())
                        .as(function.name() + way.words())
                        .isBetween(needed, (long) parameters.size());
            }
        }
        for (Composite composite : Composites.list()) {
            assertThat(definitions.get(composite.name())).isEqualTo(composite.parameters());
        }
    }

    @Test
    void noNameIsAWordOfPython() {
        definitions().forEach((name, parameters) -> {
            assertThat(WORDS_OF_PYTHON).doesNotContain(name);
            parameters.forEach(
                    parameter -> assertThat(WORDS_OF_PYTHON).as(name).doesNotContain(parameter.replaceAll("=.*", "")));
        });
    }
}
