/**
 * Help without a person: {@linkplain io.cxmetrics.support.selfservice.Deflection views of help} that ended without a
 * ticket, and {@linkplain io.cxmetrics.support.selfservice.BotContainment conversations with a bot}.
 */
@NullMarked
package io.cxmetrics.support.selfservice;

import org.jspecify.annotations.NullMarked;
