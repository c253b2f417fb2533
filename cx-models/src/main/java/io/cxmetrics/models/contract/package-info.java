/** Contracts that are renewed or not: how long customers stay, and what that is worth in contract periods. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
