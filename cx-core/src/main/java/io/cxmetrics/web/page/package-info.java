/**
 * Pages of a site: views, entrances and exits, the time that a view took, and the ways from page to page.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
