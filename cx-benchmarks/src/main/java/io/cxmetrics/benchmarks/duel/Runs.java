package io.cxmetrics.benchmarks.duel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts a process for each variant of a suite, and reads what it found. */
public final class Runs {

    private final Patience patience;
    private final List<String> options;

    /**
     * @param patience how much time to take
     * @param options what each Java is started with
     */
    public Runs(Patience patience, List<String> options) {
        this.patience = patience;
        this.options = options;
    }

    /** Returns the result of one variant, and whatever went wrong as a result too. */
    public Result run(Jdk jdk, Contest contest, Map<String, String> variant, boolean growth) throws Exception {
        Path order = Files.createTempFile("order", ".bin");
        Path result = Files.createTempFile("result", ".bin");
        try {
            OneSuite.write(order, OneSuite.Order.of(contest, variant, patience, growth));
            int code = start(jdk, order, result);
            return code == 0
                    ? (Result) OneSuite.read(result)
                    : Result.failed(
                            contest.title(variant),
                            contest.path().rows() / patience.share(),
                            jdk.version(),
                            "ended with exit code " + code);
        } finally {
            Files.delete(order);
            Files.delete(result);
        }
    }

    private int start(Jdk jdk, Path order, Path result) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(jdk.java());
        builder.command().addAll(options);
        builder.command().add("-cp");
        builder.command().add(System.getProperty("java.class.path"));
        builder.command().addAll(List.of(OneSuite.class.getName(), order.toString(), result.toString()));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
