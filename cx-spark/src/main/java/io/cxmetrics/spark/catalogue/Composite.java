package io.cxmetrics.spark.catalogue;

import java.util.List;

/**
 * A function that is an expression of others which the engine has. Its parameters stand in the text as {@code _1},
 * {@code _2}.
 *
 * @param name the name in SQL
 * @param parameters the names of the parameters
 * @param spark the expression in Spark
 * @param older the expression where Spark has no KLL sketches yet, before 4.1; empty where it is the same,
 *     {@link Composites#NONE} where there is none
 * @param duckDb the expression in DuckDB; empty where there is none
 * @param formula what it is, in a sentence
 * @param example a query
 * @param result what the query gives
 */
public record Composite(
        String name,
        List<String> parameters,
        String spark,
        String older,
        String duckDb,
        String formula,
        String example,
        String result) {}
