package io.cxmetrics.input.profile;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.profile.ColumnChoice.Header;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.source.Text;
import io.cxmetrics.input.source.Texts;
import io.cxmetrics.input.table.Rows;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beginning of a file, which tells what system wrote it. */
final class Beginning {

    private static final int LOOK = 1 << 17;

    /** As many rows show the keys of JSON. */
    private static final int ROWS = 100;

    private final String name;
    private final String text;
    private final Map<TableLayout, Header> headers = new HashMap<>();

    private Beginning(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static Beginning of(Source source) {
        try (Texts texts = source.open()) {
            Text text = texts.next();
            return new Beginning(source.name(), text == null ? "" : text.peek(LOOK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    boolean isJson() {
        String first = text.stripLeading();
        return first.startsWith("{") || first.startsWith("[");
    }

    /** The columns as a layout finds them; none where it does not fit the file. */
    Header header(TableLayout layout) {
        return headers.computeIfAbsent(layout, this::read);
    }

    private Header read(TableLayout layout) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Source source = Source.of(name, new ByteArrayInputStream(bytes)).withCharset(StandardCharsets.UTF_8);
        List<String> names = List.of();
        try (Rows rows = Table.of(source).with(layout).rows()) {
            names = rows.columns();
            for (int i = 0; isJson() && i < ROWS && rows.next() != null; i++) {
                names = rows.columns();
            }
        } catch (InputException e) {
            return new Header(names, isJson()); // the beginning ends in the middle of a row, or it is another layout
        }
        return new Header(names, isJson());
    }
}
