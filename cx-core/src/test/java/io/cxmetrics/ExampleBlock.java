package io.cxmetrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One example of a Javadoc comment or a Markdown file, as statements.
 *
 * @param name the file and the line of its first statement
 * @param imports the lines that import, in order
 * @param statements the statements, in order
 */
record ExampleBlock(String name, List<String> imports, List<Statement> statements) {

    /** A line that ends a statement and says its value. */
    private static final Pattern STATED = Pattern.compile("(?s)(.*);\\s*//\\s*(.*?)\\s*");

    /** Type name = ..., where the type may have type arguments and the like. */
    private static final Pattern DECLARATION =
            Pattern.compile("(?s)(?:final\\s+)?[A-Za-z][\\w.]*(?:<[^=;]*>)?(?:\\[])*\\s+[A-Za-z]\\w*\\s*=.*");

    /** Above examples that need more than this module, which are compiled by the module that the marker names. */
    private static final Pattern ELSEWHERE = Pattern.compile("<!-- example: [a-z]+ -->");

    /** A statement, and the value that the comment behind it states, or null. */
    record Statement(String code, @Nullable String value) {}

    static List<ExampleBlock> inJavadoc(Path file) throws IOException {
        List<ExampleBlock> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("<pre>{@code")) {
                int end = i + 1;
                List<String> code = new ArrayList<>();
                while (!lines.get(end).contains("}</pre>")) {
                    code.add(lines.get(end++).replaceFirst("^\\s*\\* ?", ""));
                }
                blocks.add(of(file, i + 2, code));
                i = end;
            }
        }
        return blocks;
    }

    static List<ExampleBlock> inMarkdown(Path file) throws IOException {
        List<ExampleBlock> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).strip().equals("```")) {
                    end++;
                }
                if (line.equals("```java") && !ELSEWHERE.matcher(before).matches()) {
                    blocks.add(of(file, i + 2, lines.subList(i + 1, end)));
                }
                i = end;
            }
            before = line.isEmpty() ? before : line;
        }
        return blocks;
    }

    private static ExampleBlock of(Path file, int line, List<String> code) {
        List<String> imports = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String text : code) {
            if (text.startsWith("import ")) {
                imports.add(text);
                continue;
            }
            pending.append(text).append('\n');
            String bare = text.replaceFirst("//.*", "").stripTrailing();
            if ((bare.endsWith(";") || bare.endsWith("}")) && isBalanced(pending)) {
                statements.add(statement(pending.toString().strip()));
                pending.setLength(0);
            }
        }
        if (!pending.toString().isBlank()) {
            statements.add(new Statement(pending.toString(), null));
        }
        return new ExampleBlock(file.getFileName() + ":" + line, imports, statements);
    }

    private static Statement statement(String text) {
        Matcher stated = STATED.matcher(text);
        return stated.matches() && !DECLARATION.matcher(text).matches()
                ? new Statement(stated.group(1), stated.group(2))
                : new Statement(text, null);
    }

    private static boolean isBalanced(CharSequence text) {
        long open = text.chars().filter(c -> "({[".indexOf(c) >= 0).count();
        long closed = text.chars().filter(c -> ")}]".indexOf(c) >= 0).count();
        return open == closed;
    }

    /** The values that the comments state, in order. */
    List<String> expected() {
        return statements.stream()
                .map(Statement::value)
                .filter(value -> value != null)
                .toList();
    }

    /** The block as the body of a method that adds each value to a list of this name. */
    String body(String list) {
        StringBuilder body = new StringBuilder();
        for (Statement statement : statements) {
            body.append(
                    statement.value() == null
                            ? statement.code() + "\n"
                            : list + ".add(String.valueOf((Object) (" + statement.code() + ")));\n");
        }
        return body.toString();
    }
}
