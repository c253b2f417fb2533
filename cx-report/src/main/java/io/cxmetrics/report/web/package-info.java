/** Figures of sessions, visitors, pages, funnels and carts. */
@NullMarked
package io.cxmetrics.report.web;

import org.jspecify.annotations.NullMarked;
