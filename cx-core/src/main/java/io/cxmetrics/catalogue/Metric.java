package io.cxmetrics.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Description of a metric, as data.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Metric nps = Catalogue.metric("nps");
 * nps.title(); // Net Promoter Score
 * nps.formula(); // 100 (promoters - detractors) / answers
 * nps.direction(); // HIGHER_IS_BETTER
 * nps.min(); // -100.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Metric {

    private final String id;
    private final String title;
    private final MetricFamily family;
    private final List<String> types;
    private final MetricUnit unit;
    private final Direction direction;
    private final double min;
    private final double max;
    private final String definition;
    private final String formula;
    private final List<MetricVariant> variants;
    private final List<MetricSource> sources;

    private Metric(Entry entry) {
        this.id = entry.id;
        this.title = entry.title;
        this.family = entry.family;
        this.types = List.copyOf(entry.types);
        this.unit = entry.unit;
        this.direction = entry.direction;
        this.min = entry.min;
        this.max = entry.max;
        this.definition = entry.definition;
        this.formula = entry.formula;
        this.variants = List.copyOf(entry.variants);
        this.sources = List.copyOf(entry.sources);
    }

    /**
     * Returns the id.
     *
     * @return lower-case words with hyphens, such as {@code net-revenue-retention}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name in full.
     *
     * @return such as {@code Net Promoter Score}
     */
    public String title() {
        return title;
    }

    /**
     * Returns the family.
     *
     * @return the family
     */
    public MetricFamily family() {
        return family;
    }

    /**
     * Returns the types of the library that answer it.
     *
     * @return their simple names, the first is the everyday one; an unmodifiable list
     */
    public List<String> types() {
        return types;
    }

    /**
     * Returns the unit of the answer.
     *
     * @return the unit
     */
    public MetricUnit unit() {
        return unit;
    }

    /**
     * Returns whether more is better.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Returns the lowest value that is possible.
     *
     * @return the value, or negative infinity
     */
    public double min() {
        return min;
    }

    /**
     * Returns the highest value that is possible.
     *
     * @return the value, or infinity
     */
    public double max() {
        return max;
    }

    /**
     * Returns the definition in one sentence.
     *
     * @return the sentence
     */
    public String definition() {
        return definition;
    }

    /**
     * Returns the definition as a formula.
     *
     * @return the formula in text
     */
    public String formula() {
        return formula;
    }

    /**
     * Returns the ways in which systems define it.
     *
     * @return an unmodifiable list, the default first; empty where all agree
     */
    public List<MetricVariant> variants() {
        return variants;
    }

    /**
     * Returns where the definition stands.
     *
     * @return an unmodifiable list
     */
    public List<MetricSource> sources() {
        return sources;
    }

    /**
     * Returns the id and the title.
     *
     * @return such as {@code nps (Net Promoter Score)}
     */
    @Override
    public String toString() {
        return id + " (" + title + ")";
    }

    static Entry of(MetricFamily family, String id, String title) {
        return new Entry(family, id, title);
    }

    /** A metric that is being written down. */
    static final class Entry {

        private final MetricFamily family;
        private final String id;
        private final String title;
        private List<String> types = List.of();
        private MetricUnit unit = MetricUnit.COUNT;
        private Direction direction = Direction.NEITHER;
        private double min;
        private double max = Double.POSITIVE_INFINITY;
        private String definition = "";
        private String formula = "";
        private final List<MetricVariant> variants = new ArrayList<>();
        private final List<MetricSource> sources = new ArrayList<>();

        private Entry(MetricFamily family, String id, String title) {
            this.family = family;
            this.id = id;
            this.title = title;
        }

        Entry types(String... names) {
            types = List.of(names);
            return this;
        }

        Entry unit(MetricUnit of, Direction better) {
            unit = of;
            direction = better;
            max = of == MetricUnit.FRACTION ? 1 : of == MetricUnit.PERCENT ? 100 : Double.POSITIVE_INFINITY;
            return this;
        }

        Entry range(double from, double to) {
            min = from;
            max = to;
            return this;
        }

        Entry means(String sentence, String text) {
            definition = sentence;
            formula = text;
            return this;
        }

        Entry variant(String name, String means, String... systems) {
            variants.add(new MetricVariant(name, means, List.of(systems)));
            return this;
        }

        Metric source(String of, String link) {
            sources.add(new MetricSource(of, link));
            return new Metric(this);
        }

        Entry and(String of, String link) {
            sources.add(new MetricSource(of, link));
            return this;
        }
    }
}
