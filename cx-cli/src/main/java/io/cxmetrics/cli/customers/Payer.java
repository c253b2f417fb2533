package io.cxmetrics.cli.customers;

/**
 * A subscriber.
 *
 * @param mrr what it pays a month, in minor units
 * @param tenure for how many months it has been one
 * @param left whether it left then
 */
public record Payer(long mrr, long tenure, boolean left) {}
