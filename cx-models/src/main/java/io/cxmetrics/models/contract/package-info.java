/** Contracts that are renewed or not: how long customers stay, and what that is worth in contract periods. */
@NullMarked
package io.cxmetrics.models.contract;

import org.jspecify.annotations.NullMarked;
