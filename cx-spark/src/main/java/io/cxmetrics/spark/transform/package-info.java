/**
 * What is not a count of rows: sessions, cohorts, funnels, survival curves and purchase histories as steps from one
 * {@code Dataset} to another, with the definitions of cx-core, and a bridge for any {@code Aggregation}.
 *
 * <p>Columns are given by name. Text and times come as Spark has them: instants are {@code TIMESTAMP} columns, and days
 * are those of the zone that is asked for, whatever the zone of the session. Rows whose key or time is null are left
 * out. A column of another type than what is asked for is refused at once, and nothing runs until a result is wanted.
 */
@NullMarked
package io.cxmetrics.spark.transform;

import org.jspecify.annotations.NullMarked;
