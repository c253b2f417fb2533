/** The aggregations of cx-core in engines that have no module: the classes of {@code RECIPES.md}, compiled and run. */
@org.jspecify.annotations.NullMarked
package io.cxmetrics.spark.recipe;
