/** What customers will spend: a model of the amount of a purchase, and purchases times amount as lifetime value. */
@NullMarked
package io.cxmetrics.models.value;

import org.jspecify.annotations.NullMarked;
