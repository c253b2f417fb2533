package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.Correction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The results of an experiment: each metric of each treatment against the control, after the check of its counts.
 *
 * <p><b>First the check.</b> Where {@link #mismatch()} finds that the variants do not have the units that were planned,
 * no result can be trusted: {@link #trustworthy()}.
 *
 * <p><b>The unit.</b> A metric whose unit is not the one that was assigned is refused, not warned of: its rows are not
 * independent, and its error would be too small.
 *
 * <p><b>Several metrics and treatments.</b> All goals with all treatments are one family, {@link #family()}, in which
 * p-values are corrected. Guardrails stand outside, at the plain level: a treatment must pass each of them.
 *
 * <p><b>Looking early.</b> These are results for the planned size. Read before, they find effects that are not there;
 * {@link #peeked()} says so. What may be read at any time is {@link SequentialMonitor}, and at looks that were planned
 * {@link GroupSequential}.
 *
 * <pre>{@code
 * ExperimentDefinition checkout = ExperimentDefinition.of("user", "control", Map.of("control", 1.0, "green", 1.0));
 * VariantCounts users = VariantCounts.ofCounts(Map.of("control", 10_000L, "green", 10_000L));
 * ExperimentMetric conversion = ExperimentMetric.rate(
 *         "conversion", "user", Map.of("control", Proportion.of(480, 10_000), "green", Proportion.of(560, 10_000)));
 * ExperimentAnalysis analysis = ExperimentAnalysis.of(checkout, users, List.of(conversion));
 * analysis.trustworthy(); // true
 * analysis.result("conversion", "green").change().verdict(); // BETTER
 * }</pre>
 *
 * @since 0.1
 */
public final class ExperimentAnalysis implements Serializable {

    private static final long serialVersionUID = 1;

    private final ExperimentDefinition experiment;
    private final SampleRatioMismatch mismatch;
    private final List<ExperimentResult> results;
    private final List<String> family;

    private ExperimentAnalysis(
            ExperimentDefinition experiment,
            SampleRatioMismatch mismatch,
            List<ExperimentResult> results,
            List<String> family) {
        this.experiment = experiment;
        this.mismatch = mismatch;
        this.results = List.copyOf(results);
        this.family = List.copyOf(family);
    }

    /**
     * Analyses an experiment.
     *
     * @param experiment the experiment as planned
     * @param counts the units of each variant, as they were assigned
     * @param metrics the metrics, with distinct names
     * @return the results
     * @throws IllegalArgumentException if a metric has another unit than the experiment, two have one name, or the
     *     counts have a variant that was not planned
     */
    public static ExperimentAnalysis of(
            ExperimentDefinition experiment, VariantCounts counts, List<ExperimentMetric> metrics) {
        requireNonNull(experiment, "experiment");
        check(experiment, metrics);
        List<String> family = new ArrayList<>();
        List<Double> pValues = new ArrayList<>();
        for (ExperimentMetric metric : metrics) {
            for (String treatment : experiment.treatments()) {
                if (!metric.guardrail()) {
                    family.add(metric.name() + ", " + treatment);
                    pValues.add(metric.adjusted(experiment.control(), treatment, 1 - experiment.level())
                            .pValue());
                }
            }
        }
        double[] adjusted = experiment
                .correction()
                .adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray());
        double confidence = 1 - experiment.level();
        double simultaneous =
                family.isEmpty() ? confidence : experiment.correction().simultaneous(confidence, family.size());
        List<ExperimentResult> results = new ArrayList<>();
        int next = 0;
        for (ExperimentMetric metric : metrics) {
            for (String treatment : experiment.treatments()) {
                double level = metric.guardrail() ? confidence : simultaneous;
                Change change = metric.adjusted(experiment.control(), treatment, level);
                results.add(new ExperimentResult(
                        metric.name(),
                        treatment,
                        change,
                        metric.raw(experiment.control(), treatment, level),
                        metric.guardrail() ? Double.NaN : adjusted[next++],
                        metric.guardrail() ? metric.verdict(change) : GuardrailVerdict.NONE));
            }
        }
        return new ExperimentAnalysis(experiment, counts.mismatch(experiment.weights()), results, family);
    }

    private static void check(ExperimentDefinition experiment, List<ExperimentMetric> metrics) {
        Set<String> names = new HashSet<>();
        for (ExperimentMetric metric : metrics) {
            if (!metric.unit().equals(experiment.unit())) {
                throw new IllegalArgumentException("unit of " + metric.name() + " must be the one that was assigned ("
                        + experiment.unit() + "), got " + metric.unit());
            }
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException("metrics must have distinct names, got " + metric.name() + " twice");
            }
        }
    }

    /**
     * Returns the experiment as planned.
     *
     * @return the definition
     */
    public ExperimentDefinition experiment() {
        return experiment;
    }

    /**
     * Returns the check of the counts.
     *
     * @return the check
     */
    public SampleRatioMismatch mismatch() {
        return mismatch;
    }

    /**
     * Tells whether the variants have the units that were planned.
     *
     * @return false where the check finds a mismatch
     */
    public boolean trustworthy() {
        return !mismatch.mismatch();
    }

    /**
     * Tells whether the results are read before the planned size.
     *
     * @return true if fewer units are counted than planned; false without a plan
     */
    public boolean peeked() {
        return mismatch.counts().count() < experiment.plannedUnits();
    }

    /**
     * Returns all results, by metric in the order given, then by treatment.
     *
     * @return an unmodifiable list
     */
    public List<ExperimentResult> results() {
        return results;
    }

    /**
     * Returns one result.
     *
     * @param metric the name of the metric
     * @param treatment the variant
     * @return the result
     * @throws IllegalArgumentException if there is none
     */
    public ExperimentResult result(String metric, String treatment) {
        return results.stream()
                .filter(result ->
                        result.metric().equals(metric) && result.treatment().equals(treatment))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "metric and treatment must be of the experiment, got " + metric + " and " + treatment));
    }

    /**
     * Returns the family in which p-values were corrected.
     *
     * @return goal and treatment of each test
     */
    public List<String> family() {
        return family;
    }

    /**
     * Returns the correction of the family.
     *
     * @return the correction
     */
    public Correction correction() {
        return experiment.correction();
    }

    /**
     * Returns the analysis in words.
     *
     * @return such as {@code ExperimentAnalysis[trustworthy=true, peeked=false, results=[...]]}
     */
    @Override
    public String toString() {
        return "ExperimentAnalysis[trustworthy=" + trustworthy() + ", peeked=" + peeked() + ", results=" + results
                + "]";
    }
}
