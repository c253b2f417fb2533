/** What every fitted model shares: its parameters, their uncertainty, and what the search for them met. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
