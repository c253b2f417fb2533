package io.cxmetrics.spark.transform;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns of a caller, with their types checked: Spark would cast where it is wrong to. */
final class Columns {

    private Columns() {}

    /** Returns a column of instants. */
    static Column time(Dataset<Row> rows, String role, String name) {
        return checked(rows, role, name, "a TIMESTAMP", List.of(DataTypes.TimestampType));
    }

    /** Returns a column of whole numbers as bigint. */
    static Column whole(Dataset<Row> rows, String role, String name) {
        return checked(
                        rows,
                        role,
                        name,
                        "an integral number",
                        List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType))
                .cast(DataTypes.LongType);
    }

    /** Returns a column of text. */
    static Column text(Dataset<Row> rows, String role, String name) {
        return checked(rows, role, name, "a STRING", List.of(DataTypes.StringType));
    }

    /** Returns a column of flags. */
    static Column flag(Dataset<Row> rows, String role, String name) {
        return checked(rows, role, name, "a BOOLEAN", List.of(DataTypes.BooleanType));
    }

    /** Returns columns of anything. */
    static Column[] all(String... names) {
        return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
    }

    private static Column checked(Dataset<Row> rows, String role, String name, String wanted, List<DataType> allowed) {
        Column column = functions.col(name);
        DataType type = rows.select(column).schema().apply(0).dataType();
        if (!allowed.contains(type)) {
            throw new IllegalArgumentException(role + " must be " + wanted + ", got " + name + " of " + type.sql());
        }
        return column;
    }
}
