package io.cxmetrics.input.profile;

import io.cxmetrics.input.Excerpt;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A part of a YAML file that knows its line and the key it stands under, for messages. */
final class YamlNode {

    private final String file;
    private final String key;
    private final Node node;

    private YamlNode(String file, String key, Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    static YamlNode parse(String file, String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        Optional<Node> root;
        try {
            Parser parser = new ParserImpl(settings, new StreamReader(settings, yaml));
            root = new Composer(settings, parser).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(1L);
            throw InputException.data(new Place(file, line), "is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw InputException.data(file, "is no YAML: " + e.getMessage());
        }
        return new YamlNode(file, "", root.orElseThrow(() -> InputException.data(file, "is empty")));
    }

    /** The error at this place. */
    InputException wrong(String what) {
        long line = node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(1L);
        return InputException.data(new Place(file, line), key.isEmpty() ? what : key + " " + what);
    }

    /** The value as text. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw wrong("must be a text");
    }

    /** The value made of its text; what the maker refuses is wrong here. */
    <T> T as(Function<String, T> maker) {
        String text = text();
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException | InputException | java.time.DateTimeException e) {
            throw wrong(
                    e instanceof InputException || e instanceof java.util.regex.PatternSyntaxException
                            ? "cannot be read: " + e.getMessage()
                            : "is wrong: " + e.getMessage());
        }
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The elements of a list; a single value is a list of one. */
    List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlNode> list = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            list.add(new YamlNode(file, key, element));
        }
        return list;
    }

    List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** The entries of a map in their order. */
    Map<String, YamlNode> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("must be a map of keys");
        }
        Map<String, YamlNode> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new YamlNode(file, key.isEmpty() ? "a key" : key + ": a key", tuple.getKeyNode()).text();
            YamlNode value = new YamlNode(file, key.isEmpty() ? name : key + "." + name, tuple.getValueNode());
            if (map.put(name, value) != null) {
                throw value.wrong("stands here a second time");
            }
        }
        return map;
    }

    /** The entries of a map that has no other keys than these. */
    Fields fields(String... known) {
        Map<String, YamlNode> map = map();
        Set<String> allowed = new TreeSet<>(List.of(known));
        map.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw value.wrong("is no key here; keys are " + String.join(", ", allowed));
            }
        });
        return new Fields(this, map);
    }

    /** The values of a map, by known keys. */
    record Fields(YamlNode owner, Map<String, YamlNode> values) {

        YamlNode required(String name) {
            YamlNode value = values.get(name);
            if (value == null) {
                throw owner.wrong("must have the key " + name);
            }
            return value;
        }

        @Nullable
        YamlNode get(String name) {
            return values.get(name);
        }

        List<String> texts(String name) {
            YamlNode value = values.get(name);
            return value == null ? List.of() : value.texts();
        }

        Map<String, YamlNode> map(String name) {
            YamlNode value = values.get(name);
            return value == null ? Map.of() : value.map();
        }

        <T> @Nullable T as(String name, Function<String, T> maker) {
            YamlNode value = values.get(name);
            return value == null ? null : value.as(maker);
        }
    }

    @Override
    public String toString() {
        return key + ": " + Excerpt.of(node.toString());
    }
}
