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

CREATE OR REPLACE MACRO cx_nps_score_of(promoters, passives, detractors) AS
    ((100.0e0 * (promoters - detractors)) / nullif(((promoters + passives) + detractors), 0));

CREATE OR REPLACE MACRO cx_nps_margin_of(promoters, passives, detractors, z) AS
    ((CASE WHEN (0.0e0 < ((promoters + passives) + detractors)) THEN least(greatest(((100.0e0 * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)))) + ((100.0e0 * z) * sqrt((greatest(((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) + ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) - ((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), 0.0e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), -100.0e0), 100.0e0) END - CASE WHEN (0.0e0 < ((promoters + passives) + detractors)) THEN least(greatest(((100.0e0 * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)))) - ((100.0e0 * z) * sqrt((greatest(((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) + ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) - ((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), 0.0e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), -100.0e0), 100.0e0) END) / nullif(2.0e0, 0));

CREATE OR REPLACE MACRO cx_nps_low_of(promoters, passives, detractors, z) AS
    CASE WHEN (0.0e0 < ((promoters + passives) + detractors)) THEN least(greatest(((100.0e0 * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)))) - ((100.0e0 * z) * sqrt((greatest(((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) + ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) - ((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), 0.0e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), -100.0e0), 100.0e0) END;

CREATE OR REPLACE MACRO cx_nps_high_of(promoters, passives, detractors, z) AS
    CASE WHEN (0.0e0 < ((promoters + passives) + detractors)) THEN least(greatest(((100.0e0 * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)))) + ((100.0e0 * z) * sqrt((greatest(((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) + ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) - ((((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))) * (((promoters + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0)) - ((detractors + 0.75e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), 0.0e0) / nullif((((promoters + passives) + detractors) + 3.0e0), 0))))), -100.0e0), 100.0e0) END;

CREATE OR REPLACE MACRO cx_csat_score_of(satisfied, neutral, dissatisfied) AS
    (100.0e0 * (satisfied / nullif(((satisfied + neutral) + dissatisfied), 0)));

CREATE OR REPLACE MACRO cx_csat_low_of(satisfied, neutral, dissatisfied, z) AS
    CASE WHEN (0 < ((satisfied + neutral) + dissatisfied)) THEN (100.0e0 * ((satisfied / nullif(((satisfied + neutral) + dissatisfied), 0)) * (satisfied / nullif(((satisfied + ((z * z) / nullif(2.0e0, 0))) + (z * sqrt((((satisfied * (((satisfied + neutral) + dissatisfied) - satisfied)) / nullif(((satisfied + neutral) + dissatisfied), 0)) + ((z * z) / nullif(4.0e0, 0)))))), 0)))) END;

CREATE OR REPLACE MACRO cx_csat_high_of(satisfied, neutral, dissatisfied, z) AS
    CASE WHEN (0 < ((satisfied + neutral) + dissatisfied)) THEN (100.0e0 * CASE WHEN (satisfied = ((satisfied + neutral) + dissatisfied)) THEN 1.0e0 ELSE greatest((((satisfied + ((z * z) / nullif(2.0e0, 0))) + (z * sqrt((((satisfied * (((satisfied + neutral) + dissatisfied) - satisfied)) / nullif(((satisfied + neutral) + dissatisfied), 0)) + ((z * z) / nullif(4.0e0, 0)))))) / nullif((((satisfied + neutral) + dissatisfied) + (z * z)), 0)), (satisfied / nullif(((satisfied + neutral) + dissatisfied), 0))) END) END;

CREATE OR REPLACE MACRO cx_csat_net_of(satisfied, neutral, dissatisfied) AS
    ((100.0e0 * (satisfied - dissatisfied)) / nullif(((satisfied + neutral) + dissatisfied), 0));

CREATE OR REPLACE MACRO cx_csat_mean_of(satisfied, neutral, dissatisfied, points) AS
    (points / nullif(((satisfied + neutral) + dissatisfied), 0));

CREATE OR REPLACE MACRO cx_ces_mean_of(easy, neutral, difficult, points) AS
    (points / nullif(((easy + neutral) + difficult), 0));

CREATE OR REPLACE MACRO cx_ces_easy_percent_of(easy, neutral, difficult) AS
    (100.0e0 * (easy / nullif(((easy + neutral) + difficult), 0)));

CREATE OR REPLACE MACRO cx_ces_net_easy_of(easy, neutral, difficult) AS
    ((100.0e0 * (easy - difficult)) / nullif(((easy + neutral) + difficult), 0));

CREATE OR REPLACE MACRO cx_box_top_of(top, answers) AS
    (100.0e0 * (top / nullif(answers, 0)));

CREATE OR REPLACE MACRO cx_box_top_low_of(top, answers, z) AS
    CASE WHEN (0 < answers) THEN (100.0e0 * ((top / nullif(answers, 0)) * (top / nullif(((top + ((z * z) / nullif(2.0e0, 0))) + (z * sqrt((((top * (answers - top)) / nullif(answers, 0)) + ((z * z) / nullif(4.0e0, 0)))))), 0)))) END;

CREATE OR REPLACE MACRO cx_box_top_high_of(top, answers, z) AS
    CASE WHEN (0 < answers) THEN (100.0e0 * CASE WHEN (top = answers) THEN 1.0e0 ELSE greatest((((top + ((z * z) / nullif(2.0e0, 0))) + (z * sqrt((((top * (answers - top)) / nullif(answers, 0)) + ((z * z) / nullif(4.0e0, 0)))))) / nullif((answers + (z * z)), 0)), (top / nullif(answers, 0))) END) END;

CREATE OR REPLACE MACRO cx_box_bottom_of(bottom, answers) AS
    (100.0e0 * (bottom / nullif(answers, 0)));

CREATE OR REPLACE MACRO cx_box_net_of(top, bottom, answers) AS
    (100.0e0 * ((top - bottom) / nullif(answers, 0)));

CREATE OR REPLACE MACRO cx_nps_weighted_score_of(promoters, passives, detractors, count, squares) AS
    CASE WHEN (0.0e0 < ((promoters + passives) + detractors)) THEN least(greatest(((100.0e0 * (promoters - detractors)) / nullif(((promoters + passives) + detractors), 0)), -100.0e0), 100.0e0) END;

CREATE OR REPLACE MACRO cx_nps_weighted_margin_of(promoters, passives, detractors, count, squares, z) AS
    ((CASE WHEN (0.0e0 < least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE))) THEN least(greatest(((100.0e0 * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)))) + ((100.0e0 * z) * sqrt((greatest((((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) + (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) - (((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), 0.0e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), -100.0e0), 100.0e0) END - CASE WHEN (0.0e0 < least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE))) THEN least(greatest(((100.0e0 * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)))) - ((100.0e0 * z) * sqrt((greatest((((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) + (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) - (((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), 0.0e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), -100.0e0), 100.0e0) END) / nullif(2.0e0, 0));

CREATE OR REPLACE MACRO cx_nps_weighted_low_of(promoters, passives, detractors, count, squares, z) AS
    CASE WHEN (0.0e0 < least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE))) THEN least(greatest(((100.0e0 * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)))) - ((100.0e0 * z) * sqrt((greatest((((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) + (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) - (((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), 0.0e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), -100.0e0), 100.0e0) END;

CREATE OR REPLACE MACRO cx_nps_weighted_high_of(promoters, passives, detractors, count, squares, z) AS
    CASE WHEN (0.0e0 < least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE))) THEN least(greatest(((100.0e0 * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)))) + ((100.0e0 * z) * sqrt((greatest((((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) + (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) - (((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))) * ((((promoters * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0)) - (((detractors * (least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) / nullif(((promoters + passives) + detractors), 0))) + 0.75e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), 0.0e0) / nullif((least(greatest(((((promoters + passives) + detractors) / nullif(squares, 0)) * ((promoters + passives) + detractors)), 1.0e0), CAST(count AS DOUBLE)) + 3.0e0), 0))))), -100.0e0), 100.0e0) END;

CREATE OR REPLACE MACRO cx_rate_rate_of(events, trials) AS
    (events / nullif(trials, 0));

CREATE OR REPLACE MACRO cx_rate_low_of(events, trials, z) AS
    CASE WHEN (0 < trials) THEN (1.0e0 * ((events / nullif(trials, 0)) * (events / nullif(((events + ((z * z) / nullif(2.0e0, 0))) + (z * sqrt((((events * (trials - events)) / nullif(trials, 0)) + ((z * z) / nullif(4.0e0, 0)))))), 0)))) END;

CREATE OR REPLACE MACRO cx_rate_high_of(events, trials, z) AS
    CASE WHEN (0 < trials) THEN (1.0e0 * CASE WHEN (events = trials) THEN 1.0e0 ELSE greatest((((events + ((z * z) / nullif(2.0e0, 0))) + (z * sqrt((((events * (trials - events)) / nullif(trials, 0)) + ((z * z) / nullif(4.0e0, 0)))))) / nullif((trials + (z * z)), 0)), (events / nullif(trials, 0))) END) END;

CREATE OR REPLACE MACRO cx_revenue_grr_of(opening, contraction, churn) AS
    ((opening - (contraction + churn)) / nullif(opening, 0));

CREATE OR REPLACE MACRO cx_revenue_nrr_of(opening, expansion, contraction, churn) AS
    (((opening + expansion) - (contraction + churn)) / nullif(opening, 0));

CREATE OR REPLACE MACRO cx_moments_average_of(count, mean) AS
    mean;

CREATE OR REPLACE MACRO cx_moments_standard_deviation_of(count, mean, squares) AS
    CASE WHEN (1 < count) THEN sqrt((squares / nullif((count - 1), 0))) END;

-- 100 (promoters - detractors) / answers
CREATE OR REPLACE MACRO nps(score) AS
    cx_nps_score_of(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))), count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))), count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))));

-- half the width of the adjusted Wald interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO nps_margin(score) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_margin_of(t.promoters, t.passives, t.detractors, t.z))[1],
(score, confidence) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_nps_margin_of(t.promoters, t.passives, t.detractors, t.z))[1];

-- low end of the adjusted Wald interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO nps_low(score) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_low_of(t.promoters, t.passives, t.detractors, t.z))[1],
(score, confidence) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_nps_low_of(t.promoters, t.passives, t.detractors, t.z))[1];

-- high end of the adjusted Wald interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO nps_high(score) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_high_of(t.promoters, t.passives, t.detractors, t.z))[1],
(score, confidence) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_nps_high_of(t.promoters, t.passives, t.detractors, t.z))[1];

