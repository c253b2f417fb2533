package io.cxmetrics.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What Maven Central asks of a module, and what users ask of the list of versions. */
class PublishedModulesTest {

    private static final Path ROOT = Path.of(System.getProperty("cx.root", ".."));
    private static final Element PARENT = pom("");
    private static final Element VERSIONS = pom("cx-bom");

    @Test
    void theListOfVersionsNamesEachPublishedModuleAndNoOther() {
        List<String> published = modules()
                .filter(module -> !module.equals("cx-bom"))
                .filter(module ->
                        !text(pom(module), "properties", "maven.deploy.skip").equals(Optional.of("true")))
                .toList();
        List<String> listed = children(child(child(VERSIONS, "dependencyManagement"), "dependencies"))
                .map(dependency -> text(dependency, "artifactId").orElseThrow())
                .toList();
        assertThat(published).contains("cx-core");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void theListOfVersionsBringsNoVersionOfAnybodyElse() {
        assertThat(text(VERSIONS, "parent", "artifactId")).isEmpty();
        assertThat(children(child(child(VERSIONS, "dependencyManagement"), "dependencies")))
                .allSatisfy(dependency -> {
                    assertThat(text(dependency, "groupId")).contains("io.cxmetrics");
                    assertThat(text(dependency, "version")).contains("${project.version}");
                });
    }

    @Test
    void allModulesHaveOneVersion() {
        Optional<String> version = text(PARENT, "version");
        assertThat(text(VERSIONS, "version")).isEqualTo(version);
        assertThat(modules().filter(module -> !module.equals("cx-bom")))
                .allSatisfy(module ->
                        assertThat(text(pom(module), "parent", "version")).isEqualTo(version));
    }

    @Test
    void eachModuleSaysWhatItIs() {
        assertThat(modules()).allSatisfy(module -> {
            assertThat(text(pom(module), "artifactId")).contains(module);
            assertThat(text(pom(module), "name")).contains(module);
            assertThat(text(pom(module), "description")).isPresent();
        });
    }

    @Test
    void theListOfVersionsSaysWhereItComesFromInTheWordsOfTheParent() {
        for (String part : List.of("url", "licenses", "developers", "scm")) {
            assertThat(words(child(VERSIONS, part))).as(part).isNotEmpty().isEqualTo(words(child(PARENT, part)));
        }
    }

    @Test
    void theListOfVersionsIsBuiltWithThePluginsOfTheParent() {
        assertThat(plugins(VERSIONS)).isNotEmpty();
        assertThat(plugins(PARENT)).containsAll(plugins(VERSIONS));
    }

    private static List<String> plugins(Element pom) {
        return children(child(child(child(pom, "build"), "pluginManagement"), "plugins"))
                .map(plugin -> text(plugin, "artifactId").orElseThrow() + ":"
                        + text(plugin, "version").orElseThrow())
                .toList();
    }

    private static Stream<String> modules() {
        return children(child(PARENT, "modules")).map(Element::getTextContent);
    }

    private static Element pom(String module) {
        Path file = ROOT.resolve(module).resolve("pom.xml");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Optional<Element> find(Element parent, String name) {
        return children(parent)
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }

    private static Element child(Element parent, String name) {
        return find(parent, name).orElseThrow(() -> new AssertionError("no " + name));
    }

    private static Optional<String> text(Element from, String... path) {
        Optional<Element> element = Optional.of(from);
        for (String name : path) {
            element = element.flatMap(parent -> find(parent, name));
        }
        return element.map(Node::getTextContent).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String words(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
