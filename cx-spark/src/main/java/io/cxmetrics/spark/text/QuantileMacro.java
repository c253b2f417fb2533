package io.cxmetrics.spark.text;

/**
 * What the macros stand on: the types they take, and the normal quantile, which DuckDB lacks.
 *
 * <p>Source: M. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37
 * (1988), routine PPND16, good to 16 digits.
 */
final class QuantileMacro {

    static final String HEADER = """
            -- The metrics of cx-core as macros of DuckDB. Generated from the same catalogue as the functions of Spark; do not edit.
            --
            -- Nulls are in no counter, and a group without answers gives null. Ratings outside their scale are in no counter but
            -- "invalid". Intervals take a confidence last, 0.95 without. Rates take a flag for each trial, or two counts in each
            -- row; a confidence goes with counts only, so that a flag becomes (CAST(flag AS INT), 1, confidence).

            -- x, if its type holds whole numbers only
            CREATE OR REPLACE MACRO cx_integral(x) AS
                CASE WHEN typeof(x) IN ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', '"NULL"')
                     THEN CAST(x AS BIGINT)
                     ELSE CAST(error('argument must be an integral number, got ' || typeof(x)) AS BIGINT) END;

            -- the point that a standard normal value exceeds with a probability below 1/2, away from the middle
            CREATE OR REPLACE MACRO cx_tail(r) AS
                CASE WHEN r <= 5 THEN
                    (((((((7.7454501427834140764e-4 * (r - 1.6) + 0.0227238449892691845833e0) * (r - 1.6)
                    + 0.24178072517745061177e0) * (r - 1.6) + 1.27045825245236838258e0) * (r - 1.6)
                    + 3.64784832476320460504e0) * (r - 1.6) + 5.7694972214606914055e0) * (r - 1.6)
                    + 4.6303378461565452959e0) * (r - 1.6) + 1.42343711074968357734e0)
                    / (((((((1.05075007164441684324e-9 * (r - 1.6) + 5.475938084995344946e-4) * (r - 1.6)
                    + 0.0151986665636164571966e0) * (r - 1.6) + 0.14810397642748007459e0) * (r - 1.6)
                    + 0.68976733498510000455e0) * (r - 1.6) + 1.6763848301838038494e0) * (r - 1.6)
                    + 2.05319162663775882187e0) * (r - 1.6) + 1)
                ELSE
                    (((((((2.01033439929228813265e-7 * (r - 5) + 2.71155556874348757815e-5) * (r - 5)
                    + 0.0012426609473880784386e0) * (r - 5) + 0.026532189526576123093e0) * (r - 5)
                    + 0.29656057182850489123e0) * (r - 5) + 1.7848265399172913358e0) * (r - 5)
                    + 5.4637849111641143699e0) * (r - 5) + 6.6579046435011037772e0)
                    / (((((((2.04426310338993978564e-15 * (r - 5) + 1.4215117583164458887e-7) * (r - 5)
                    + 1.8463183175100546818e-5) * (r - 5) + 7.868691311456132591e-4) * (r - 5)
                    + 0.0148753612908506148525e0) * (r - 5) + 0.13692988092273580531e0) * (r - 5)
                    + 0.59983220655588793769e0) * (r - 5) + 1)
                END;

            -- the same near the middle
            CREATE OR REPLACE MACRO cx_middle(q, r) AS
                q * (((((((2509.0809287301226727e0 * r + 33430.575583588128105e0) * r + 67265.770927008700853e0) * r
                + 45921.953931549871457e0) * r + 13731.693765509461125e0) * r + 1971.5909503065514427e0) * r
                + 133.14166789178437745e0) * r + 3.387132872796366608e0)
                / (((((((5226.495278852545925e0 * r + 28729.085735721942674e0) * r + 39307.89580009271061e0) * r
                + 21213.794301586595867e0) * r + 5394.1960214247511077e0) * r + 687.1870074920579083e0) * r
                + 42.313330701600911252e0) * r + 1);

            -- z such that a standard normal value lies in [-z, z] with a probability (M. Wichura, Applied Statistics 37, 1988)
            CREATE OR REPLACE MACRO cx_z(confidence) AS
                CASE WHEN NOT (confidence > 0 AND confidence < 1)
                     THEN CAST(error('confidence must be in (0, 1), got ' || confidence) AS DOUBLE)
                     WHEN confidence <= 0.85
                     THEN cx_middle(CAST(confidence AS DOUBLE) / 2, 0.180625e0 - (CAST(confidence AS DOUBLE) / 2) ** 2)
                     ELSE cx_tail(sqrt(-ln((1 - CAST(confidence AS DOUBLE)) / 2))) END;
            """;

    private QuantileMacro() {}
}
