/** The {@code cx} command: its subcommands, exit codes and launcher. */
@NullMarked
package io.cxmetrics.cli;

import org.jspecify.annotations.NullMarked;
