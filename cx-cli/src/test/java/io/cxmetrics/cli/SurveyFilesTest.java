package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Survey files as spreadsheets and survey systems write them; each is a kind of file on which numbers went wrong. */
class SurveyFilesTest {

    private static Run run(String metric, String text, String... options) {
        List<String> args = new ArrayList<>(List.of(metric, "-", "--format=json"));
        args.addAll(List.of(options));
        return Run.withInput(text, args.toArray(String[]::new));
    }

    private static JsonNode total(String metric, String text, String... options) throws JsonProcessingException {
        return run(metric, text, options).json().get("total");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAQuotedHeader() throws JsonProcessingException {
        String file = "\ufeff\"score\";\"town\"\n10;\"Graz\"\n9;\"Linz\"\n1;\"Wien\"\n";
        assertThat(total("nps", file, "--rating=score").get("nps").asDouble()).isEqualTo(100 / 3.0);
    }

    @Test
    void aSeparatorLineIsNoHeader() throws JsonProcessingException {
        JsonNode total = total("nps", "sep=;\nscore;town\n10;Graz\n9;Linz\n1;Wien\n", "--rating=score");
        assertThat(total.get("n").asInt()).isEqualTo(3);
    }

    @Test
    void shortRowsHaveBlankLastFieldsWhenAsked() throws JsonProcessingException {
        String file = "score,town,text\n10,Graz\n9,Linz,fine\n1,Wien\n";
        assertThat(total("nps", file, "--rating=score", "--pad").get("n").asInt())
                .isEqualTo(3);
        assertThat(run("nps", file, "--rating=score")
                        .json()
                        .get("malformed_rows")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anonymousRespondentsAreNotOnePerson() throws JsonProcessingException {
        JsonNode total = total("nps", "who,score\n,10\n,9\n,3\nB,10\nB,0\n", "--rating=score", "--respondent=who");
        assertThat(total.get("n").asInt()).isEqualTo(1);
        assertThat(total.get("nps").asDouble()).isEqualTo(-100);
        assertThat(total.get("left_out").toString()).isEqualTo("{\"no_respondent\":3,\"not_kept\":1}");
    }

    @Test
    void saysWhenNobodyChoseTheUpperHalfOfAScale() throws JsonProcessingException {
        String file = "score\n1\n3\n2\n4\n4\n3\n4\n4\n";
        assertThat(run("nps", file, "--rating=score").err())
                .isEqualTo("cx: no answer of score is above 4 on the scale 0..10; if it is another scale, see "
                        + "--scale\n");
        Run told = run("nps", file, "--rating=score", "--scale=1..4", "--promoters-from=4", "--passives-from=2");
        assertThat(told.err()).isEmpty();
        assertThat(told.json().get("total").get("nps").asDouble()).isEqualTo(37.5);
    }

    @Test
    void threeHeaderRowsAndAFilterReadAnExportOfASurveySystem() throws JsonProcessingException {
        String file = "EndDate,Kind,Q7,Tier\nEnd Date,Response Type,\"How likely\nare you?\",Tier\n"
                + "\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"kind\"\"}\","
                + "\"{\"\"ImportId\"\":\"\"QID7\"\"}\",\"{\"\"ImportId\"\":\"\"Tier\"\"}\"\n"
                + "2025-01-02 08:00:00,IP Address,10,a\n2025-01-03 08:00:00,IP Address,1,a\n"
                + "2025-01-03 09:00:00,Survey Preview,9,b\n2025-02-03 09:00:00,IP Address,7,b\n"
                + "2025-02-04 09:00:00,IP Address,-99,b\n";
        String[] options = {"--rating=Q7", "--by=Tier", "--over=EndDate", "--no-answer=-99", "--header-rows=3"};
        JsonNode all = run("nps", file, options).json();
        assertThat(all.get("total").get("nps").asDouble()).isEqualTo(25);
        assertThat(all.get("groups")).hasSize(2);
        JsonNode answers = run("nps", file, append(options, "--where=Kind = \"IP Address\""))
                .json();
        assertThat(answers.get("total").get("nps").asDouble()).isZero();
        assertThat(answers.get("total").get("n").asInt()).isEqualTo(3);
        assertThat(answers.get("total").get("left_out").toString()).isEqualTo("{\"filtered\":1,\"no_answer\":1}");
    }

    private static String[] append(String[] options, String more) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add(more);
        return all.toArray(String[]::new);
    }

    @Test
    void optionValuesMayHoldCommas() throws JsonProcessingException {
        String guesses = "r\n5\n3\n3\n\"4, but a guess\"\n1\n";
        JsonNode total = total("csat", guesses, "--rating=r", "--no-answer", "4, but a guess");
        assertThat(total.get("csat").asDouble()).isEqualTo(25);
        assertThat(total.get("left_out").toString()).isEqualTo("{\"no_answer\":1}");
        String texts = "r\n\"Sure, always\"\n\"Sure, sometimes\"\nNever\n";
        assertThat(total(
                                "csat",
                                texts,
                                "--rating=r",
                                "--scale=1..3",
                                "--label=Sure, always=3",
                                "--label=\"Sure, sometimes=2\",Never=1")
                        .get("mean")
                        .asDouble())
                .isEqualTo(2);
    }

    @Test
    void severalFilesAreOneWhateverTheirDress(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("a.csv"), "score,who\n10,x\n0,y\n");
        Path second = Files.writeString(folder.resolve("b.csv"), "who;score\nz;9\n");
        JsonNode result = Run.cx("nps", first.toString(), second.toString(), "--rating=score", "--format=json")
                .json();
        assertThat(result.get("total").get("promoters").asLong()).isEqualTo(2);
        assertThat(result.get("rows").asLong()).isEqualTo(3);
    }

    @Test
    void oneFileTwiceIsRefused() {
        assertThat(Run.cx("nps", "samples/survey.csv", "samples/survey.csv", "--rating=nps"))
                .isEqualTo(new Run(2, "", "cx: samples/survey.csv: is named twice; its rows would count twice\n"));
    }

    @Test
    void aLabelHasOneRating() {
        assertThat(run("csat", "r\nYes\n", "--rating=r", "--label=Yes=3,Yes=4"))
                .isEqualTo(new Run(2, "", "cx: --label: must give each text one rating, got Yes twice\n"));
    }

    @Test
    void saysThatThereAreNoRowsAndThatAFileHasNoName() {
        assertThat(run("nps", "score\n", "--rating=score").err()).isEqualTo("cx: -: holds no rows\n");
        assertThat(Run.cx("nps", "", "--rating=r")).isEqualTo(new Run(2, "", "cx: FILE: must not be empty\n"));
    }
}
