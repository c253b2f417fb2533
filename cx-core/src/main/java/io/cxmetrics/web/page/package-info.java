/**
 * Pages of a site: views, entrances and exits, the time that a view took, and the ways from page to page.
 */
@NullMarked
package io.cxmetrics.web.page;

import org.jspecify.annotations.NullMarked;