-- like nps, and an error where rating must be in [0, 10] and is not
CREATE OR REPLACE MACRO nps_strict(score) AS
    CASE WHEN count(*) FILTER (WHERE ((cx_integral(score) < 0) OR (10 < cx_integral(score)))) > 0
    THEN error('nps_strict: rating must be in [0, 10], got ' || count(*) FILTER (WHERE ((cx_integral(score) < 0) OR (10 < cx_integral(score)))) || ' outside')
    ELSE cx_nps_score_of(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))), count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))), count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)))) END;

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO nps_summary(score) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(score) < 0) OR (10 < cx_integral(score)))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'promoters': t.promoters,
     'passives': t.passives,
     'detractors': t.detractors,
     'invalid': t.invalid,
     'score': cx_nps_score_of(t.promoters, t.passives, t.detractors),
     'margin': cx_nps_margin_of(t.promoters, t.passives, t.detractors, t.z),
     'low': cx_nps_low_of(t.promoters, t.passives, t.detractors, t.z),
     'high': cx_nps_high_of(t.promoters, t.passives, t.detractors, t.z)})[1],
(score, confidence) AS
    list_transform([{'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(score) < 0) OR (10 < cx_integral(score)))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: {'promoters': t.promoters,
     'passives': t.passives,
     'detractors': t.detractors,
     'invalid': t.invalid,
     'score': cx_nps_score_of(t.promoters, t.passives, t.detractors),
     'margin': cx_nps_margin_of(t.promoters, t.passives, t.detractors, t.z),
     'low': cx_nps_low_of(t.promoters, t.passives, t.detractors, t.z),
     'high': cx_nps_high_of(t.promoters, t.passives, t.detractors, t.z)})[1];

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO nps_tally(score) AS
    {'promoters': CAST(count(*) FILTER (WHERE ((9 <= cx_integral(score)) AND (cx_integral(score) <= 10))) AS BIGINT),
     'passives': CAST(count(*) FILTER (WHERE ((7 <= cx_integral(score)) AND (cx_integral(score) <= 8))) AS BIGINT),
     'detractors': CAST(count(*) FILTER (WHERE ((0 <= cx_integral(score)) AND (cx_integral(score) <= 6))) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(score) < 0) OR (10 < cx_integral(score)))) AS BIGINT)};

