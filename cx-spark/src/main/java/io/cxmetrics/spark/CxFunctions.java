package io.cxmetrics.spark;

import io.cxmetrics.spark.catalyst.NativeFunction;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The functions by name, for sessions that {@link CxExtension} did not reach.
 *
 * <p>{@code DESCRIBE FUNCTION EXTENDED nps} tells the formula of each and an example.
 */
public final class CxFunctions {

    private CxFunctions() {}

    /**
     * Registers all functions in a session that already runs.
     *
     * @param session the session, of this JVM
     * @throws IllegalArgumentException if the session is a client of Spark Connect: register them where its server starts
     */
    public static void register(SparkSession session) {
        if (!(session instanceof org.apache.spark.sql.classic.SparkSession classic)) {
            throw new IllegalArgumentException("session must run in this JVM, got "
                    + session.getClass().getName() + "; set spark.sql.extensions on the server instead");
        }
        NativeFunction.register(classic.sessionState().functionRegistry());
    }

    /**
     * Returns the names of all functions.
     *
     * @return the names as SQL knows them
     */
    public static List<String> names() {
        return NativeFunction.all().stream().map(NativeFunction::name).toList();
    }
}
