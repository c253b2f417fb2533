package io.cxmetrics.benchmarks;

import io.cxmetrics.benchmarks.duel.Contest;
import io.cxmetrics.benchmarks.duel.Jdk;
import io.cxmetrics.benchmarks.duel.JsonReport;
import io.cxmetrics.benchmarks.duel.Machine;
import io.cxmetrics.benchmarks.duel.MarkdownReport;
import io.cxmetrics.benchmarks.duel.Patience;
import io.cxmetrics.benchmarks.duel.Result;
import io.cxmetrics.benchmarks.duel.Runs;
import io.cxmetrics.benchmarks.duel.Suite;
import io.cxmetrics.benchmarks.duel.TextReport;
import io.cxmetrics.benchmarks.stat.ExactQuantiles;
import io.cxmetrics.benchmarks.stat.MergeableQuantiles;
import io.cxmetrics.benchmarks.stat.MomentsOfDoubles;
import io.cxmetrics.benchmarks.stat.MomentsOfLongs;
import io.cxmetrics.benchmarks.survey.CesOfBytes;
import io.cxmetrics.benchmarks.survey.CsatOfBytes;
import io.cxmetrics.benchmarks.survey.NpsCollected;
import io.cxmetrics.benchmarks.survey.NpsCollectedByMany;
import io.cxmetrics.benchmarks.survey.NpsOfBytes;
import io.cxmetrics.benchmarks.survey.NpsOfInts;
import io.cxmetrics.benchmarks.survey.NpsPerFreshKey;
import io.cxmetrics.benchmarks.survey.NpsPerGroup;
import io.cxmetrics.benchmarks.survey.NpsPerSharedKey;
import io.cxmetrics.benchmarks.survey.ScreenedBytes;
import io.cxmetrics.benchmarks.survival.SurvivalOfDays;
import io.cxmetrics.benchmarks.survival.SurvivalOfMillis;
import io.cxmetrics.benchmarks.time.BusinessHours;
import io.cxmetrics.benchmarks.time.BusinessHoursOfInstants;
import io.cxmetrics.benchmarks.time.CalendarBuild;
import io.cxmetrics.benchmarks.web.ApproximateVisitors;
import io.cxmetrics.benchmarks.web.ExactVisitors;
import io.cxmetrics.benchmarks.web.SessionsInOrder;
import io.cxmetrics.benchmarks.web.SessionsOfShuffled;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all duels. */
@Command(
        name = "duels",
        description = "What the hot paths cost beside what one would write instead. JMH runs the same suites:"
                + " java -cp benchmarks.jar org.openjdk.jmh.Main")
public final class Duels implements Callable<Integer> {

    /** In the order of the results. */
    static final List<Class<? extends Suite>> SUITES = List.of(
            NpsOfBytes.class,
            CsatOfBytes.class,
            CesOfBytes.class,
            ScreenedBytes.class,
            NpsOfInts.class,
            NpsCollected.class,
            NpsCollectedByMany.class,
            MomentsOfDoubles.class,
            MomentsOfLongs.class,
            ExactQuantiles.class,
            MergeableQuantiles.class,
            NpsPerGroup.class,
            NpsPerSharedKey.class,
            NpsPerFreshKey.class,
            SessionsOfShuffled.class,
            SessionsInOrder.class,
            ExactVisitors.class,
            ApproximateVisitors.class,
            BusinessHours.class,
            BusinessHoursOfInstants.class,
            CalendarBuild.class,
            SurvivalOfDays.class,
            SurvivalOfMillis.class,
            Cohorts.class);

    /** The release beside the running one that results are also given for, if it is installed. */
    private static final int ALSO = 25;

    private static final List<String> OPTIONS = List.of("-Xms2g", "-Xmx8g", "--enable-native-access=ALL-UNNAMED");

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "only suites whose titles have one of the words")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "say this")
    boolean help;

    @Option(names = "--quick", description = "a twentieth of the rows and few rounds: a look, not a result")
    boolean quick;

    @Option(names = "--growth", description = "also the cost of a row from a thousand rows upwards")
    boolean growth;

    @Option(names = "--both", description = "also on Java " + ALSO + ", if it is installed beside the one that runs")
    boolean both;

    @Option(names = "--json", paramLabel = "FILE", description = "write the results as JSON")
    @Nullable
    Path json;

    @Option(names = "--results", paramLabel = "FILE", description = "write the results as Markdown")
    @Nullable
    Path results;

    private Duels() {}

    /**
     * Runs the command. It fails where ways to one answer disagree, never because one is slow.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Duels()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Jdk> jdks = new ArrayList<>(List.of(Jdk.running()));
        if (both) {
            Jdk.beside(Jdk.running(), ALSO).ifPresent(jdks::add);
        }
        Runs runs = new Runs(quick ? Patience.QUICK : Patience.FULL, OPTIONS);
        TextReport text = new TextReport(System.out);
        List<Result> all = new ArrayList<>();
        for (Jdk jdk : jdks) {
            for (Class<? extends Suite> type : SUITES) {
                Contest contest = new Contest(type);
                for (Map<String, String> variant : contest.variants()) {
                    if (wanted(contest.title(variant))) {
                        Result result = runs.run(jdk, contest, variant, growth);
                        text.print(result);
                        all.add(result);
                        write(all); // what was measured is kept, if it is stopped
                    }
                }
            }
        }
        return all.stream().allMatch(Result::sound) ? 0 : 1;
    }

    private boolean wanted(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return words.isEmpty() || words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }

    private void write(List<Result> all) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Machine machine = Machine.here();
        if (json != null) {
            try (OutputStream out = Files.newOutputStream(json)) {
                JsonReport.write(today, machine, all, out);
            }
        }
        if (results != null) {
            Files.writeString(results, MarkdownReport.text(today, machine, all));
        }
    }
}
