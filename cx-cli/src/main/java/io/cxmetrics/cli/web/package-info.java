/** What is asked of the events of a site, an app or a shop: who came, what they saw, and what came of it. */
@NullMarked
package io.cxmetrics.cli.web;

import org.jspecify.annotations.NullMarked;
