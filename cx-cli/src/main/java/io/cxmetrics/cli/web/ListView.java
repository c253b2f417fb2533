package io.cxmetrics.cli.web;

import io.cxmetrics.report.Values;
import java.util.List;

/** One that has numbers of single things too, such as pages or features, each a line. */
interface ListView extends View {

    /**
     * A thing and its numbers.
     *
     * @param name what it is called
     * @param count how many events it has, by which things are ordered
     * @param values the numbers
     */
    record Thing(String name, long count, Values values) {}

    /** What one is called. */
    String thing();

    /** Returns all of them, in any order. */
    List<Thing> things(Visits visits);
}
