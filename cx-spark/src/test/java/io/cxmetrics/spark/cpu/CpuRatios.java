package io.cxmetrics.spark.cpu;

import com.sun.management.OperatingSystemMXBean;
import io.cxmetrics.stat.Sample;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The processor time of the functions, as a ratio to the same question written by hand as {@code sum(CASE WHEN …)}.
 *
 * <p>The forms run in turn, round by round, and each round gives a ratio: what slows the machine down slows down all of
 * them. Before that all forms run once to be compared, group by group, which also warms them up. The time is that of
 * the whole process, with Spark's planning, the collection of garbage and the compiler.
 *
 * <pre>
 * CpuRatios [--rows 20000000] [--rounds 5] [--groups 24,20000,1000000] [--functions nps,churn_rate,nps_summary]
 * </pre>
 */
public final class CpuRatios {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** How many there may be: the rows have a column of keys for each. */
    private static final List<String> GROUPS = List.of("24", "20000", "1000000");

    private static final String[] KEY = {"g"};

    private static final double NEAR = 1e-9;

    private CpuRatios() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        long rows = Long.parseLong(option(options, "--rows", "20000000"));
        int rounds = Integer.parseInt(option(options, "--rounds", "5"));
        List<String> groups =
                List.of(option(options, "--groups", String.join(",", GROUPS)).split(",", -1));
        List<String> functions = List.of(option(options, "--functions", String.join(",", Contest.names()))
                .split(",", -1));
        try (SparkSession spark = session()) {
            Dataset<Row> answers = answers(spark, rows);
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows, Spark %s, Java %s, %d processors%n%n"
                            + "| function | groups | CPU by hand, s | native / by hand | column / by hand |%n"
                            + "|---|---:|---:|---:|---:|%n",
                    rows,
                    spark.version(),
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors());
            for (String number : groups) {
                for (Contest contest : Contest.all()) {
                    if (!functions.contains(contest.name())) {
                        continue;
                    }
                    List<Dataset<Row>> forms = contest.forms(answers, "g" + number);
                    long known = compare(forms);
                    Sample[] measured = measure(forms, rounds);
                    System.out.printf(
                            Locale.ROOT,
                            "| `%s` | %,d | %.1f | %s | %s |%n",
                            contest.name(),
                            known,
                            measured[0].median(),
                            spread(measured[1]),
                            spread(measured[2]));
                }
            }
        }
    }

    private static String option(List<String> options, String name, String usual) {
        int at = options.indexOf(name);
        return at < 0 ? usual : options.get(at + 1);
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("CPU ratios")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }

    /** One in twenty says nothing, and keys are in no order. */
    private static Dataset<Row> answers(SparkSession spark, long rows) {
        List<String> columns = new ArrayList<>(List.of(
                "CAST(if(pmod(xxhash64(id, 1), 20) = 0, NULL, pmod(xxhash64(id, 2), 11)) AS INT) AS score",
                "if(pmod(xxhash64(id, 1), 20) = 0, NULL, pmod(xxhash64(id, 3), 7) = 0) AS lost"));
        for (String number : GROUPS) {
            columns.add("CAST(pmod(xxhash64(id, 4), " + number + ") AS INT) AS g" + number);
        }
        Path folder = Path.of("target", "cpu-ratios", String.valueOf(rows));
        if (Files.notExists(folder.resolve("_SUCCESS"))) {
            spark.range(0, rows, 1, 4)
                    .selectExpr(columns.toArray(String[]::new))
                    .write()
                    .mode("overwrite")
                    .parquet(folder.toString());
        }
        return spark.read().parquet(folder.toString());
    }

    /** Returns the number of groups, of which all forms say the same. */
    private static long compare(List<Dataset<Row>> forms) {
        List<String> same = new ArrayList<>();
        for (String field : fields(forms.get(0))) {
            for (String other : List.of("b", "c")) {
                same.add("(a." + field + " <=> " + other + "." + field + " OR coalesce(abs(a." + field + " - " + other
                        + "." + field + ") <= " + NEAR + ", false))");
            }
        }
        Row found = forms.get(0)
                .as("a")
                .join(forms.get(1).as("b"), KEY, "full_outer")
                .join(forms.get(2).as("c"), KEY, "full_outer")
                .selectExpr("count(*)", "count_if(" + String.join(" AND ", same) + ")")
                .head();
        if (found.getLong(0) != found.getLong(1)) {
            throw new IllegalStateException(
                    "forms must agree in all " + found.getLong(0) + " groups, got " + found.getLong(1) + " that do");
        }
        return found.getLong(0);
    }

    private static List<String> fields(Dataset<Row> form) {
        return form.schema().apply("answer").dataType() instanceof StructType struct
                ? Arrays.stream(struct.fieldNames())
                        .map(name -> "answer." + name)
                        .toList()
                : List.of("answer");
    }

    /** Returns the seconds of the first form, and the ratio of each other to it. */
    private static Sample[] measure(List<Dataset<Row>> forms, int rounds) {
        double[][] figures = new double[forms.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < forms.size(); i++) {
                int form = (i + round) % forms.size();
                figures[form][round] = seconds(forms.get(form));
            }
            for (int form = 1; form < forms.size(); form++) {
                figures[form][round] /= figures[0][round];
            }
        }
        return Arrays.stream(figures).map(Sample::of).toArray(Sample[]::new);
    }

    /** The median, and the quartiles about it. */
    private static String spread(Sample ratios) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", ratios.median(), ratios.quantile(0.25), ratios.quantile(0.75));
    }

    private static double seconds(Dataset<Row> form) {
        long before = PROCESS.getProcessCpuTime();
        form.write().format("noop").mode("overwrite").save();
        return (PROCESS.getProcessCpuTime() - before) / 1e9;
    }
}
