package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.input.profile.Profile;
import io.cxmetrics.input.profile.Profiles;
import io.cxmetrics.report.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Exports that are recognised: from the file to the number, without an option. */
class ProfilesCommandTest {

    private static final String HOTJAR = """
            Number,User,Date Submitted,Country,Source URL,Device,How likely are you to recommend us?,Stars
            4,a1,2026-10-03 18:06:56,DE,https://example.com,desktop,9,4
            3,b2,2026-10-03 17:06:56,DE,https://example.com,phone,2,5
            2,c3,2026-10-02 16:06:56,DE,https://example.com,phone,,1
            1,d4,2026-09-02 16:06:56,DE,https://example.com,phone,10,2
            """;

    private static final String QUALTRICS = """
            StartDate,Status,RecordedDate,Q1_NPS_GROUP,Q1
            Start Date,Response Type,Recorded Date,Group,"Would you
            recommend us?"
            "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}",x,x,x,x
            2026-02-28 23:00:00,0,2026-02-28 23:30:00,3,9
            2026-03-01 09:00:00,0,2026-03-01 09:01:00,1,4
            2026-03-01 09:00:00,1,2026-03-01 09:01:00,3,10
            2026-03-01 10:00:00,0,2026-03-01 10:01:00,,-99
            """;

    private static final String ZENDESK = """
            {"tickets":[
            {"id":1,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"solved",
             "satisfaction_rating":{"score":"good"}},
            {"id":2,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"solved",
             "satisfaction_rating":{"score":"bad"}},
            {"id":3,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"solved",
             "satisfaction_rating":{"score":"good"}},
            {"id":4,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"deleted",
             "satisfaction_rating":{"score":"good"}},
            {"id":5,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"open",
             "satisfaction_rating":{"score":"offered"}},
            {"id":6,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"open",
             "satisfaction_rating":null}
            ],"metric_sets":[{"id":1}],"count":6}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void aSurveyNeedsNoColumn() throws IOException {
        JsonNode nps = Run.cx("nps", file("h.csv", HOTJAR), "--format", "json").json();
        assertThat(nps.get("profile").asText()).isEqualTo("hotjar");
        assertThat(nps.get("rating").asText()).isEqualTo("How likely are you to recommend us?");
        assertThat(nps.get("total").get("nps").asDouble()).isCloseTo(100.0 / 3, within(1e-9));
        JsonNode piped = Run.withInput(HOTJAR, "nps", "-", "--format", "json").json();
        assertThat(piped.get("total").get("nps")).isEqualTo(nps.get("total").get("nps"));
    }

    @Test
    void threeHeaderRowsPreviewsAndSentinelsAreKnown() throws IOException {
        String file = file("q.csv", QUALTRICS);
        JsonNode nps = Run.cx("nps", file, "--per", "month", "--format", "json").json();
        assertThat(nps.get("profile").asText()).isEqualTo("qualtrics");
        assertThat(nps.get("total").get("nps").asDouble()).isZero();
        assertThat(nps.get("zone").asText()).isEqualTo("America/Denver");
        assertThat(nps.get("total").get("left_out").get("preview").asInt()).isEqualTo(1);
        assertThat(nps.get("total").get("left_out").get("no_answer").asInt()).isEqualTo(1);
        assertThat(nps.get("total").get("periods").size()).isEqualTo(2);
    }

    @Test
    void aSystemsOwnRatingIsGoodOfGoodAndBad() throws IOException {
        JsonNode csat =
                Run.cx("csat", file("t.json", ZENDESK), "--format", "json").json();
        assertThat(csat.get("profile").asText()).isEqualTo("zendesk-tickets");
        assertThat(csat.get("total").get("satisfied").asInt()).isEqualTo(2);
        assertThat(csat.get("total").get("left_out").get("deleted").asInt()).isEqualTo(1);
        assertThat(csat.get("total").get("left_out").get("no_answer").asInt()).isEqualTo(1);
        assertThat(csat.get("total").get("left_out").get("blank").asInt()).isEqualTo(1);
    }

    @Test
    void optionsOfTheCommandLineWin() throws IOException {
        String file = file("h.csv", HOTJAR);
        JsonNode csat = Run.cx("csat", file, "--rating", "Stars", "--by", "Device", "--format", "json")
                .json();
        assertThat(csat.get("rating").asText()).isEqualTo("Stars");
        assertThat(csat.get("profile").asText()).isEqualTo("hotjar");
        Run none = Run.cx("nps", file, "--profile", "none");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("Missing required option: '--rating=COLUMN'");
        Run other = Run.cx("nps", file, "--profile", "qualtrics");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("is no file of Qualtrics, responses (CSV with three header rows)");
    }

    @Test
    void aProfileOfOnesOwnIsUsed() throws IOException {
        String profile = file("mine.yaml", """
                name: mine
                title: Stars of our shop
                evidence: sample
                grain: an answer
                marks: {format: csv, columns: [Stars, Day]}
                leave-out: {test: Kind = test}
                answers:
                  - metrics: [csat]
                    roles: {rating: Stars, at: Day}
                    scale: 1..5
                    labels: {"great, really": 5}
                """);
        String file =
                file("s.csv", "Stars,Day,Kind\n\"great, really\",2026-03-01,a\n1,2026-03-01,a\n5,2026-03-01,test\n");
        JsonNode csat =
                Run.cx("csat", file, "--profile", profile, "--format", "json").json();
        assertThat(csat.get("total").get("satisfied").asInt()).isEqualTo(1);
        assertThat(csat.get("used_rows").asInt()).isEqualTo(2);
        assertThat(csat.get("total").get("left_out").get("test").asInt()).isEqualTo(1);
        Run wrong = Run.cx("csat", file, "--profile", file("bad.yaml", "name: mine\ntitel: x\n"));
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("bad.yaml, line 2: titel is no key here");
    }

    @Test
    void whatAFileCannotAnswerIsSaid() throws IOException {
        Run ces = Run.cx("ces", file("t.json", ZENDESK));
        assertThat(ces.code()).isEqualTo(2);
        assertThat(ces.err())
                .contains(
                        "is a file of Zendesk, tickets with their metrics (JSON of the API) (profile zendesk-tickets):"
                                + " Zendesk asks for good or bad, not for effort");
    }

    /** The system's own minutes beside ours: whole ones, and the first reply, which no column dates. */
    @Test
    void aSystemsOwnTimesAreAskedForByName() throws IOException {
        String file = file("m.json", """
                {"tickets":[
                {"id":1,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"solved",
                 "metric_set":{"solved_at":"2026-03-02T10:30:40Z",
                  "reply_time_in_minutes":{"calendar":12},"full_resolution_time_in_minutes":{"calendar":150}}},
                {"id":2,"via":{"channel":"web"},"created_at":"2026-03-02T08:00:00Z","requester_id":7,"status":"deleted",
                 "metric_set":null}
                ],"metric_sets":[{"id":1}],"count":2}
                """);
        JsonNode ours = Run.cx("support", file, "--unit=minutes", "--as-of=2026-03-31", "--format=json")
                .json();
        assertThat(ours.get("total").get("mean").asDouble()).isCloseTo(150 + 40 / 60.0, within(1e-9));
        assertThat(ours.get("total").get("left_out").get("deleted").asInt()).isEqualTo(1);
        JsonNode theirs = Run.cx(
                        "support",
                        file,
                        "--duration=metric_set.full_resolution_time_in_minutes.calendar",
                        "--duration-unit=minutes",
                        "--reply-duration=metric_set.reply_time_in_minutes.calendar",
                        "--reply-duration-unit=minutes",
                        "--unit=minutes",
                        "--format=json")
                .json();
        assertThat(theirs.get("profile").asText()).isEqualTo("zendesk-tickets");
        assertThat(theirs.get("total").get("mean").asDouble()).isEqualTo(150);
        assertThat(theirs.get("total").get("first_reply_mean").asDouble()).isEqualTo(12);
    }

    @Test
    void filesOfTwoSystemsAreNotAdded() throws IOException {
        Run two = Run.cx("nps", file("h.csv", HOTJAR), file("q.csv", QUALTRICS));
        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err())
                .contains("h.csv is a file of Hotjar, survey responses (CSV), and")
                .contains("of Qualtrics");
        Run plain = Run.cx("nps", file("h.csv", HOTJAR), file("p.csv", "nps\n9\n"));
        assertThat(plain.err()).contains("is no file of Hotjar, survey responses (CSV), as");
    }

    @Test
    void profilesAreListedAndFilesExplained() throws IOException {
        Run list = Run.cx("profiles");
        assertThat(list.code()).isZero();
        for (Profile profile : Profiles.builtIn()) {
            assertThat(list.out()).contains(profile.name() + " ").contains(profile.title());
        }
        Run explained = Run.cx("profiles", file("h.csv", HOTJAR));
        assertThat(explained.code()).isZero();
        assertThat(explained.out())
                .contains("profile hotjar, because of columns Number, User, Date Submitted, Source URL, Device")
                .contains("rating: How likely are you to recommend us?")
                .contains("stands for --profile=hotjar '--rating=How likely are you to recommend us?' --scale=0..10")
                .contains("not cx csat: no column is the rating");
        Run unknown = Run.cx("profiles", file("p.csv", "nps\n9\n"));
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).contains("p.csv: of no known system");
    }

    /** A role is an option of the command, but for those of a survey that a question must ask for. */
    @Test
    void commandsHaveTheOptionsThatProfilesGiveThem() {
        Map<String, CommandLine> commands = Cx.commands(new Surroundings(InputStream.nullInputStream(), Terminal.NONE))
                .getSubcommands();
        for (Profile profile : Profiles.builtIn()) {
            for (String metric : profile.metrics()) {
                CommandLine command = Objects.requireNonNull(commands.get(metric), metric);
                boolean survey = List.of("nps", "csat", "ces").contains(metric);
                for (String role : profile.roles(metric)) {
                    // A role that several commands share, such as the page, need not be of use to each of them.
                    boolean used = profile.metrics().stream()
                            .anyMatch(other -> Objects.requireNonNull(commands.get(other))
                                            .getCommandSpec()
                                            .findOption("--" + role.replace('_', '-'))
                                    != null);
                    assertThat(used || (survey && !role.equals("rating")))
                            .as(profile + " " + metric + " " + role)
                            .isTrue();
                }
                assertThat(command.getCommandSpec().findOption("--profile")).isNotNull();
            }
        }
    }
}
