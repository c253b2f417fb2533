package io.cxmetrics.input.profile;

import io.cxmetrics.input.source.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A small invented file in the shape of a system's export.
 *
 * @param text what it holds
 */
record Sample(String text) {

    static Sample of(String... lines) {
        return new Sample(String.join("\n", lines) + "\n");
    }

    Source source() {
        return source(StandardCharsets.UTF_8);
    }

    Source source(Charset charset) {
        return Source.of("export", new ByteArrayInputStream(text.getBytes(charset)));
    }

    /** The same with a byte order mark, which any export may have. */
    Sample withMark() {
        return new Sample("\uFEFF" + text);
    }

    Sample withLineEnds(String end) {
        return new Sample(text.replace("\n", end));
    }

    /** The same with one column more, first and last; for samples without quotes and with one header row. */
    Sample withMoreColumns() {
        return new Sample(Arrays.stream(text.split("\n"))
                .map(line -> "own," + line + ",another")
                .collect(Collectors.joining("\n", "", "\n"))
                .replaceFirst("own,", "My field,")
                .replaceFirst(",another", ",My other field"));
    }

    /** The same without one column; for samples without quotes. */
    Sample without(String column) {
        String[] lines = text.split("\n");
        int place = Arrays.asList(lines[0].split(",")).indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + column);
        }
        return new Sample(Arrays.stream(lines)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    StringBuilder rest = new StringBuilder();
                    for (int i = 0; i < cells.length; i++) {
                        if (i != place) {
                            rest.append(rest.isEmpty() && i <= 1 ? "" : ",").append(cells[i]);
                        }
                    }
                    return rest.toString();
                })
                .collect(Collectors.joining("\n", "", "\n")));
    }

    Recognition recognised() {
        return Profiles.recognise(source()).orElseThrow(() -> new AssertionError("not recognised: " + text));
    }
}
