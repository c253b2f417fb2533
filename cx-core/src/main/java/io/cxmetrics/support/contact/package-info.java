/**
 * How many contacts it took: {@linkplain io.cxmetrics.support.contact.FirstContact first contact resolution}, reopens,
 * touches, repeat contacts, handle time, and satisfaction with tickets.
 */
@NullMarked
package io.cxmetrics.support.contact;

import org.jspecify.annotations.NullMarked;