-- the sum of stored tallies
CREATE OR REPLACE MACRO nps_merge(tally) AS
    {'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0) AS BIGINT),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0) AS BIGINT),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the answer of one stored tally
CREATE OR REPLACE MACRO nps_score(tally) AS
    cx_nps_score_of(struct_extract(tally, 'promoters'), struct_extract(tally, 'passives'), struct_extract(tally, 'detractors'));

-- 100 satisfied (4 and 5) / answers (1 to 5)
CREATE OR REPLACE MACRO csat(rating) AS
    cx_csat_score_of(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))), count(*) FILTER (WHERE (cx_integral(rating) = 3)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))));

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO csat_low(rating) AS
    list_transform([{'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_csat_low_of(t.satisfied, t.neutral, t.dissatisfied, t.z))[1],
(rating, confidence) AS
    list_transform([{'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_csat_low_of(t.satisfied, t.neutral, t.dissatisfied, t.z))[1];

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO csat_high(rating) AS
    list_transform([{'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_csat_high_of(t.satisfied, t.neutral, t.dissatisfied, t.z))[1],
(rating, confidence) AS
    list_transform([{'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_csat_high_of(t.satisfied, t.neutral, t.dissatisfied, t.z))[1];

-- percent satisfied - percent dissatisfied (1 and 2)
CREATE OR REPLACE MACRO csat_net(rating) AS
    cx_csat_net_of(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))), count(*) FILTER (WHERE (cx_integral(rating) = 3)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))));

-- mean of the ratings from 1 to 5
CREATE OR REPLACE MACRO csat_mean(rating) AS
    cx_csat_mean_of(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))), count(*) FILTER (WHERE (cx_integral(rating) = 3)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))), coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 5)) THEN cx_integral(rating) ELSE 0 END), 0));

-- like csat, and an error where rating must be in [1, 5] and is not
CREATE OR REPLACE MACRO csat_strict(rating) AS
    CASE WHEN count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (5 < cx_integral(rating)))) > 0
    THEN error('csat_strict: rating must be in [1, 5], got ' || count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (5 < cx_integral(rating)))) || ' outside')
    ELSE cx_csat_score_of(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))), count(*) FILTER (WHERE (cx_integral(rating) = 3)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2)))) END;

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO csat_summary(rating) AS
    list_transform([{'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 5)) THEN cx_integral(rating) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (5 < cx_integral(rating)))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'satisfied': t.satisfied,
     'neutral': t.neutral,
     'dissatisfied': t.dissatisfied,
     'points': t.points,
     'invalid': t.invalid,
     'score': cx_csat_score_of(t.satisfied, t.neutral, t.dissatisfied),
     'low': cx_csat_low_of(t.satisfied, t.neutral, t.dissatisfied, t.z),
     'high': cx_csat_high_of(t.satisfied, t.neutral, t.dissatisfied, t.z),
     'net': cx_csat_net_of(t.satisfied, t.neutral, t.dissatisfied),
     'mean': cx_csat_mean_of(t.satisfied, t.neutral, t.dissatisfied, t.points)})[1],
(rating, confidence) AS
    list_transform([{'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 5)) THEN cx_integral(rating) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (5 < cx_integral(rating)))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: {'satisfied': t.satisfied,
     'neutral': t.neutral,
     'dissatisfied': t.dissatisfied,
     'points': t.points,
     'invalid': t.invalid,
     'score': cx_csat_score_of(t.satisfied, t.neutral, t.dissatisfied),
     'low': cx_csat_low_of(t.satisfied, t.neutral, t.dissatisfied, t.z),
     'high': cx_csat_high_of(t.satisfied, t.neutral, t.dissatisfied, t.z),
     'net': cx_csat_net_of(t.satisfied, t.neutral, t.dissatisfied),
     'mean': cx_csat_mean_of(t.satisfied, t.neutral, t.dissatisfied, t.points)})[1];

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO csat_tally(rating) AS
    {'satisfied': CAST(count(*) FILTER (WHERE ((4 <= cx_integral(rating)) AND (cx_integral(rating) <= 5))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 3)) AS BIGINT),
     'dissatisfied': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 2))) AS BIGINT),
     'points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 5)) THEN cx_integral(rating) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (5 < cx_integral(rating)))) AS BIGINT)};

-- the sum of stored tallies
CREATE OR REPLACE MACRO csat_merge(tally) AS
    {'satisfied': CAST(coalesce(sum(struct_extract(tally, 'satisfied')), 0) AS BIGINT),
     'neutral': CAST(coalesce(sum(struct_extract(tally, 'neutral')), 0) AS BIGINT),
     'dissatisfied': CAST(coalesce(sum(struct_extract(tally, 'dissatisfied')), 0) AS BIGINT),
     'points': CAST(coalesce(sum(struct_extract(tally, 'points')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the answer of one stored tally
CREATE OR REPLACE MACRO csat_score(tally) AS
    cx_csat_score_of(struct_extract(tally, 'satisfied'), struct_extract(tally, 'neutral'), struct_extract(tally, 'dissatisfied'));

-- mean of the ratings from 1 to 7
CREATE OR REPLACE MACRO ces(rating) AS
    cx_ces_mean_of(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))), count(*) FILTER (WHERE (cx_integral(rating) = 4)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))), coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN cx_integral(rating) ELSE 0 END), 0));

-- 100 easy (5 to 7) / answers
CREATE OR REPLACE MACRO ces_easy(rating) AS
    cx_ces_easy_percent_of(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))), count(*) FILTER (WHERE (cx_integral(rating) = 4)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))));

-- percent easy - percent difficult (1 to 3)
CREATE OR REPLACE MACRO ces_net(rating) AS
    cx_ces_net_easy_of(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))), count(*) FILTER (WHERE (cx_integral(rating) = 4)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))));

