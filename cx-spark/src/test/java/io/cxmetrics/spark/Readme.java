package io.cxmetrics.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The README of the project with the page about Spark, and the blocks of code in them. */
final class Readme {

    private Readme() {}

    static List<String> lines() throws IOException {
        Path root = Path.of(System.getProperty("cx.root", ".."));
        List<String> lines = new ArrayList<>(Files.readAllLines(root.resolve("README.md")));
        lines.addAll(Files.readAllLines(root.resolve("docs/spark.md")));
        return lines;
    }

    /** Returns each block of code that stands below a marker. */
    static List<String> blocks(String marker) throws IOException {
        List<String> lines = lines();
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(marker)) {
                List<String> rest = lines.subList(i + 2, lines.size());
                blocks.add(String.join("\n", rest.subList(0, rest.indexOf("```"))));
            }
        }
        return blocks;
    }
}
