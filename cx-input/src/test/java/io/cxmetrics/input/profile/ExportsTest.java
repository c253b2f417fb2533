package io.cxmetrics.input.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.support.SupportDefinition;
import io.cxmetrics.input.support.Tickets;
import io.cxmetrics.input.survey.Response;
import io.cxmetrics.survey.RatingScale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private static final Path DOCS = Path.of(System.getProperty("cx.root", ".."), "docs");

    @Test
    void timesToResolutionByPriorityOfZendesk(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tickets.json");
        Files.writeString(file, Samples.of("zendesk-tickets").text());
        Export export = Exports.open(file);
        Outcome<Tickets> outcome =
                export.tickets().grouped(Grouping.by("priority")).read(export.table());
        Tickets tickets = outcome.result();
        Instant now = Instant.parse("2026-04-01T00:00:00Z");
        var byPriority = tickets.fold(now, SupportDefinition.STANDARD.aggregation(tickets, now))
                .byLabels();
        assertThat(requireNonNull(byPriority.get(new Labels(List.of("high"))))
                        .total()
                        .summary()
                        .resolution()
                        .mean(ChronoUnit.HOURS))
                .isEqualTo(2.5);
        assertThat(outcome.accounting().leftOut()).hasToString("deleted 1");
        assertThat(export.profile()).hasToString("zendesk-tickets");
        assertThat(export.roles("support").column("resolved")).isEqualTo("metric_set.solved_at");
    }

    @Test
    void eachSampleOfTicketsIsRead() {
        Instant now = Instant.parse("2026-12-01T00:00:00Z");
        for (Profile profile : Profiles.builtIn()) {
            if (profile.metrics().contains("support")) {
                Export export = Exports.open(Samples.of(profile.name()).source());
                Tickets tickets = export.tickets().read(export.table()).result();
                assertThat(tickets.fold(now, SupportDefinition.STANDARD.aggregation(tickets, now))
                                .all()
                                .total()
                                .summary()
                                .resolution()
                                .resolved())
                        .as(profile.name())
                        .isPositive();
            }
        }
    }

    @Test
    void answersOfASurveyAreRead() {
        Export export = Exports.open(Samples.of("qualtrics").source());
        Outcome<List<Response>> outcome =
                export.responses("nps", RatingScale.ZERO_TO_TEN).toList(export.table());
        assertThat(outcome.result()).extracting(Response::rating).containsExactly(9, 4);
        assertThat(outcome.accounting().leftOut()).hasToString("no_answer 1, preview 1");
        assertThatThrownBy(() -> export.roles("support"))
                .isInstanceOf(InputException.class)
                .hasMessage("export: does not answer support: the file holds answers, no tickets");
        assertThatThrownBy(() -> Exports.open(Sample.of("a,b", "1,2").source()))
                .hasMessage("export: is an export of no known system");
    }

    @Test
    void theExampleOfThePageOfProfilesIsOne() throws IOException {
        String page = Files.readString(DOCS.resolve("profiles.md"), StandardCharsets.UTF_8);
        String yaml = page.split("```yaml\n", -1)[1].split("```", -1)[0];
        Recognition recognition = Profiles.recognise(
                Profile.parse("profiles.md", yaml),
                Sample.of("Answer id,Stars,Date,Kind", "1,great,2026-03-01,live")
                        .source());
        assertThat(recognition.answer("csat").orElseThrow().columns()).hasToString("{rating=Stars, at=Date}");
        assertThat(recognition.missing("nps")).contains("we ask for stars");
    }

    /** The page is made from the profiles: to change it, change them and print this text. */
    @Test
    void thePageOfSystemsAndMetricsIsThatOfTheProfiles() throws IOException {
        assertThat(Files.readString(DOCS.resolve("exports.md"), StandardCharsets.UTF_8))
                .isEqualTo(page());
    }

    private static String page() {
        List<String> lines = new ArrayList<>(List.of(
                "# Exports that are recognised",
                "",
                "`cx` knows these files by their columns: a command needs no option that names one where the table says"
                        + " yes.",
                "`cx profiles FILE` says which profile fits, why, and what each column was taken for. Profiles marked"
                        + " with * rest on",
                "documentation, the others on real files. The format of a profile is described in"
                        + " [profiles.md](profiles.md).",
                "",
                "| profile | file | " + String.join(" | ", ProfileReader.METRICS) + " |",
                "|---|---|" + "---|".repeat(ProfileReader.METRICS.size())));
        for (Profile profile : Profiles.builtIn()) {
            String star = profile.evidence() == Profile.Evidence.DOCUMENTED ? " *" : "";
            StringBuilder row = new StringBuilder("| `" + profile.name() + "`" + star + " | " + profile.title());
            for (String metric : ProfileReader.METRICS) {
                row.append(" | ").append(profile.metrics().contains(metric) ? "yes" : "");
            }
            lines.add(row + " |");
        }
        lines.addAll(List.of("", "## What they do not answer", ""));
        for (Profile profile : Profiles.builtIn()) {
            Map<String, Set<String>> whys = new TreeMap<>();
            profile.cannot()
                    .forEach((metric, why) ->
                            whys.computeIfAbsent(why, w -> new TreeSet<>()).add(metric));
            whys.forEach((why, metrics) ->
                    lines.add("- `" + profile.name() + "`, " + String.join(", ", metrics) + ": " + why + "."));
        }
        lines.addAll(List.of("", "## What the systems themselves show", ""));
        for (Profile profile : Profiles.builtIn()) {
            Map<String, Set<String>> own = new TreeMap<>();
            profile.metrics().forEach(metric -> {
                if (!profile.definition(metric).isEmpty()) {
                    own.computeIfAbsent(profile.definition(metric), d -> new TreeSet<>())
                            .add(metric);
                }
            });
            own.forEach((definition, metrics) -> lines.add("- `" + profile.name() + "`, " + String.join(", ", metrics)
                    + ": " + definition.replaceAll("\\.?$", "") + "."));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Prints the page, to be redirected into docs/exports.md. */
    public static void main(String[] args) {
        System.out.print(page());
    }
}
