/** Files of tickets, one row each or one for each change, read into tickets and folded into the summaries of support. */
@NullMarked
package io.cxmetrics.input.support;

import org.jspecify.annotations.NullMarked;
