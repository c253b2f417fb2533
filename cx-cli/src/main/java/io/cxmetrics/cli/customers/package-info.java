/** What is asked of customers: whether they stay, what they pay and what they are worth. */
@NullMarked
package io.cxmetrics.cli.customers;

import org.jspecify.annotations.NullMarked;
