/**
 * Help without a person: {@linkplain io.cxmetrics.support.selfservice.Deflection views of help} that ended without a
 * ticket, and {@linkplain io.cxmetrics.support.selfservice.BotContainment conversations with a bot}.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.support.selfservice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
