/** Customers who buy when they like and leave without a word: who is still there, and how often they will buy again. */
@NullMarked
package io.cxmetrics.models.purchase;

import org.jspecify.annotations.NullMarked;
