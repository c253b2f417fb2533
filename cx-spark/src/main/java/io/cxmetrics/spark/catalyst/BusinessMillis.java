package io.cxmetrics.spark.catalyst;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.PreciseTimestampConversion;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StringType;

/** The function of open time. */
final class BusinessMillis {

    private static final String NAME = "business_millis";
    private static final String CALL = NAME + "(from, to, calendar)";

    private BusinessMillis() {}

    static NativeFunction function() {
        String usage = CALL + " - Returns the milliseconds between two timestamps in which a calendar such as "
                + "'Mon-Fri 09:00-18:00 Europe/Berlin 2026-12-25' (days and hours, a zone, holidays) is open; null "
                + "where an "
                + "argument is, where the end is before the start, and outside the years 1800 to 2399.";
        String examples = "\n    Examples:\n      > SELECT " + NAME
                + "(timestamp'2026-03-27 16:00:00Z', timestamp'2026-03-30 08:00:00Z', 'Mon-Fri 09:00-18:00 "
                + "Europe/Berlin');"
                + "\n       7200000\n  ";
        ExpressionInfo info = new ExpressionInfo(
                OpenTime.class.getName(),
                "",
                NAME,
                usage,
                "",
                examples,
                "",
                "datetime_funcs",
                "0.1.0",
                "",
                "scala_udf");
        return new NativeFunction(NAME, info, BusinessMillis::call);
    }

    private static Expression call(List<Expression> arguments) {
        if (arguments.size() != 3) {
            throw new IllegalArgumentException(
                    NAME + " must be called as " + CALL + ", got " + arguments.size() + " argument(s)");
        }
        if (!(arguments.get(2) instanceof Literal calendar)
                || !(calendar.dataType() instanceof StringType)
                || calendar.value() == null) {
            throw new IllegalArgumentException(NAME
                    + ": calendar must be a text such as 'Mon-Fri 09:00-18:00 Europe/Berlin', got " + arguments.get(2));
        }
        Literal prepared = new Literal(new OpenTime(calendar.value().toString()), ObjectType.apply(OpenTime.class));
        return Scala.invoke(
                OpenTime.class,
                "millis",
                DataTypes.LongType,
                List.of(micros(arguments.get(0)), micros(arguments.get(1)), prepared),
                true);
    }

    /** This conversion takes timestamps and nothing else, where others would cast a text or a date. */
    private static Expression micros(Expression time) {
        return new PreciseTimestampConversion(time, DataTypes.TimestampType, DataTypes.LongType);
    }
}
