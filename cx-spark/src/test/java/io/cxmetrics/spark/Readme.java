package io.cxmetrics.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The README of the project, and the blocks of code in it. */
final class Readme {

    private Readme() {}

    static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("cx.root", ".."), "README.md"));
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
