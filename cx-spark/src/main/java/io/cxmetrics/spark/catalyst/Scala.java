package io.cxmetrics.spark.catalyst;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.types.DataType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The few Scala forms that Catalyst asks for. */
final class Scala {

    private Scala() {}

    static <T> Seq<T> seq(List<? extends T> list) {
        return CollectionConverters.<T>asScala(List.<T>copyOf(list)).toSeq();
    }

    static <T> List<T> list(scala.collection.Seq<T> seq) {
        return CollectionConverters.asJava(seq);
    }

    /** Returns a call of a public static method; null where an argument is, and where a boxed result is. */
    static Expression invoke(Class<?> owner, String method, DataType type, List<Expression> arguments, boolean boxed) {
        return new StaticInvoke(owner, type, method, seq(arguments), seq(List.of()), true, boxed, true, Option.empty());
    }
}
