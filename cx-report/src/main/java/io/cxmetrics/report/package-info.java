/** Results as a table for people, and as JSON and CSV for programs. */
@NullMarked
package io.cxmetrics.report;

import org.jspecify.annotations.NullMarked;
