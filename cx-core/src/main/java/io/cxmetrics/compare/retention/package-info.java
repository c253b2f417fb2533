/**
 * Whether groups of customers stay equally long: log-rank tests, differences at a horizon, and contact with support as
 * an event that happens on the way.
 */
@NullMarked
package io.cxmetrics.compare.retention;

import org.jspecify.annotations.NullMarked;
