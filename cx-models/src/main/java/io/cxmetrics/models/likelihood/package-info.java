/** The search for the parameters that make data most likely, and what it leaves uncertain. Not exported. */
@NullMarked
package io.cxmetrics.models.likelihood;

import org.jspecify.annotations.NullMarked;
