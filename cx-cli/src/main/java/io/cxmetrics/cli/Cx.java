package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.console.WatchedOutput;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.purchase.OrderRule;
import io.cxmetrics.models.purchase.BuyingFamily;
import io.cxmetrics.report.Cell;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportFormat;
import io.cxmetrics.report.Terminal;
import io.cxmetrics.report.purchase.CohortFigures;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.retention.cohort.CohortEntry;
import io.cxmetrics.retention.cohort.CohortMean;
import io.cxmetrics.retention.cohort.ReturnRule;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.retention.subscription.ChurnBase;
import io.cxmetrics.retention.subscription.Overlap;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.survival.SurvivalInterval;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.PaymentTiming;
import io.cxmetrics.value.RfmBreakRule;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.cart.CartRule;
import io.cxmetrics.web.funnel.FunnelExclusion;
import io.cxmetrics.web.funnel.FunnelOrder;
import io.cxmetrics.web.funnel.FunnelStart;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The {@code cx} command. */
@Command(
        name = "cx",
        description = "Customer-experience metrics of files, with their uncertainty.",
        mixinStandardHelpOptions = true,
        versionProvider = Cx.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 bad data, 2 wrong use.",
            "Example: cx nps survey.csv --rating nps --by plan"
        })
public final class Cx {

    /** A message says a value as it was given, but a binary file for a table is no line to read. */
    private static final int LONGEST = 2000;