-- like ces, and an error where rating must be in [1, 7] and is not
CREATE OR REPLACE MACRO ces_strict(rating) AS
    CASE WHEN count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (7 < cx_integral(rating)))) > 0
    THEN error('ces_strict: rating must be in [1, 7], got ' || count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (7 < cx_integral(rating)))) || ' outside')
    ELSE cx_ces_mean_of(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))), count(*) FILTER (WHERE (cx_integral(rating) = 4)), count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))), coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN cx_integral(rating) ELSE 0 END), 0)) END;

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO ces_summary(rating) AS
    list_transform([{'easy': CAST(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 4)) AS BIGINT),
     'difficult': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))) AS BIGINT),
     'points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN cx_integral(rating) ELSE 0 END), 0) AS BIGINT),
     'squared_points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN (cx_integral(rating) * cx_integral(rating)) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (7 < cx_integral(rating)))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'easy': t.easy,
     'neutral': t.neutral,
     'difficult': t.difficult,
     'points': t.points,
     'squared_points': t.squared_points,
     'invalid': t.invalid,
     'mean': cx_ces_mean_of(t.easy, t.neutral, t.difficult, t.points),
     'easy_percent': cx_ces_easy_percent_of(t.easy, t.neutral, t.difficult),
     'net_easy': cx_ces_net_easy_of(t.easy, t.neutral, t.difficult)})[1],
(rating, confidence) AS
    list_transform([{'easy': CAST(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 4)) AS BIGINT),
     'difficult': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))) AS BIGINT),
     'points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN cx_integral(rating) ELSE 0 END), 0) AS BIGINT),
     'squared_points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN (cx_integral(rating) * cx_integral(rating)) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (7 < cx_integral(rating)))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: {'easy': t.easy,
     'neutral': t.neutral,
     'difficult': t.difficult,
     'points': t.points,
     'squared_points': t.squared_points,
     'invalid': t.invalid,
     'mean': cx_ces_mean_of(t.easy, t.neutral, t.difficult, t.points),
     'easy_percent': cx_ces_easy_percent_of(t.easy, t.neutral, t.difficult),
     'net_easy': cx_ces_net_easy_of(t.easy, t.neutral, t.difficult)})[1];

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO ces_tally(rating) AS
    {'easy': CAST(count(*) FILTER (WHERE ((5 <= cx_integral(rating)) AND (cx_integral(rating) <= 7))) AS BIGINT),
     'neutral': CAST(count(*) FILTER (WHERE (cx_integral(rating) = 4)) AS BIGINT),
     'difficult': CAST(count(*) FILTER (WHERE ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 3))) AS BIGINT),
     'points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN cx_integral(rating) ELSE 0 END), 0) AS BIGINT),
     'squared_points': CAST(coalesce(sum(CASE WHEN ((1 <= cx_integral(rating)) AND (cx_integral(rating) <= 7)) THEN (cx_integral(rating) * cx_integral(rating)) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(rating) < 1) OR (7 < cx_integral(rating)))) AS BIGINT)};

-- the sum of stored tallies
CREATE OR REPLACE MACRO ces_merge(tally) AS
    {'easy': CAST(coalesce(sum(struct_extract(tally, 'easy')), 0) AS BIGINT),
     'neutral': CAST(coalesce(sum(struct_extract(tally, 'neutral')), 0) AS BIGINT),
     'difficult': CAST(coalesce(sum(struct_extract(tally, 'difficult')), 0) AS BIGINT),
     'points': CAST(coalesce(sum(struct_extract(tally, 'points')), 0) AS BIGINT),
     'squared_points': CAST(coalesce(sum(struct_extract(tally, 'squared_points')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the answer of one stored tally
CREATE OR REPLACE MACRO ces_score(tally) AS
    cx_ces_mean_of(struct_extract(tally, 'easy'), struct_extract(tally, 'neutral'), struct_extract(tally, 'difficult'), struct_extract(tally, 'points'));

-- 100 ratings among the k best / ratings in [min, max]
CREATE OR REPLACE MACRO top_box(rating, k, min, max) AS
    cx_box_top_of(count(*) FILTER (WHERE ((cx_integral(rating) <= max) AND ((max - k) < cx_integral(rating)))), count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))));

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO top_box_low(rating, k, min, max) AS
    list_transform([{'top': CAST(count(*) FILTER (WHERE ((cx_integral(rating) <= max) AND ((max - k) < cx_integral(rating)))) AS BIGINT),
     'answers': CAST(count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_box_top_low_of(t.top, t.answers, t.z))[1],
(rating, k, min, max, confidence) AS
    list_transform([{'top': CAST(count(*) FILTER (WHERE ((cx_integral(rating) <= max) AND ((max - k) < cx_integral(rating)))) AS BIGINT),
     'answers': CAST(count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_box_top_low_of(t.top, t.answers, t.z))[1];

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO top_box_high(rating, k, min, max) AS
    list_transform([{'top': CAST(count(*) FILTER (WHERE ((cx_integral(rating) <= max) AND ((max - k) < cx_integral(rating)))) AS BIGINT),
     'answers': CAST(count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_box_top_high_of(t.top, t.answers, t.z))[1],
(rating, k, min, max, confidence) AS
    list_transform([{'top': CAST(count(*) FILTER (WHERE ((cx_integral(rating) <= max) AND ((max - k) < cx_integral(rating)))) AS BIGINT),
     'answers': CAST(count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_box_top_high_of(t.top, t.answers, t.z))[1];

-- 100 ratings among the k worst / ratings in [min, max]
CREATE OR REPLACE MACRO bottom_box(rating, k, min, max) AS
    cx_box_bottom_of(count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) < (min + k)))), count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))));

-- top box - bottom box
CREATE OR REPLACE MACRO net_box(rating, k, min, max) AS
    cx_box_net_of(count(*) FILTER (WHERE ((cx_integral(rating) <= max) AND ((max - k) < cx_integral(rating)))), count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) < (min + k)))), count(*) FILTER (WHERE ((min <= cx_integral(rating)) AND (cx_integral(rating) <= max))));

-- 100 (weight of promoters - weight of detractors) / weight of all
CREATE OR REPLACE MACRO nps_weighted(score, weight) AS
    cx_nps_weighted_score_of(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0), coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0), coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0), count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))), coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0)),
(tally) AS
    cx_nps_weighted_score_of(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0), coalesce(sum(struct_extract(tally, 'passives')), 0.0e0), coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0), coalesce(sum(struct_extract(tally, 'count')), 0), coalesce(sum(struct_extract(tally, 'squares')), 0.0e0));

