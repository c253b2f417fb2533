package io.cxmetrics.spark;

import io.cxmetrics.spark.catalyst.NativeFunction;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import scala.runtime.BoxedUnit;

/**
 * Registers the functions in every session. Spark finds this class by itself once the jar is on its class path, as by
 * {@code --packages} or {@code --jars}; {@code spark.sql.extensions=io.cxmetrics.spark.CxExtension} is for where it
 * does not.
 */
public final class CxExtension implements SparkSessionExtensionsProvider {

    /** Made by Spark. */
    public CxExtension() {}

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        NativeFunction.inject(extensions);
        return BoxedUnit.UNIT;
    }
}
