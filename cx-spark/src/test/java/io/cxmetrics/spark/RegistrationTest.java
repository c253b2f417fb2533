package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.spark.catalyst.NativeFunction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scala.jdk.javaapi.CollectionConverters;

/** How the functions come into a session, and what it tells of them. */
class RegistrationTest {

    @Test
    void theServiceFileIsEnough() {
        assertThat(Session.value("SELECT nps(score) FROM VALUES (10), (9), (7), (3) AS t(score)"))
                .isEqualTo(25.0);
    }

    @Test
    void aRunningSessionTakesThemToo() {
        SparkSession other = Session.SPARK.newSession();
        other.sql("DROP TEMPORARY FUNCTION IF EXISTS nps");
        CxFunctions.register(other);
        assertThat(other.sql("SELECT nps(score) FROM VALUES (10) AS t(score)")
                        .head()
                        .getDouble(0))
                .isEqualTo(100.0);
    }

    /** What Spark does with the class that {@code spark.sql.extensions} names. */
    @Test
    void theSettingTakesTheClassByItsName() throws ReflectiveOperationException {
        SparkSessionExtensions extensions = new SparkSessionExtensions();
        Class.forName("io.cxmetrics.spark.CxExtension")
                .asSubclass(SparkSessionExtensionsProvider.class)
                .getConstructor()
                .newInstance()
                .apply(extensions);
        FunctionRegistry registry =
                extensions.registerFunctions(FunctionRegistry.builtin().clone());
        // Of the whole identifier, which has a catalog and a schema in some versions, the name.
        assertThat(CollectionConverters.asJava(registry.listFunction()))
                .extracting(FunctionIdentifier::funcName)
                .containsAll(CxFunctions.names());
    }

    @Test
    void describeTellsFormulaAndExample() {
        List<String> lines = Session.rows("DESCRIBE FUNCTION EXTENDED nps").stream()
                .map((Row row) -> row.getString(0))
                .toList();
        assertThat(String.join("\n", lines))
                .contains("nps(score), nps(tally) - Returns 100 (promoters - detractors) / answers.")
                .contains("Net Promoter Score: The share of promoters (9 and 10) less the share of detractors")
                .contains("> SELECT nps(score) FROM VALUES (10), (9), (7), (3) AS t(score);")
                .contains("25.0");
    }

    /** Every example that DESCRIBE FUNCTION shows gives what it says. */
    @TestFactory
    Stream<DynamicTest> examplesSayWhatIsTrue() {
        return NativeFunction.all().stream()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> {
                    List<String> lines =
                            function.info().getExamples().strip().lines().toList();
                    String query = lines.get(1).strip().substring(2).replace(";", "");
                    assertThat(String.valueOf(Session.sql(query).head().get(0)))
                            .as(query)
                            .isEqualTo(lines.get(2).strip());
                }));
    }

    @Test
    void theNamesAreThoseOfTheSession() {
        List<String> known = Session.rows("SHOW FUNCTIONS").stream()
                .map((Row row) -> row.getString(0))
                .collect(Collectors.toList());
        assertThat(known).containsAll(CxFunctions.names());
        assertThat(CxFunctions.names()).doesNotHaveDuplicates().contains("nps", "ttr_p90", "unique_visitors");
    }
}
