package io.cxmetrics.input.subscription;

/**
 * A customer of a table that says who left in its time.
 *
 * @param left whether the customer left
 * @param monthly what they paid a month at the start, in minor units; 0 where no column says
 * @since 0.1
 */
public record Departure(boolean left, long monthly) {}
