/**
 * What people use: features, clicks, scrolling, and engagement with posts.
 */
@NullMarked
package io.cxmetrics.web.usage;

import org.jspecify.annotations.NullMarked;
