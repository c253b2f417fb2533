package io.cxmetrics.input.profile;

import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.profile.YamlNode.Fields;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.input.table.TableLayout;
import io.cxmetrics.survey.RatingScale;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a profile of a file, and checks each of its keys. */
final class ProfileReader {

    /** The metrics, by the names of their commands. */
    static final List<String> METRICS = List.of(
            "nps",
            "csat",
            "ces",
            "rate",
            "support",
            "churn",
            "survival",
            "mrr",
            "retention",
            "clv",
            "rfm",
            "web",
            "funnel",
            "cart");

    private ProfileReader() {}

    static Profile read(YamlNode root) {
        Fields fields = root.fields(
                "name",
                "title",
                "evidence",
                "grain",
                "source",
                "marks",
                "layout",
                "charset",
                "zone",
                "zone-text",
                "dates",
                "no-date",
                "leave-out",
                "answers",
                "cannot");
        List<AnswerRule> answers = new ArrayList<>();
        Set<String> answered = new LinkedHashSet<>();
        YamlNode given = fields.get("answers");
        for (YamlNode answer : given == null ? List.<YamlNode>of() : given.list()) {
            AnswerRule rule = answer(answer);
            for (String metric : rule.metrics()) {
                if (!answered.add(metric)) {
                    throw answer.wrong("must name each metric once, got " + metric + " again");
                }
            }
            answers.add(rule);
        }
        return new Profile(new Profile.Parts(
                fields.required("name").as(ProfileReader::name),
                fields.required("title").text(),
                fields.required("evidence").as(ProfileReader::evidence),
                fields.required("grain").text(),
                fields.values().containsKey("source")
                        ? fields.required("source").text()
                        : "",
                marks(fields.required("marks")),
                layout(fields.get("layout")),
                fields.as("charset", Charset::forName),
                fields.as("zone", ZoneId::of),
                fields.as("zone-text", ProfileReader::pattern),
                dates(fields.get("dates")),
                fields.texts("no-date"),
                filters(fields.map("leave-out")),
                List.copyOf(answers),
                cannot(fields.map("cannot"))));
    }

