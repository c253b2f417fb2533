/** Parametric survival: how long until an event, in a formula that also speaks beyond the data. */
@NullMarked
package io.cxmetrics.models.survival;

import org.jspecify.annotations.NullMarked;
