package io.cxmetrics.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One example of a Javadoc comment or of a marked block in Markdown.
 *
 * @param name the file and the line of its first statement
 * @param statements the statements, in order
 */
record Example(String name, List<Statement> statements) {

    private static final String MARKER = "<!-- example: input -->";
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])'");
    private static final Pattern STATED = Pattern.compile("(?s)(.*);\\s*//\\s*(.*?)\\s*");

    /** A statement, and the value that the comment behind it states. */
    record Statement(String code, @Nullable String value) {}

    static List<Example> inJavadoc(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("<pre>{@code")) {
                List<String> code = new ArrayList<>();
                int first = i + 2;
                for (i++; !lines.get(i).contains("}</pre>"); i++) {
                    code.add(lines.get(i).replaceFirst("^\\s*\\* ?", ""));
                }
                examples.add(of(file, first, code));
            }
        }
        return examples;
    }

    static List<Example> inMarkdown(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).equals("```java") && lines.get(i - 1).equals(MARKER)) {
                int first = i + 2;
                List<String> code = new ArrayList<>();
                for (i++; !lines.get(i).equals("```"); i++) {
                    code.add(lines.get(i));
                }
                examples.add(of(file, first, code));
            }
        }
        return examples;
    }

    private static Example of(Path file, int line, List<String> code) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String text : code) {
            pending.append(text).append('\n');
            String bare = TEXT.matcher(pending)
                    .replaceAll("\"\"")
                    .replaceAll("//.*", "")
                    .strip();
            if ((bare.endsWith(";") || bare.endsWith("}")) && isBalanced(bare)) {
                statements.add(statement(pending.toString().strip()));
                pending.setLength(0);
            }
        }
        if (!pending.toString().isBlank()) {
            throw new AssertionError(file + ": no whole statement: " + pending);
        }
        return new Example(file.getFileName() + ":" + line, statements);
    }

    private static boolean isBalanced(String text) {
        return text.chars().filter(c -> "({[".indexOf(c) >= 0).count()
                == text.chars().filter(c -> ")}]".indexOf(c) >= 0).count();
    }

    private static Statement statement(String text) {
        Matcher stated = STATED.matcher(text);
        if (!stated.matches()) {
            return new Statement(text, null);
        }
        boolean declares = stated.group(1).matches("(?s)[A-Z][\\w.]*(<.*>)? \\w+ = .*");
        return declares
                ? new Statement(
                        text + "\nstated.add(String.valueOf((Object) "
                                + stated.group(1).replaceFirst("(?s)^[A-Z][\\w.]*(<[^=]*>)? (\\w+) = .*", "$2") + "));",
                        stated.group(2))
                : new Statement("stated.add(String.valueOf((Object) (" + stated.group(1) + ")));", stated.group(2));
    }

    List<String> expected() {
        return statements.stream()
                .map(Statement::value)
                .filter(Objects::nonNull)
                .toList();
    }

    String body() {
        return String.join("\n", statements.stream().map(Statement::code).toList());
    }
}
