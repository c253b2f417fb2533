/**
 * {@linkplain io.cxmetrics.web.visitor.UniqueVisitors Unique visitors}, exact and
 * {@linkplain io.cxmetrics.web.visitor.VisitorSketch sketched}, new and returning visitors, and logins.
 */
@NullMarked
package io.cxmetrics.web.visitor;

import org.jspecify.annotations.NullMarked;
