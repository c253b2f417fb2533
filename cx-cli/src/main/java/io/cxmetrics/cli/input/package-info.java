/** Reading files as they are: plain or compressed, well formed or not, with every row accounted for. */
@NullMarked
package io.cxmetrics.cli.input;

import org.jspecify.annotations.NullMarked;
