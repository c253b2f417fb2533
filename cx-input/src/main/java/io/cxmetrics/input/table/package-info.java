/** Rows of named fields out of text: CSV, JSON, JSON lines and access logs, behind one interface. */
@NullMarked
package io.cxmetrics.input.table;

import org.jspecify.annotations.NullMarked;
