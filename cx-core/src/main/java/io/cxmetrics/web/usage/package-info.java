/**
 * Use of a site or an app: features, clicks, scrolling, and engagement with posts.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web.usage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
