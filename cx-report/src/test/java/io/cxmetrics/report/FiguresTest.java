package io.cxmetrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.survey.Nps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a figure puts under which name, and what a table shows of it. */
class FiguresTest {

    private static final Figures<Nps> FIGURES = Figures.of(Nps.class)
            .count("n", "n", Nps::count)
            .number("nps", "NPS", 1, Nps::score)
            .headline(-100, 100)
            .interval("low", "high", "95 % interval", nps -> nps.interval(0.95))
            .number("standard_error", "", 2, Nps::standardError)
            .hidden();

    @Test
    void putsEachValueUnderItsNameInOrder() {
        Map<String, Object> values = FIGURES.values(Nps.of(9, 10, 7, 3)).byName();

        assertThat(values.keySet()).containsExactly("n", "nps", "low", "high", "standard_error");
        assertThat(values).containsEntry("n", 4L).containsEntry("nps", 25.0);
    }

    @Test
    void showsAColumnForEachFigureThatIsNotHidden() {
        assertThat(FIGURES.columns()).extracting(Column::title).containsExactly("n", "NPS", "95 % interval");
        assertThat(FIGURES.withColumns("nps", "n").columns())
                .extracting(Column::title)
                .containsExactly("NPS", "n");
        assertThat(FIGURES.hidden().columns()).extracting(Column::title).containsExactly("n", "NPS");
        assertThatThrownBy(() -> Figures.of(Nps.class).hidden())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no figure has a column");
        assertThatThrownBy(() -> FIGURES.withColumns("mean"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column shows mean");
    }

    @Test
    void asksAnotherSummaryOnceForAllFigures() {
        int[] asked = {0};
        Figures<List<Integer>> ofRatings = FIGURES.from(ratings -> {
            asked[0]++;
            return Nps.of(ratings);
        });

        assertThat(ofRatings.values(List.of(10, 10, 0)).number("nps")).isEqualTo(100 / 3.0);
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void holdsPartsWithFiguresOfTheirOwn() {
        Figures<Nps> part = Figures.of(Nps.class)
                .percent("promoters", "promoters %", nps -> nps.promoterShare().rate());
        Figures<List<Nps>> figures =
                Figures.<List<Nps>>none().count("size", "size", List::size).parts("scores", part, all -> all);

        Object parts = figures.values(List.of(Nps.of(9, 0), Nps.of(9))).byName().get("scores");

        assertThat((List<?>) parts)
                .extracting(values -> ((Values) values).number("promoters"))
                .containsExactly(50.0, 100.0);
    }
}
