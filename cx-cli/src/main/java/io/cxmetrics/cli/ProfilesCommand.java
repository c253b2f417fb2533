package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.profile.Answer;
import io.cxmetrics.input.profile.Profile;
import io.cxmetrics.input.profile.Profiles;
import io.cxmetrics.input.profile.Recognition;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.report.Cell;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cx profiles}. */
@Command(
        name = "profiles",
        description = "The exports of systems that are recognised; of files, which profile fits, why, and what each"
                + " column was taken for.",
        footer = {
            "",
            "Example: what a file is, and which commands answer it without an option:",
            "  cx profiles tickets.json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class ProfilesCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--profile", paramLabel = "PROFILE", description = "name or file of a profile that must fit")
    @Nullable
    String profile;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "files that may be exports")
    List<String> exports = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (exports.isEmpty()) {
            list(out);
        }
        int known = 0;
        for (String file : exports) {
            Source source = Source.of(file).lookable();
            Optional<Recognition> found = profile == null
                    ? Profiles.recognise(source)
                    : Optional.of(Profiles.recognise(Profiles.named(profile), source));
            if (found.isPresent()) {
                known++;
                explain(out, file, found.get());
            } else {
                out.println(line(file + ": of no known system; name its columns by the options of the commands"));
            }
        }
        out.flush();
        return known == exports.size() ? 0 : CliException.BAD_DATA;
    }

    private void list(PrintWriter out) {
        List<Profile> all = profile == null ? Profiles.builtIn() : List.of(Profiles.named(profile));
        int width = all.stream().mapToInt(one -> one.name().length()).max().orElse(0);
        for (Profile one : all) {
            String answers = one.metrics().isEmpty() ? "nothing yet" : String.join(", ", one.metrics());
            String evidence = one.evidence() == Profile.Evidence.DOCUMENTED ? "; from its documentation" : "";
            out.println(line(one.name() + " ".repeat(width - one.name().length()) + "  " + one.title() + ": " + answers
                    + evidence));
        }
    }

    private void explain(PrintWriter out, String file, Recognition recognition) {
        Profile fits = recognition.profile();
        out.println(line(file + ": " + fits.title()));
        out.println(line("  profile " + fits.name() + ", because of " + String.join(" and ", recognition.because())));
        out.println(line("  a row is " + fits.grain()
                + recognition
                        .zone()
                        .map(zone -> "; times without an offset are in " + zone)
                        .orElse("")));
        recognition
                .leavingOut()
                .forEach((reason, filter) -> out.println(line("  left out as " + reason + ": " + filter)));
        for (Map.Entry<String, Answer> answer : recognition.answers().entrySet()) {
            out.println();
            out.println(line("  cx " + answer.getKey() + " " + file));
            answer.getValue().columns().forEach((role, column) -> out.println(line("    " + role + ": " + column)));
            CommandLine command = spec.parent().subcommands().get(answer.getKey());
            if (command != null) {
                String options = String.join(
                        " ",
                        ExportArguments.options(recognition, command.getCommandSpec()).options().stream()
                                .map(ProfilesCommand::shell)
                                .toList());
                out.println(line("    stands for " + options));
            }
            if (!answer.getValue().definition().isEmpty()) {
                out.println(line("    its own number: " + answer.getValue().definition()));
            }
        }
        out.println();
        recognition.unanswered().forEach((metric, why) -> out.println(line("  not cx " + metric + ": " + why)));
    }

    private static String shell(String option) {
        return option.matches("[A-Za-z0-9_.,:/@%+=-]+") ? option : "'" + option.replace("'", "'\\''") + "'";
    }

    private static String line(String text) {
        return Cell.oneLine(text);
    }
}