    private static String name(String text) {
        if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("must be of small letters, digits and hyphens, got " + text);
        }
        return text;
    }

    private static Profile.Evidence evidence(String text) {
        return switch (text) {
            case "sample" -> Profile.Evidence.SAMPLE;
            case "documented" -> Profile.Evidence.DOCUMENTED;
            default -> throw new IllegalArgumentException("must be sample or documented, got " + text);
        };
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text);
    }

    private static Marks marks(YamlNode node) {
        Fields fields = node.fields("format", "columns", "absent", "text");
        boolean json = fields.required("format").as(text -> switch (text) {
            case "csv" -> false;
            case "json" -> true;
            default -> throw new IllegalArgumentException("must be csv or json, got " + text);
        });
        List<List<String>> columns = new ArrayList<>();
        YamlNode given = fields.get("columns");
        for (YamlNode names : given == null ? List.<YamlNode>of() : given.list()) {
            columns.add(names.texts());
        }
        Marks marks =
                new Marks(json, List.copyOf(columns), fields.texts("absent"), fields.as("text", Pattern::compile));
        if (marks.columns().isEmpty() && marks.text() == null) {
            throw node.wrong("must have columns or text: all files would fit");
        }
        return marks;
    }

    private static TableLayout layout(@Nullable YamlNode node) {
        TableLayout layout = TableLayout.DETECTED;
        if (node == null) {
            return layout;
        }
        Fields fields = node.fields("header-rows", "joined-header", "separator", "array", "padding");
        Integer rows = fields.as("header-rows", text -> {
            int number = Integer.parseInt(text);
            return TableLayout.DETECTED.withHeaderRows(number).headerRows();
        });
        Character separator = fields.as("separator", given -> {
            String text = given.equals("tab") ? "\t" : given;
            if (text.length() != 1) {
                throw new IllegalArgumentException("must be one character or tab, got " + text);
            }
            return TableLayout.DETECTED.withSeparator(text.charAt(0)).separator();
        });
        String array = fields.as("array", text -> text);
        layout = rows == null ? layout : layout.withHeaderRows(rows);
        layout = separator == null ? layout : layout.withSeparator(separator);
        layout = array == null ? layout : layout.withArray(array);
        layout = isOn(fields.as("joined-header", ProfileReader::flag)) ? layout.withJoinedHeader() : layout;
        return isOn(fields.as("padding", ProfileReader::flag)) ? layout.withPadding() : layout;
    }

    private static boolean isOn(@Nullable Boolean flag) {
        return flag != null && flag;
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, got " + text);
        };
    }

    private static List<String> dates(@Nullable YamlNode node) {
        if (node == null) {
            return List.of();
        }
        List<String> patterns = new ArrayList<>();
        for (YamlNode pattern : node.list()) {
            patterns.add(pattern.as(text -> {
                Dates checked = Dates.of(text);
                return checked == Dates.ISO ? "" : text;
            }));
        }
        return List.copyOf(patterns);
    }

    private static Map<String, String> filters(Map<String, YamlNode> given) {
        Map<String, String> filters = new LinkedHashMap<>();
        given.forEach((reason, filter) -> {
            if (!reason.matches("[a-z0-9]+(_[a-z0-9]+)*")) {
                throw filter.wrong("must be named by a reason of small letters, such as deleted or test_answer");
            }
            filters.put(reason, filter.as(text -> {
                Where checked = Where.parse(text);
                return checked.columns().isEmpty() ? "" : text;
            }));
        });
        return Collections.unmodifiableMap(filters);
    }

    private static Map<String, String> cannot(Map<String, YamlNode> given) {
        Map<String, String> cannot = new LinkedHashMap<>();
        given.forEach((metric, why) -> {
            if (!METRICS.contains(metric)) {
                throw why.wrong("must be one of " + String.join(", ", METRICS));
            }
            cannot.put(metric, why.text());
        });
        return Collections.unmodifiableMap(cannot);
    }

    private static AnswerRule answer(YamlNode node) {
        Fields fields = node.fields(
                "metrics",
                "roles",
                "scale",
                "labels",
                "no-answer",
                "not-applicable",
                "statuses",
                "leave-out",
                "options",
                "definition");
        Set<String> metrics = new LinkedHashSet<>();
        for (YamlNode metric : fields.required("metrics").list()) {
            metrics.add(metric.as(text -> {
                if (!METRICS.contains(text)) {
                    throw new IllegalArgumentException(
                            "must be one of " + String.join(", ", METRICS) + ", got " + text);
                }
                return text;
            }));
        }
        Map<String, ColumnChoice> roles = new LinkedHashMap<>();
        Set<String> optional = new LinkedHashSet<>();
        fields.required("roles").map().forEach((key, columns) -> {
            boolean needed = !key.endsWith("?");
            String role = needed ? key : key.substring(0, key.length() - 1);
            roles.put(role, choice(columns));
            if (!needed) {
                optional.add(role);
            }
        });
        RatingScale scale = fields.as("scale", RatingScale::parse);
        Map<String, Integer> labels = new LinkedHashMap<>();
        fields.map("labels")
                .forEach((text, rating) -> labels.put(text, rating.as(number -> {
                    int value = Integer.parseInt(number);
                    if (scale != null && !scale.contains(value)) {
                        throw new IllegalArgumentException("must be in " + scale + ", got " + value);
                    }
                    return value;
                })));
        Map<String, String> statuses = new LinkedHashMap<>();
        fields.map("statuses").forEach((status, category) -> statuses.put(status, category.text()));
        Map<String, List<String>> options = new LinkedHashMap<>();
        fields.map("options").forEach((option, values) -> options.put(option, values.texts()));
        YamlNode definition = fields.get("definition");
        return new AnswerRule(
                Collections.unmodifiableSet(metrics),
                Collections.unmodifiableMap(roles),
                Collections.unmodifiableSet(optional),
                scale,
                Collections.unmodifiableMap(labels),
                fields.texts("no-answer"),
                fields.texts("not-applicable"),
                Collections.unmodifiableMap(statuses),
                filters(fields.map("leave-out")),
                Collections.unmodifiableMap(options),
                definition == null ? "" : definition.text());
    }

    private static ColumnChoice choice(YamlNode node) {
        if (!node.isMap()) {
            return new ColumnChoice(node.texts(), null, "", "");
        }
        Fields fields = node.fields("like", "take", "words");
        Pattern like = fields.required("like").as(Pattern::compile);
        String take =
                fields.values().containsKey("take") ? fields.required("take").text() : "$0";
        String words =
                fields.values().containsKey("words") ? fields.required("words").text() : "";
        return new ColumnChoice(List.of(), like, take, words);
    }
}
