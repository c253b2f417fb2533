package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.profile.Answer;
import io.cxmetrics.input.profile.Profile;
import io.cxmetrics.input.profile.Profiles;
import io.cxmetrics.input.profile.Recognition;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.table.TableLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that a recognised file stands for. They are what somebody would write who knew its system; options that
 * were given win, and a command gets only those that it has.
 *
 * @param command the name of the command, behind which they stand
 * @param options the options, to be added to the command line
 * @param missing why the file does not answer the command; empty if it does, or is of no known system
 */
record ExportArguments(String command, List<String> options, String missing) {

    private static final ExportArguments NONE = new ExportArguments("", List.of(), "");

    /** Standard input is looked at as far as this. */
    private static final int LOOK = 1 << 20;

    /** Options that ask for other columns than those of a profile. */
    private static final List<String> OTHER_COLUMNS =
            List.of("--duration", "--reply-duration", "--left", "--tenure", "--log");

    /**
     * Looks at the files of a command line.
     *
     * @param cx the command with all of its commands
     * @param in standard input, which can be set back
     * @param args the command line
     */
    static ExportArguments of(CommandLine cx, InputStream in, String... args) {
        ParseResult parsed = leniently(cx, args).subcommand();
        if (parsed == null
                || parsed.isUsageHelpRequested()
                || parsed.commandSpec().findOption("--profile") == null
                || "none".equals(parsed.matchedOptionValue("--profile", ""))) {
            return NONE;
        }
        List<String> files = files(parsed);
        if (files.isEmpty()) {
            return NONE;
        }
        Given given = new Given(parsed);
        Recognition recognition = recognised(given, files, in);
        return recognition == null ? NONE : options(files.get(0), recognition, given);
    }

    /** The command line with the options of the file. */
    String[] added(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(all.indexOf(command) + 1, options);
        return all.toArray(String[]::new);
    }

