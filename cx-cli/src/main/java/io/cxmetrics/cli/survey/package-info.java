/** Survey files into survey metrics: which rows count where, and what is printed of each group. */
@NullMarked
package io.cxmetrics.cli.survey;

import org.jspecify.annotations.NullMarked;
