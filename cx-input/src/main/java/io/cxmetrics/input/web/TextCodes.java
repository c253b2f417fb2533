package io.cxmetrics.input.web;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts as numbers, each text kept once. The empty text is 0. Texts order themselves, so the map stays fast also for
 * texts that somebody chose to have equal hash codes.
 */
final class TextCodes {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    TextCodes() {
        code("");
    }

    @CanIgnoreReturnValue
    int code(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        int code = texts.size();
        codes.put(text, code);
        texts.add(text);
        return code;
    }

    String text(int code) {
        return texts.get(code);
    }

    int bound() {
        return texts.size();
    }
}
