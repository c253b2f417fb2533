package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.compare.segment.MixAndRate;
import io.cxmetrics.compare.segment.SegmentPart;
import io.cxmetrics.compare.segment.SegmentTotal;
import io.cxmetrics.testkit.GoldenTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mix and rate in exact fractions. */
@GoldenTest
class MixAndRateGoldenTest {

    private static final double EXACT = 1e-12;
    private static final String BASE = "the form with an interaction is not offered";

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/decomposition")
                .checkAll(expected -> {
                    Map<String, SegmentTotal> before = new LinkedHashMap<>();
                    Map<String, SegmentTotal> after = new LinkedHashMap<>();
                    expected.inputFields().forEach(field -> {
                        JsonNode four = field.getValue();
                        before.put(field.getKey(), total(four.get(0), four.get(1)));
                        after.put(field.getKey(), total(four.get(2), four.get(3)));
                    });
                    for (String name : new String[] {
                        "change_exact",
                        "midpoint_rate_exact",
                        "midpoint_mix_exact",
                        "base_rate",
                        "base_mix",
                        "base_interaction"
                    }) {
                        expected.passOver(name, name.endsWith("exact") ? "the same as a fraction" : BASE);
                    }
                    check(expected, MixAndRate.of(before, after));
                })
                .tests();
    }

    private static SegmentTotal total(JsonNode sum, JsonNode size) {
        return SegmentTotal.of(Double.parseDouble(sum.asText()), size.doubleValue());
    }

    /** Compares whatever the golden says of a decomposition in the unit of sum / size. */
    static void check(Expected expected, MixAndRate<String> parts) {
        check(expected, parts, 1);
    }

    /** The same where the golden has fractions and the library points. */
    static void check(Expected expected, MixAndRate<String> parts, double unit) {
        expected.number("total_a", parts.before() / unit, EXACT, EXACT)
                .number("total_b", parts.after() / unit, EXACT, EXACT)
                .number("change", parts.change() / unit, EXACT, EXACT)
                .number("midpoint_rate", parts.rate() / unit, EXACT, EXACT)
                .number("midpoint_mix", parts.mix() / unit, EXACT, EXACT)
                .text("simpson", String.valueOf(parts.simpson()));
        assertThat(parts.rate() + parts.mix()).isCloseTo(parts.change(), within(EXACT * unit));
        Expected segments = expected.in("segments");
        for (SegmentPart<String> part : parts.parts()) {
            Expected one = segments.in(part.segment());
            number(one, "rate_a", part.before() / unit);
            number(one, "rate_b", part.after() / unit);
            number(one, "midpoint_rate", part.rate() / unit);
            number(one, "midpoint_mix", part.mix() / unit);
            number(one, "contribution", part.contribution() / unit);
            if (one.has("share_a")) {
                one.number("share_a", part.shareBefore(), EXACT, EXACT)
                        .number("share_b", part.shareAfter(), EXACT, EXACT);
                for (String name : new String[] {"base_rate", "base_mix", "base_interaction"}) {
                    one.passOver(name, BASE);
                }
            }
        }
    }

    /** R wrote some numbers as lists of one. */
    private static void number(Expected at, String field, double actual) {
        if (at.isList(field)) {
            at.in(field).number("0", actual, EXACT, EXACT);
        } else {
            at.number(field, actual, EXACT, EXACT);
        }
    }
}