    /** The command line as far as it can be read; what is wrong with it is told later. */
    private static ParseResult leniently(CommandLine cx, String... args) {
        cx.getCommandSpec().parser().collectErrors(true);
        cx.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().parser().collectErrors(true));
        try {
            return cx.parseArgs(args);
        } finally {
            cx.getCommandSpec().parser().collectErrors(false);
            cx.getSubcommands()
                    .values()
                    .forEach(command -> command.getCommandSpec().parser().collectErrors(false));
        }
    }

    private static List<String> files(ParseResult parsed) {
        return parsed.matchedPositionals().stream()
                .filter(files -> files.paramLabel().equals("FILE"))
                .<Object>map(CommandLine.Model.ArgSpec::getValue)
                .filter(List.class::isInstance)
                .flatMap(files -> ((List<?>) files).stream())
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /** The profile of all files; null if there is none, or where a file cannot be opened, which is told later. */
    private static @Nullable Recognition recognised(Given given, List<String> files, InputStream in) {
        String named = given.value("--profile");
        Recognition first = null;
        for (String file : files) {
            Source source = source(file, in);
            if (source == null) {
                return null;
            }
            Recognition found = named == null ? only(given, source) : known(Profiles.named(named), source);
            if (found == null) {
                if (first == null) {
                    return null;
                }
                throw InputException.request(
                        file + ": is no file of " + first.profile().title() + ", as " + files.get(0)
                                + " is; read them one by one, or with --profile none");
            }
            if (first != null && !first.profile().name().equals(found.profile().name())) {
                throw InputException.request(
                        files.get(0) + " is a file of " + first.profile().title() + ", and " + file + " of "
                                + found.profile().title() + "; read them one by one, or with --profile none");
            }
            first = first == null ? found : first;
        }
        return first;
    }

    private static Recognition known(Profile profile, Source source) {
        return Profiles.recognise(profile, source);
    }

    /** The one profile that fits. Of two, somebody must choose, unless all that is required was said. */
    private static @Nullable Recognition only(Given given, Source source) {
        List<Recognition> fitting;
        try {
            fitting = Profiles.fitting(source);
        } catch (InputException | UncheckedIOException e) {
            return null;
        }
        if (fitting.size() > 1 && given.isComplete()) {
            return null;
        }
        if (fitting.size() > 1) {
            throw CliException.usage(source.name() + ": could be "
                    + fitting.stream()
                            .map(fit -> fit.profile().title() + " (" + fit.profile() + ")")
                            .collect(Collectors.joining(" or "))
                    + "; choose with --profile");
        }
        return fitting.isEmpty() ? null : fitting.get(0);
    }

    static @Nullable Source source(String file, InputStream in) {
        if (!file.equals("-")) {
            try {
                Path path = Path.of(file);
                // The rows of a pipe can be read only once.
                return Files.isRegularFile(path) ? Source.of(path) : null;
            } catch (InvalidPathException e) {
                return null;
            }
        }
        try {
            in.mark(LOOK);
            byte[] beginning = in.readNBytes(LOOK);
            in.reset();
            return Source.of("-", new ByteArrayInputStream(beginning));
        } catch (IOException | RuntimeException e) {
            return null; // it fails again where it is read
        }
    }

    /** The options that a recognised file stands for, for one command. */
    static ExportArguments options(Recognition recognition, CommandSpec command) {
        return options("", recognition, new Given(command, null));
    }

    private static ExportArguments options(String file, Recognition recognition, Given given) {
        Profile profile = recognition.profile();
        Optional<Answer> answer = recognition.answer(given.command.name());
        List<String> options = new ArrayList<>();
        given.add(options, "--profile", profile.name());
        layout(options, recognition, given);
        boolean own = OTHER_COLUMNS.stream().anyMatch(given::has) || given.has("--rating");
        Map<String, String> leavingOut = own || answer.isEmpty()
                ? recognition.leavingOut()
                : answer.get().leavingOut();
        leavingOut.forEach((reason, filter) -> given.addAlways(options, "--without", reason + "=" + filter));
        Optional<Answer> meaning = own ? recognition.known(given.command.name()) : answer;
        meaning.ifPresent(found -> roles(options, found, given, own));
        boolean undated = given.command.findOption("--rating") != null
                || given.command.findOption("--yes") != null
                || OTHER_COLUMNS.stream().anyMatch(given::has);
        boolean dated =
                !undated || given.has("--over") || options.stream().anyMatch(option -> option.startsWith("--over="));
        if (dated) {
            recognition.zone().ifPresent(zone -> given.add(options, "--zone", zone.toString()));
            given.addAll(options, "--date-format", recognition.dates());
            given.addAll(options, "--none", recognition.noDate());
        }
        String why = file + ": is a file of " + profile.title() + " (profile " + profile + ")"
                + recognition
                        .missing(given.command.name())
                        .map(words -> ": " + words)
                        .orElse("");
        return new ExportArguments(given.command.name(), options, answer.isPresent() ? "" : why);
    }

    private static void layout(List<String> options, Recognition recognition, Given given) {
        TableLayout layout = recognition.layout();
        if (!given.has("--no-header") && layout.headerRows() > 1) {
            given.add(options, "--header-rows", String.valueOf(layout.headerRows()));
        }
        if (layout.headerRows() == 0 && !given.has("--header-rows")) {
            given.flag(options, "--no-header");
        }
        if (layout.joined()) {
            given.flag(options, "--joined-header");
        }
        if (layout.pad()) {
            given.flag(options, "--pad");
        }
        String array = layout.array();
        if (array != null) {
            given.add(options, "--array", array);
        }
        Character separator = layout.separator();
        if (separator != null) {
            given.add(options, "--delimiter", separator == '\t' ? "tab" : separator.toString());
        }
        recognition.charset().ifPresent(charset -> given.add(options, "--charset", charset.name()));
    }

    private static void roles(List<String> options, Answer answer, Given given, boolean own) {
        if (!own) {
            boolean survey = given.command.findOption("--rating") != null;
            answer.columns().forEach((role, column) -> {
                if (!survey || role.equals("rating")) {
                    given.add(options, "--" + role.replace('_', '-'), column);
                } else if (role.equals("at") && given.has("--per")) {
                    given.add(options, "--over", column);
                }
            });
            answer.scale().ifPresent(scale -> given.add(options, "--scale", scale.min() + ".." + scale.max()));
            answer.options().forEach((option, values) -> given.addAll(options, "--" + option, values));
        }
        given.addAll(
                options,
                "--label",
                answer.labels().entrySet().stream()
                        .map(label -> quoted(label.getKey() + "=" + label.getValue()))
                        .toList());
        given.addAll(
                options,
                "--no-answer",
                answer.noAnswer().stream().map(ExportArguments::quoted).toList());
        given.addAll(
                options,
                "--not-applicable",
                answer.notApplicable().stream().map(ExportArguments::quoted).toList());
        given.addAll(
                options,
                "--statuses",
                answer.statuses().entrySet().stream()
                        .map(status -> quoted(status.getKey() + "=" + status.getValue()))
                        .toList());
    }

    /** A value as an option takes it that has commas between its values. */
    private static String quoted(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** What was given on the command line, and what the command can take. */
    private static final class Given {
        private final CommandSpec command;
        private final @Nullable ParseResult parsed;

        private Given(CommandSpec command, @Nullable ParseResult parsed) {
            this.command = command;
            this.parsed = parsed;
        }

        private Given(ParseResult parsed) {
            this(parsed.commandSpec(), parsed);
        }

        /** Whether nothing is wrong with the command line as it is. */
        boolean isComplete() {
            return parsed == null || parsed.errors().isEmpty();
        }

        boolean has(String option) {
            return parsed != null && command.findOption(option) != null && parsed.hasMatchedOption(option);
        }

        @Nullable
        String value(String option) {
            return parsed == null || !has(option) ? null : parsed.matchedOptionValue(option, "");
        }

        void flag(List<String> options, String option) {
            if (command.findOption(option) != null && !has(option)) {
                options.add(option);
            }
        }

        void add(List<String> options, String option, String value) {
            addAll(options, option, List.of(value));
        }

        void addAll(List<String> options, String option, List<String> values) {
            if (!has(option)) {
                values.forEach(value -> addAlways(options, option, value));
            }
        }

        void addAlways(List<String> options, String option, String value) {
            if (command.findOption(option) != null) {
                options.add(option + "=" + value);
            }
        }
    }
}