-- half the width of the adjusted Wald interval; confidence 0.95 unless given on the effective base
CREATE OR REPLACE MACRO nps_weighted_margin(score, weight) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_weighted_margin_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1],
(tally) AS
    list_transform([{'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0) AS DOUBLE),
     'count': CAST(coalesce(sum(struct_extract(tally, 'count')), 0) AS BIGINT),
     'squares': CAST(coalesce(sum(struct_extract(tally, 'squares')), 0.0e0) AS DOUBLE),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_weighted_margin_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1],
(score, weight, confidence) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'z': cx_z(confidence)}],
    lambda t: cx_nps_weighted_margin_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1];

-- low end of the adjusted Wald interval; confidence 0.95 unless given on the effective base
CREATE OR REPLACE MACRO nps_weighted_low(score, weight) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_weighted_low_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1],
(tally) AS
    list_transform([{'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0) AS DOUBLE),
     'count': CAST(coalesce(sum(struct_extract(tally, 'count')), 0) AS BIGINT),
     'squares': CAST(coalesce(sum(struct_extract(tally, 'squares')), 0.0e0) AS DOUBLE),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_weighted_low_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1],
(score, weight, confidence) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'z': cx_z(confidence)}],
    lambda t: cx_nps_weighted_low_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1];

-- high end of the adjusted Wald interval; confidence 0.95 unless given on the effective base
CREATE OR REPLACE MACRO nps_weighted_high(score, weight) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_weighted_high_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1],
(tally) AS
    list_transform([{'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0) AS DOUBLE),
     'count': CAST(coalesce(sum(struct_extract(tally, 'count')), 0) AS BIGINT),
     'squares': CAST(coalesce(sum(struct_extract(tally, 'squares')), 0.0e0) AS DOUBLE),
     'z': cx_z(0.95)}],
    lambda t: cx_nps_weighted_high_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1],
(score, weight, confidence) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'z': cx_z(confidence)}],
    lambda t: cx_nps_weighted_high_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z))[1];

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO nps_weighted_summary(score, weight) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'invalid': CAST(count(*) FILTER (WHERE (((cx_integral(score) IS NOT NULL) AND (CAST(weight AS DOUBLE) IS NOT NULL)) AND (((cx_integral(score) < 0) OR (10 < cx_integral(score))) OR (CASE WHEN ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))) THEN 0 ELSE 1 END = 1)))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'promoters': t.promoters,
     'passives': t.passives,
     'detractors': t.detractors,
     'count': t.count,
     'squares': t.squares,
     'invalid': t.invalid,
     'score': cx_nps_weighted_score_of(t.promoters, t.passives, t.detractors, t.count, t.squares),
     'margin': cx_nps_weighted_margin_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z),
     'low': cx_nps_weighted_low_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z),
     'high': cx_nps_weighted_high_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z)})[1],
(tally) AS
    list_transform([{'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0) AS DOUBLE),
     'count': CAST(coalesce(sum(struct_extract(tally, 'count')), 0) AS BIGINT),
     'squares': CAST(coalesce(sum(struct_extract(tally, 'squares')), 0.0e0) AS DOUBLE),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'promoters': t.promoters,
     'passives': t.passives,
     'detractors': t.detractors,
     'count': t.count,
     'squares': t.squares,
     'invalid': t.invalid,
     'score': cx_nps_weighted_score_of(t.promoters, t.passives, t.detractors, t.count, t.squares),
     'margin': cx_nps_weighted_margin_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z),
     'low': cx_nps_weighted_low_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z),
     'high': cx_nps_weighted_high_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z)})[1],
(score, weight, confidence) AS
    list_transform([{'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'invalid': CAST(count(*) FILTER (WHERE (((cx_integral(score) IS NOT NULL) AND (CAST(weight AS DOUBLE) IS NOT NULL)) AND (((cx_integral(score) < 0) OR (10 < cx_integral(score))) OR (CASE WHEN ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))) THEN 0 ELSE 1 END = 1)))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: {'promoters': t.promoters,
     'passives': t.passives,
     'detractors': t.detractors,
     'count': t.count,
     'squares': t.squares,
     'invalid': t.invalid,
     'score': cx_nps_weighted_score_of(t.promoters, t.passives, t.detractors, t.count, t.squares),
     'margin': cx_nps_weighted_margin_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z),
     'low': cx_nps_weighted_low_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z),
     'high': cx_nps_weighted_high_of(t.promoters, t.passives, t.detractors, t.count, t.squares, t.z)})[1];

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO nps_weighted_tally(score, weight) AS
    {'promoters': CAST(coalesce(sum(CASE WHEN (((9 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(CASE WHEN (((7 <= cx_integral(score)) AND (cx_integral(score) <= 8)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 6)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN CAST(weight AS DOUBLE) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'count': CAST(count(*) FILTER (WHERE (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))))) AS BIGINT),
     'squares': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(score)) AND (cx_integral(score) <= 10)) AND ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100)))) THEN (CAST(weight AS DOUBLE) * CAST(weight AS DOUBLE)) ELSE 0.0e0 END), 0.0e0) AS DOUBLE),
     'invalid': CAST(count(*) FILTER (WHERE (((cx_integral(score) IS NOT NULL) AND (CAST(weight AS DOUBLE) IS NOT NULL)) AND (((cx_integral(score) < 0) OR (10 < cx_integral(score))) OR (CASE WHEN ((CAST(weight AS DOUBLE) = 0.0e0) OR ((1.0e-100 <= CAST(weight AS DOUBLE)) AND (CAST(weight AS DOUBLE) <= 1.0e100))) THEN 0 ELSE 1 END = 1)))) AS BIGINT)},
