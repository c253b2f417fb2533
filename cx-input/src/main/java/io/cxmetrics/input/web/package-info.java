/** Events and requests of sites and shops: read from tables and logs, cut into sessions, and summed up by group. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
