/** Rows of a file put into groups, with what was left out of each. */
@NullMarked
package io.cxmetrics.cli.group;

import org.jspecify.annotations.NullMarked;
