/** What the command is run in: how it ends, how far it is, and whether its output arrives. */
@NullMarked
package io.cxmetrics.cli.console;

import org.jspecify.annotations.NullMarked;
