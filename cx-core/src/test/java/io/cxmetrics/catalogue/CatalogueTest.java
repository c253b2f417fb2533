package io.cxmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cxmetrics.Summary;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Nps;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final List<JavaClass> TYPES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.cxmetrics").stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(type -> !type.getPackageName().endsWith(".internal"))
                    .toList();

    /** Types by simple name; a nested one has the name of its subject in front. */
    private static Set<String> names(List<JavaClass> types) {
        return types.stream()
                .map(type -> type.getName()
                        .substring(type.getPackageName().length() + 1)
                        .replace('$', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named() {
        return Catalogue.metrics().stream()
                .flatMap(metric -> metric.types().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySummaryHasItsEntry() {
        List<JavaClass> summaries = TYPES.stream()
                .filter(type -> type.isAssignableTo(Summary.class) && !type.isEquivalentTo(Summary.class))
                .toList();
        assertThat(summaries).hasSizeGreaterThan(40);
        Set<String> without = names(summaries);
        without.removeAll(named());
        assertThat(without).as("summaries that no metric names").isEmpty();
    }

    @Test
    void everyNamedTypeIsThere() {
        Set<String> unknown = named();
        unknown.removeAll(names(TYPES));
        assertThat(unknown)
                .as("types that the catalogue names and nobody finds")
                .isEmpty();
    }

    @Test
    void entriesAreComplete() {
        assertThat(Catalogue.metrics()).hasSizeGreaterThan(50).allSatisfy(metric -> {
            assertThat(metric.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(metric.title()).as(metric.id()).isNotBlank();
            assertThat(metric.types()).as(metric.id()).isNotEmpty();
            assertThat(metric.definition()).as(metric.id()).endsWith(".").doesNotContain("\n");
            assertThat(metric.formula()).as(metric.id()).isNotBlank();
            assertThat(metric.min()).as(metric.id()).isLessThan(metric.max());
            assertThat(metric.sources()).as(metric.id()).isNotEmpty().allSatisfy(source -> {
                assertThat(URI.create(source.link()).getScheme()).isEqualTo("https");
                assertThat(source.title()).isNotBlank();
            });
            assertThat(Catalogue.find(metric.id())).containsSame(metric);
        });
        for (MetricFamily family : MetricFamily.values()) {
            assertThat(Catalogue.metrics(family)).as(family.title()).isNotEmpty();
        }
    }

    /** The ranges of the catalogue are those that the types reach. */
    @Test
    void rangesAreReached() {
        assertThat(Nps.of(10).score()).isEqualTo(Catalogue.metric("nps").max());
        assertThat(Nps.of(0).score()).isEqualTo(Catalogue.metric("nps").min());
        assertThat(Csat.of(5).score()).isEqualTo(Catalogue.metric("csat").max());
        assertThat(Csat.of(1).score()).isEqualTo(Catalogue.metric("csat").min());
    }

    @Test
    void directionsSayWhatIsBetter() {
        assertThat(Catalogue.metric("churn-rate").direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(Catalogue.metric("bounce-rate").direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(Catalogue.metric("net-revenue-retention").direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Catalogue.metric("sessions").direction()).isEqualTo(Direction.NEITHER);
        assertThat(Catalogue.metric("bounce-rate").variants())
                .extracting(MetricVariant::name)
                .contains("GA4", "MATOMO", "PLAUSIBLE");
        assertThat(Catalogue.metric("nps")).hasToString("nps (Net Promoter Score)");
    }

    @Test
    void anUnknownIdIsRefused() {
        assertThatThrownBy(() -> Catalogue.metric("npss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("id must be one of [nps, ")
                .hasMessageEndingWith(", got npss");
        assertThat(Catalogue.find("npss")).isEmpty();
    }
}
