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
     * @throws IllegalArgumentException if the session is a client of Spark Connect: register them where its server
     *     starts
     */
    public static void register(SparkSession session) {
        String type = session.getClass().getName();
        // By its name, for a client does not have the classes of the session to compare it with.
        if (type.startsWith("org.apache.spark.sql.connect.")) {
            throw new IllegalArgumentException(
                    "session must run in this JVM, got " + type + "; set spark.sql.extensions on the server instead");
        }
        NativeFunction.register(session);
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
