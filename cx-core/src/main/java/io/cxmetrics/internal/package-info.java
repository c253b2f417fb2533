/** What several rooms share and nobody outside sees: checks of arguments, and critical values. */
@NullMarked
package io.cxmetrics.internal;

import org.jspecify.annotations.NullMarked;
