/** Options that commands ask for, by subject: a command has only those that it uses. */
@NullMarked
package io.cxmetrics.cli.option;

import org.jspecify.annotations.NullMarked;
