package io.cxmetrics.cli;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.cli.option.CompareOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx compare}. */
@Command(
        name = "compare",
        description = "Whether a metric changed between files, groups or periods, and how sure that is.",
        synopsisSubcommandLabel = "METRIC",
        footer = {
            "",
            "Example: did the NPS rise from June to July, and how do plans differ from Free:",
            "  cx compare nps june.csv july.csv --rating nps",
            "  cx compare nps survey.csv --rating nps --by plan --baseline Free"
        })
final class CompareCommand {

    private CompareCommand() {}

    /** The command with a command for each metric. */
    static CommandLine of(Surroundings surroundings) {
        return new CommandLine(new CompareCommand())
                .addSubcommand(new Nps(surroundings))
                .addSubcommand(new Csat(surroundings))
                .addSubcommand(new Ces(surroundings))
                .addSubcommand(new Rate(surroundings));
    }

    /** {@code cx compare nps}. */
    @Command(name = "nps", description = "Changes of the Net Promoter Score, in points.")
    @SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
    private static final class Nps extends NpsCommand {

        @Mixin
        CompareOptions compare;

        Nps(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        CompareOptions comparing() {
            return compare;
        }
    }

    /** {@code cx compare csat}. */
    @Command(name = "csat", description = "Changes of the share of satisfied answers, in percentage points.")
    @SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
    private static final class Csat extends CsatCommand {

        @Mixin
        CompareOptions compare;

        Csat(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        CompareOptions comparing() {
            return compare;
        }
    }

    /** {@code cx compare ces}. */
    @Command(name = "ces", description = "Changes of the share of easy answers, in percentage points.")
    @SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
    private static final class Ces extends CesCommand {

        @Mixin
        CompareOptions compare;

        Ces(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        CompareOptions comparing() {
            return compare;
        }
    }

    /** {@code cx compare rate}. */
    @Command(name = "rate", description = "Changes of a plain share of yes, in percentage points.")
    @SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
    private static final class Rate extends RateCommand {

        @Mixin
        CompareOptions compare;

        @Option(
                names = "--good",
                defaultValue = "neither",
                paramLabel = "DIRECTION",
                description = "which is better: higher, lower, neither (default: ${DEFAULT-VALUE})")
        Good good;

        Rate(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        CompareOptions comparing() {
            return compare;
        }

        @Override
        Direction good() {
            return good.direction;
        }
    }

    /** Which side of a share is better. */
    enum Good {
        HIGHER(Direction.HIGHER_IS_BETTER),
        LOWER(Direction.LOWER_IS_BETTER),
        NEITHER(Direction.NEITHER);

        private final Direction direction;

        Good(Direction direction) {
            this.direction = direction;
        }
    }
}
