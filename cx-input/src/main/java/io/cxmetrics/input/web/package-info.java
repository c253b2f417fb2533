/** Events and requests of sites, apps and shops: read from tables and logs, cut into sessions, and summed up by group. */
@NullMarked
package io.cxmetrics.input.web;

import org.jspecify.annotations.NullMarked;
