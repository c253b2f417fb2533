/**
 * {@linkplain io.cxmetrics.web.visitor.UniqueVisitors Unique visitors}, exact and
 * {@linkplain io.cxmetrics.web.visitor.VisitorSketch sketched}, new and returning visitors, and logins.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web.visitor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
