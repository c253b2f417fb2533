/**
 * Every metric as data: what it is called, what it counts, in which unit, whether more is better, and how systems
 * differ.
 *
 * <p>{@link io.cxmetrics.catalogue.Catalogue} finds a metric by its id. Pages, help texts and reports take their words
 * from here.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
