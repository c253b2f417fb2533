package io.cxmetrics.cli;

import io.cxmetrics.report.Terminal;
import java.io.InputStream;

/**
 * What the command is run in.
 *
 * @param in standard input
 * @param terminal whether a person is looking
 */
record Surroundings(InputStream in, Terminal terminal) {}