    private Cx() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // Labels from the file are printed in the file's own letters, whatever the platform prefers.
        PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
        Surroundings surroundings = new Surroundings(System.in, Terminal.detect());
        System.exit(run(surroundings, new FileOutputStream(FileDescriptor.out), err, args));
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** Runs the command and makes sure that its output has arrived. */
    static int run(Surroundings surroundings, OutputStream stream, PrintWriter err, String... args) {
        WatchedOutput watched = new WatchedOutput(stream);
        PrintWriter out = utf8(watched);
        int code;
        try {
            code = run(surroundings, out, err, args);
        } catch (OutOfMemoryError e) {
            err.println("cx: out of memory; give Java more, as with JAVA_TOOL_OPTIONS=-Xmx8g, or ask for fewer groups");
            code = CliException.BAD_DATA;
        } catch (StackOverflowError e) {
            err.println("cx: a pattern or condition is too deeply nested for this text; see --help for simpler ones");
            code = CliException.BAD_DATA;
        } catch (LinkageError e) {
            err.println("cx: the jar is not whole: " + oneLine(String.valueOf(e)));
            code = CliException.BAD_DATA;
        }
        out.flush();
        if (watched.failure() != null) {
            err.println("cx: standard output cannot be written: " + oneLine(watched.failure()));
            code = CliException.BAD_DATA;
        }
        err.flush();
        return code;
    }

    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... args) {
        // Recognised exports are looked at before they are read.
        InputStream in = new BufferedInputStream(surroundings.in());
        Surroundings twice = new Surroundings(in, surroundings.terminal());
        CommandLine cx = commands(twice).setOut(out).setErr(err);
        if (args.length == 0) {
            cx.usage(err);
            return CliException.USAGE;
        }
        ExportArguments export;
        try {
            export = ExportArguments.of(cx, in, args);
        } catch (CliException e) {
            err.println("cx: " + oneLine(e.getMessage()));
            return e.exitCode();
        } catch (InputException e) {
            err.println("cx: " + oneLine(e.getMessage()));
            return e.kind() == InputException.Kind.REQUEST ? CliException.USAGE : CliException.BAD_DATA;
        }
        int code = cx.execute(export.added(args));
        if (code == CliException.USAGE && !export.missing().isEmpty()) {
            err.println("cx: " + oneLine(export.missing()));
        }
        return code;
    }

    /** The command with all of its commands. */
    static CommandLine commands(Surroundings surroundings) {
        CommandLine cx = new CommandLine(new Cx())
                .addSubcommand(new NpsCommand(surroundings))
                .addSubcommand(new CsatCommand(surroundings))
                .addSubcommand(new CesCommand(surroundings))
                .addSubcommand(new RateCommand(surroundings))
                .addSubcommand(new SupportCommand(surroundings))
                .addSubcommand(new ChurnCommand(surroundings))
                .addSubcommand(new SurvivalCommand(surroundings))
                .addSubcommand(new MrrCommand(surroundings))
                .addSubcommand(new RetentionCommand(surroundings))
                .addSubcommand(new ClvCommand(surroundings))
                .addSubcommand(new RfmCommand(surroundings))
                .addSubcommand(new LtvCommand(surroundings))
                .addSubcommand(new WebCommand(surroundings))
                .addSubcommand(new FunnelCommand(surroundings))
                .addSubcommand(new CartCommand(surroundings))
                .addSubcommand(CompareCommand.of(surroundings))
                .addSubcommand(new MetricsCommand())
                .addSubcommand(new ProfilesCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .registerConverter(CompareCommand.Good.class, constant(CompareCommand.Good.values()))
                .registerConverter(Correction.class, constant(Correction.values()))
                .registerConverter(NetInterval.class, constant(NetInterval.values()))
                .registerConverter(ProportionInterval.class, constant(ProportionInterval.values()))
                .registerConverter(RespondentRule.class, constant(RespondentRule.values()))
                .registerConverter(QuantileMethod.class, constant(QuantileMethod.values()))
                .registerConverter(ResolutionRule.class, constant(ResolutionRule.values()))
                .registerConverter(
                        ChronoUnit.class,
                        constant(new ChronoUnit[] {ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS}))
                .registerConverter(CalendarPeriod.class, constant(CalendarPeriod.values()))
                .registerConverter(ChurnBase.class, constant(ChurnBase.values()))
                .registerConverter(Overlap.class, constant(Overlap.values()))
                .registerConverter(FreePlan.class, constant(FreePlan.values()))
                .registerConverter(SnapshotDay.class, constant(SnapshotDay.values()))
                .registerConverter(CohortEntry.class, constant(CohortEntry.values()))
                .registerConverter(CohortMean.class, constant(CohortMean.values()))
                .registerConverter(ReturnRule.class, constant(ReturnRule.values()))
                .registerConverter(CohortFigures.Show.class, constant(CohortFigures.Show.values()))
                .registerConverter(RfmBreakRule.class, constant(RfmBreakRule.values()))
                .registerConverter(BuyingFamily.class, constant(BuyingFamily.values()))
                .registerConverter(OrderRule.class, constant(OrderRule.values()))
                .registerConverter(PurchaseRule.class, constant(PurchaseRule.values()))
                .registerConverter(PaymentTiming.class, constant(PaymentTiming.values()))
                .registerConverter(EventKind.class, constant(EventKind.values()))
                .registerConverter(WebCommand.Show.class, constant(WebCommand.Show.values()))
                .registerConverter(FunnelOrder.class, constant(FunnelOrder.values()))
                .registerConverter(FunnelStart.class, constant(FunnelStart.values()))
                .registerConverter(FunnelExclusion.class, constant(FunnelExclusion.values()))
                .registerConverter(CartRule.class, constant(CartRule.values()))
                .registerConverter(WebCommand.Estimate.class, constant(WebCommand.Estimate.values()))
                .registerConverter(SurvivalInterval.class, constant(SurvivalInterval.values()))
                .registerConverter(ReportFormat.class, constant(ReportFormat.values()))
                .registerConverter(RatingScale.class, converter("a scale like 1..5", RatingScale::parse))
                .registerConverter(Locale.class, converter("a language like de or pt-BR", Cx::language))
                .registerConverter(ZoneId.class, converter("a time zone like Europe/Berlin", ZoneId::of))
                .registerConverter(Charset.class, converter("a character set like UTF-8", Charset::forName))
                .setUsageHelpWidth(100)
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, arguments) -> {
                    PrintWriter err = e.getCommandLine().getErr();
                    err.println(
                            "cx: " + oneLine(e.getMessage()) + "; see cx " + subcommand(e.getCommandLine()) + "--help");
                    return CliException.USAGE;
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    PrintWriter err = command.getErr();
                    if (e instanceof CliException known) {
                        err.println("cx: " + oneLine(known.getMessage()));
                        return known.exitCode();
                    }
                    if (e instanceof InputException read) {
                        err.println("cx: " + oneLine(read.getMessage()));
                        return read.kind() == InputException.Kind.REQUEST ? CliException.USAGE : CliException.BAD_DATA;
                    }
                    if (e instanceof ArithmeticException) {
                        // Sums are exact or they are none, which only absurd amounts come to.
                        err.println("cx: amounts are too large to be added up; see --decimals");
                        return CliException.BAD_DATA;
                    }
                    err.println("cx: unexpected failure, please report it: " + oneLine(String.valueOf(e)));
                    return CliException.BAD_DATA;
                });
        cx.getSubcommands().values().forEach(command -> {
            if (!command.getCommandName().equals("help")) {
                command.getCommandSpec().mixinStandardHelpOptions(true);
                command.getHelpSectionMap().put(SECTION_KEY_DESCRIPTION, Definitions::description);
            }
        });
        return cx;
    }

    private static String subcommand(CommandLine command) {
        return command.getCommandName().equals("cx") ? "" : command.getCommandName() + " ";
    }

    private static String oneLine(@Nullable String message) {
        String text = String.valueOf(message);
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return Cell.oneLine(some.replaceAll("\\s*\\R\\s*", " "));
    }

    private static Locale language(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(tag);
        }
        return locale;
    }

    private static <E extends Enum<E>> ITypeConverter<E> constant(E[] constants) {
        String all = Arrays.stream(constants).map(Names::of).collect(joining(", "));
        return converter(
                "one of " + all,
                text -> Arrays.stream(constants)
                        .filter(constant -> Names.of(constant).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    private static <T> ITypeConverter<T> converter(String what, ITypeConverter<T> converter) {
        return text -> {
            try {
                return converter.convert(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is not " + what);
            }
        };
    }

    /** Says the version that the jar was built with. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cx.class.getPackage().getImplementationVersion();
            return new String[] {String.format(Locale.ROOT, "cx %s", version == null ? "(not packaged)" : version)};
        }
    }
}
