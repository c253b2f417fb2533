/**
 * What goes with an outcome: {@linkplain io.cxmetrics.compare.driver.Association correlations},
 * {@linkplain io.cxmetrics.compare.driver.RateBands outcomes by band of a score}, and
 * {@linkplain io.cxmetrics.compare.driver.KeyDrivers key drivers}. All of it is association: it says what goes together
 * in
 * the data, and not what would happen if one were changed.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare.driver;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