(tally) AS
    {'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0) AS DOUBLE),
     'count': CAST(coalesce(sum(struct_extract(tally, 'count')), 0) AS BIGINT),
     'squares': CAST(coalesce(sum(struct_extract(tally, 'squares')), 0.0e0) AS DOUBLE),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the sum of stored tallies
CREATE OR REPLACE MACRO nps_weighted_merge(tally) AS
    {'promoters': CAST(coalesce(sum(struct_extract(tally, 'promoters')), 0.0e0) AS DOUBLE),
     'passives': CAST(coalesce(sum(struct_extract(tally, 'passives')), 0.0e0) AS DOUBLE),
     'detractors': CAST(coalesce(sum(struct_extract(tally, 'detractors')), 0.0e0) AS DOUBLE),
     'count': CAST(coalesce(sum(struct_extract(tally, 'count')), 0) AS BIGINT),
     'squares': CAST(coalesce(sum(struct_extract(tally, 'squares')), 0.0e0) AS DOUBLE),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the answer of one stored tally
CREATE OR REPLACE MACRO nps_weighted_score(tally) AS
    cx_nps_weighted_score_of(struct_extract(tally, 'promoters'), struct_extract(tally, 'passives'), struct_extract(tally, 'detractors'), struct_extract(tally, 'count'), struct_extract(tally, 'squares'));

-- events / trials; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO cx_rate(flag) AS
    cx_rate_rate_of(count(*) FILTER (WHERE flag), count(*) FILTER (WHERE (flag IS NOT NULL))),
(events, trials) AS
    cx_rate_rate_of(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0), coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0));

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO cx_rate_low(flag) AS
    list_transform([{'events': CAST(count(*) FILTER (WHERE flag) AS BIGINT),
     'trials': CAST(count(*) FILTER (WHERE (flag IS NOT NULL)) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_rate_low_of(t.events, t.trials, t.z))[1],
(events, trials) AS
    list_transform([{'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_rate_low_of(t.events, t.trials, t.z))[1],
(events, trials, confidence) AS
    list_transform([{'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_rate_low_of(t.events, t.trials, t.z))[1];

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO cx_rate_high(flag) AS
    list_transform([{'events': CAST(count(*) FILTER (WHERE flag) AS BIGINT),
     'trials': CAST(count(*) FILTER (WHERE (flag IS NOT NULL)) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_rate_high_of(t.events, t.trials, t.z))[1],
(events, trials) AS
    list_transform([{'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: cx_rate_high_of(t.events, t.trials, t.z))[1],
(events, trials, confidence) AS
    list_transform([{'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: cx_rate_high_of(t.events, t.trials, t.z))[1];

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO cx_rate_summary(flag) AS
    list_transform([{'events': CAST(count(*) FILTER (WHERE flag) AS BIGINT),
     'trials': CAST(count(*) FILTER (WHERE (flag IS NOT NULL)) AS BIGINT),
     'invalid': CAST(0 AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'events': t.events,
     'trials': t.trials,
     'invalid': t.invalid,
     'rate': cx_rate_rate_of(t.events, t.trials),
     'low': cx_rate_low_of(t.events, t.trials, t.z),
     'high': cx_rate_high_of(t.events, t.trials, t.z)})[1],
(events, trials) AS
    list_transform([{'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(events) < 0) OR (cx_integral(trials) < cx_integral(events)))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'events': t.events,
     'trials': t.trials,
     'invalid': t.invalid,
     'rate': cx_rate_rate_of(t.events, t.trials),
     'low': cx_rate_low_of(t.events, t.trials, t.z),
     'high': cx_rate_high_of(t.events, t.trials, t.z)})[1],
(events, trials, confidence) AS
    list_transform([{'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(events) < 0) OR (cx_integral(trials) < cx_integral(events)))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: {'events': t.events,
     'trials': t.trials,
     'invalid': t.invalid,
     'rate': cx_rate_rate_of(t.events, t.trials),
     'low': cx_rate_low_of(t.events, t.trials, t.z),
     'high': cx_rate_high_of(t.events, t.trials, t.z)})[1];

-- like cx_rate, and an error where events must be in [0, trials] and is not
CREATE OR REPLACE MACRO cx_rate_strict(flag) AS
    CASE WHEN 0 > 0
    THEN error('cx_rate_strict: events must be in [0, trials], got ' || 0 || ' outside')
    ELSE cx_rate_rate_of(count(*) FILTER (WHERE flag), count(*) FILTER (WHERE (flag IS NOT NULL))) END,
(events, trials) AS
    CASE WHEN count(*) FILTER (WHERE ((cx_integral(events) < 0) OR (cx_integral(trials) < cx_integral(events)))) > 0
    THEN error('cx_rate_strict: events must be in [0, trials], got ' || count(*) FILTER (WHERE ((cx_integral(events) < 0) OR (cx_integral(trials) < cx_integral(events)))) || ' outside')
    ELSE cx_rate_rate_of(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0), coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0)) END;

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO cx_rate_tally(flag) AS
    {'events': CAST(count(*) FILTER (WHERE flag) AS BIGINT),
     'trials': CAST(count(*) FILTER (WHERE (flag IS NOT NULL)) AS BIGINT),
     'invalid': CAST(0 AS BIGINT)},
(events, trials) AS
    {'events': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(events) ELSE 0 END), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(events)) AND (cx_integral(events) <= cx_integral(trials))) THEN cx_integral(trials) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(events) < 0) OR (cx_integral(trials) < cx_integral(events)))) AS BIGINT)};

-- the sum of stored tallies
CREATE OR REPLACE MACRO cx_rate_merge(tally) AS
    {'events': CAST(coalesce(sum(struct_extract(tally, 'events')), 0) AS BIGINT),
     'trials': CAST(coalesce(sum(struct_extract(tally, 'trials')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the answer of one stored tally
CREATE OR REPLACE MACRO cx_rate_score(tally) AS
    cx_rate_rate_of(struct_extract(tally, 'events'), struct_extract(tally, 'trials'));

-- lost / customers at the start; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO churn_rate(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO churn_rate_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO churn_rate_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO churn_rate_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- kept / customers at the start; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO retention_rate(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO retention_rate_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO retention_rate_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO retention_rate_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- bounced / sessions; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO bounce_rate(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO bounce_rate_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO bounce_rate_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO bounce_rate_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- abandoned / carts, or calls, that were begun; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO abandonment_rate(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO abandonment_rate_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO abandonment_rate_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO abandonment_rate_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- converted / sessions, or visitors; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO conversion_rate(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO conversion_rate_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO conversion_rate_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO conversion_rate_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- clicks / impressions; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO ctr(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO ctr_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO ctr_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO ctr_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- solved at first contact / solved; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO fcr(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO fcr_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO fcr_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO fcr_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- reopened / resolved; of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO reopen_rate(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO reopen_rate_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO reopen_rate_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO reopen_rate_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- met / (met + breached); of a flag for each trial, or of two counts in each row
CREATE OR REPLACE MACRO sla_attainment(flag) AS
    cx_rate(flag),
(events, trials) AS
    cx_rate(events, trials);

-- low end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO sla_attainment_low(flag) AS
    cx_rate_low(flag),
(events, trials) AS
    cx_rate_low(events, trials),
(events, trials, confidence) AS
    cx_rate_low(events, trials, confidence);

-- high end of the Wilson interval; confidence 0.95 unless given
CREATE OR REPLACE MACRO sla_attainment_high(flag) AS
    cx_rate_high(flag),
(events, trials) AS
    cx_rate_high(events, trials),
(events, trials, confidence) AS
    cx_rate_high(events, trials, confidence);

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO sla_attainment_summary(flag) AS
    cx_rate_summary(flag),
(events, trials) AS
    cx_rate_summary(events, trials),
(events, trials, confidence) AS
    cx_rate_summary(events, trials, confidence);

-- (opening - contraction - churn) / opening, of amounts in minor units
CREATE OR REPLACE MACRO grr(before, after) AS
    cx_revenue_grr_of(coalesce(sum(CASE WHEN ((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) THEN cx_integral(before) ELSE 0 END), 0), coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(after) < cx_integral(before))) THEN (cx_integral(before) - cx_integral(after)) ELSE 0 END), 0), coalesce(sum(CASE WHEN (((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (cx_integral(after) = 0)) THEN cx_integral(before) ELSE 0 END), 0)),
(tally) AS
    cx_revenue_grr_of(coalesce(sum(struct_extract(tally, 'opening')), 0), coalesce(sum(struct_extract(tally, 'contraction')), 0), coalesce(sum(struct_extract(tally, 'churn')), 0));

-- (opening + expansion - contraction - churn) / opening, of amounts in minor units
CREATE OR REPLACE MACRO nrr(before, after) AS
    cx_revenue_nrr_of(coalesce(sum(CASE WHEN ((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) THEN cx_integral(before) ELSE 0 END), 0), coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(before) < cx_integral(after))) THEN (cx_integral(after) - cx_integral(before)) ELSE 0 END), 0), coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(after) < cx_integral(before))) THEN (cx_integral(before) - cx_integral(after)) ELSE 0 END), 0), coalesce(sum(CASE WHEN (((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (cx_integral(after) = 0)) THEN cx_integral(before) ELSE 0 END), 0)),
(tally) AS
    cx_revenue_nrr_of(coalesce(sum(struct_extract(tally, 'opening')), 0), coalesce(sum(struct_extract(tally, 'expansion')), 0), coalesce(sum(struct_extract(tally, 'contraction')), 0), coalesce(sum(struct_extract(tally, 'churn')), 0));

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO revenue_summary(before, after) AS
    list_transform([{'opening': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) THEN cx_integral(before) ELSE 0 END), 0) AS BIGINT),
     'new_business': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (cx_integral(before) = 0)) THEN cx_integral(after) ELSE 0 END), 0) AS BIGINT),
     'expansion': CAST(coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(before) < cx_integral(after))) THEN (cx_integral(after) - cx_integral(before)) ELSE 0 END), 0) AS BIGINT),
     'contraction': CAST(coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(after) < cx_integral(before))) THEN (cx_integral(before) - cx_integral(after)) ELSE 0 END), 0) AS BIGINT),
     'churn': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (cx_integral(after) = 0)) THEN cx_integral(before) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(before) < 0) OR (cx_integral(after) < 0))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'opening': t.opening,
     'new_business': t.new_business,
     'expansion': t.expansion,
     'contraction': t.contraction,
     'churn': t.churn,
     'invalid': t.invalid,
     'grr': cx_revenue_grr_of(t.opening, t.contraction, t.churn),
     'nrr': cx_revenue_nrr_of(t.opening, t.expansion, t.contraction, t.churn)})[1],
(tally) AS
    list_transform([{'opening': CAST(coalesce(sum(struct_extract(tally, 'opening')), 0) AS BIGINT),
     'new_business': CAST(coalesce(sum(struct_extract(tally, 'new_business')), 0) AS BIGINT),
     'expansion': CAST(coalesce(sum(struct_extract(tally, 'expansion')), 0) AS BIGINT),
     'contraction': CAST(coalesce(sum(struct_extract(tally, 'contraction')), 0) AS BIGINT),
     'churn': CAST(coalesce(sum(struct_extract(tally, 'churn')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'opening': t.opening,
     'new_business': t.new_business,
     'expansion': t.expansion,
     'contraction': t.contraction,
     'churn': t.churn,
     'invalid': t.invalid,
     'grr': cx_revenue_grr_of(t.opening, t.contraction, t.churn),
     'nrr': cx_revenue_nrr_of(t.opening, t.expansion, t.contraction, t.churn)})[1];

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO revenue_tally(before, after) AS
    {'opening': CAST(coalesce(sum(CASE WHEN ((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) THEN cx_integral(before) ELSE 0 END), 0) AS BIGINT),
     'new_business': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (cx_integral(before) = 0)) THEN cx_integral(after) ELSE 0 END), 0) AS BIGINT),
     'expansion': CAST(coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(before) < cx_integral(after))) THEN (cx_integral(after) - cx_integral(before)) ELSE 0 END), 0) AS BIGINT),
     'contraction': CAST(coalesce(sum(CASE WHEN (((((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (0 < cx_integral(before))) AND (0 < cx_integral(after))) AND (cx_integral(after) < cx_integral(before))) THEN (cx_integral(before) - cx_integral(after)) ELSE 0 END), 0) AS BIGINT),
     'churn': CAST(coalesce(sum(CASE WHEN (((0 <= cx_integral(before)) AND (0 <= cx_integral(after))) AND (cx_integral(after) = 0)) THEN cx_integral(before) ELSE 0 END), 0) AS BIGINT),
     'invalid': CAST(count(*) FILTER (WHERE ((cx_integral(before) < 0) OR (cx_integral(after) < 0))) AS BIGINT)},
(tally) AS
    {'opening': CAST(coalesce(sum(struct_extract(tally, 'opening')), 0) AS BIGINT),
     'new_business': CAST(coalesce(sum(struct_extract(tally, 'new_business')), 0) AS BIGINT),
     'expansion': CAST(coalesce(sum(struct_extract(tally, 'expansion')), 0) AS BIGINT),
     'contraction': CAST(coalesce(sum(struct_extract(tally, 'contraction')), 0) AS BIGINT),
     'churn': CAST(coalesce(sum(struct_extract(tally, 'churn')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the sum of stored tallies
CREATE OR REPLACE MACRO revenue_merge(tally) AS
    {'opening': CAST(coalesce(sum(struct_extract(tally, 'opening')), 0) AS BIGINT),
     'new_business': CAST(coalesce(sum(struct_extract(tally, 'new_business')), 0) AS BIGINT),
     'expansion': CAST(coalesce(sum(struct_extract(tally, 'expansion')), 0) AS BIGINT),
     'contraction': CAST(coalesce(sum(struct_extract(tally, 'contraction')), 0) AS BIGINT),
     'churn': CAST(coalesce(sum(struct_extract(tally, 'churn')), 0) AS BIGINT),
     'invalid': CAST(coalesce(sum(struct_extract(tally, 'invalid')), 0) AS BIGINT)};

-- the answer of one stored tally
CREATE OR REPLACE MACRO grr_score(tally) AS
    cx_revenue_grr_of(struct_extract(tally, 'opening'), struct_extract(tally, 'contraction'), struct_extract(tally, 'churn'));

-- the answer of one stored tally
CREATE OR REPLACE MACRO nrr_score(tally) AS
    cx_revenue_nrr_of(struct_extract(tally, 'opening'), struct_extract(tally, 'expansion'), struct_extract(tally, 'contraction'), struct_extract(tally, 'churn'));

-- counters, answers and their interval as a struct; confidence 0.95 unless given
CREATE OR REPLACE MACRO moments_summary(value) AS
    list_transform([{'count': CAST(count(*) FILTER (WHERE ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0)) AS BIGINT),
     'mean': CAST(avg(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'squares': CAST((var_pop(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) * count(*) FILTER (WHERE ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0))) AS DOUBLE),
     'min': CAST(min(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'max': CAST(max(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'invalid': CAST(count(*) FILTER (WHERE ((CAST(value AS DOUBLE) IS NOT NULL) AND (CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN 0 ELSE 1 END = 1))) AS BIGINT),
     'z': cx_z(0.95)}],
    lambda t: {'count': t.count,
     'mean': t.mean,
     'squares': t.squares,
     'min': t.min,
     'max': t.max,
     'invalid': t.invalid,
     'average': cx_moments_average_of(t.count, t.mean),
     'standard_deviation': cx_moments_standard_deviation_of(t.count, t.mean, t.squares)})[1],
(value, confidence) AS
    list_transform([{'count': CAST(count(*) FILTER (WHERE ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0)) AS BIGINT),
     'mean': CAST(avg(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'squares': CAST((var_pop(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) * count(*) FILTER (WHERE ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0))) AS DOUBLE),
     'min': CAST(min(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'max': CAST(max(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'invalid': CAST(count(*) FILTER (WHERE ((CAST(value AS DOUBLE) IS NOT NULL) AND (CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN 0 ELSE 1 END = 1))) AS BIGINT),
     'z': cx_z(confidence)}],
    lambda t: {'count': t.count,
     'mean': t.mean,
     'squares': t.squares,
     'min': t.min,
     'max': t.max,
     'invalid': t.invalid,
     'average': cx_moments_average_of(t.count, t.mean),
     'standard_deviation': cx_moments_standard_deviation_of(t.count, t.mean, t.squares)})[1];

-- the counters as a struct, to be stored and merged
CREATE OR REPLACE MACRO moments_tally(value) AS
    {'count': CAST(count(*) FILTER (WHERE ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0)) AS BIGINT),
     'mean': CAST(avg(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'squares': CAST((var_pop(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) * count(*) FILTER (WHERE ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0))) AS DOUBLE),
     'min': CAST(min(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'max': CAST(max(CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN CAST(value AS DOUBLE) END) AS DOUBLE),
     'invalid': CAST(count(*) FILTER (WHERE ((CAST(value AS DOUBLE) IS NOT NULL) AND (CASE WHEN ((CAST(value AS DOUBLE) * 0.0e0) = 0.0e0) THEN 0 ELSE 1 END = 1))) AS BIGINT)};

-- quantile of the times to resolution in hours, of what is resolved; of a KLL sketch, whose ranks are good to half a percent
CREATE OR REPLACE MACRO ttr_quantile(opened, closed, q) AS
    quantile_disc(epoch_us(closed) - epoch_us(opened), q) FILTER (WHERE closed >= opened) / 3.6e9;

-- quantile of the times to resolution in hours, of what is resolved; of a KLL sketch, whose ranks are good to half a percent
CREATE OR REPLACE MACRO ttr_p50(opened, closed) AS
    quantile_disc(epoch_us(closed) - epoch_us(opened), 0.5) FILTER (WHERE closed >= opened) / 3.6e9;

-- quantile of the times to resolution in hours, of what is resolved; of a KLL sketch, whose ranks are good to half a percent
CREATE OR REPLACE MACRO ttr_p90(opened, closed) AS
    quantile_disc(epoch_us(closed) - epoch_us(opened), 0.9) FILTER (WHERE closed >= opened) / 3.6e9;

-- quantile of the times to resolution in hours, of what is resolved; of a KLL sketch, whose ranks are good to half a percent
CREATE OR REPLACE MACRO ttr_p95(opened, closed) AS
    quantile_disc(epoch_us(closed) - epoch_us(opened), 0.95) FILTER (WHERE closed >= opened) / 3.6e9;

-- quantile of the times to resolution in hours, of what is resolved; of a KLL sketch, whose ranks are good to half a percent
CREATE OR REPLACE MACRO ttr_p99(opened, closed) AS
    quantile_disc(epoch_us(closed) - epoch_us(opened), 0.99) FILTER (WHERE closed >= opened) / 3.6e9;

-- mean time to resolution in hours, of what is resolved
CREATE OR REPLACE MACRO ttr_mean(opened, closed) AS
    avg(epoch_us(closed) - epoch_us(opened)) FILTER (WHERE closed >= opened) / 3.6e9;

-- how many distinct visitors, within about 2 percent
CREATE OR REPLACE MACRO unique_visitors(visitor) AS
    approx_count_distinct(visitor);
