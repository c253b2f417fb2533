package io.cxmetrics.spark.catalyst;

import io.cxmetrics.spark.catalogue.Answer;
import io.cxmetrics.spark.catalogue.Answers;
import io.cxmetrics.spark.catalogue.Family;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Shape;
import io.cxmetrics.spark.catalogue.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Concat;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.RaiseError;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What the counters of a group come to.
 *
 * @param function the function
 * @param counters gives a counter
 * @param confidence the level of intervals
 */
record Finish(MetricFunction function, Function<String, Expression> counters, Expression confidence) {

    Expression expression() {
        Answer answer = function.answer();
        if (answer == null) {
            return struct();
        }
        return function.shape() == Shape.STRICT ? strict(answer) : answer(answer);
    }

    private Expression answer(Answer answer) {
        List<Expression> arguments = new ArrayList<>();
        answer.slots().forEach(slot -> arguments.add(counters.apply(slot)));
        if (answer.confident()) {
            arguments.add(confidence);
        }
        return Scala.invoke(Answers.class, answer.method(), DataTypes.DoubleType, arguments, true);
    }

    private Expression struct() {
        List<Expression> fields = new ArrayList<>();
        for (Slot slot : function.family().slots()) {
            fields.add(text(slot.name()));
            fields.add(counters.apply(slot.name()));
        }
        if (function.shape() == Shape.SUMMARY) {
            for (Answer answer : function.family().answers()) {
                fields.add(text(answer.name()));
                fields.add(answer(answer));
            }
        }
        return new CreateNamedStruct(Scala.seq(fields));
    }

    private Expression strict(Answer answer) {
        Expression invalid = counters.apply(Family.INVALID);
        Expression message = new Concat(Scala.seq(List.of(
                text(function.name() + ": " + function.family().rule() + ", got "),
                new Cast(invalid, DataTypes.StringType, scala.Option.empty()),
                text(" outside"))));
        Expression refusal = new Cast(new RaiseError(message), DataTypes.DoubleType, scala.Option.empty());
        return new If(new LessThan(new Literal(0L, DataTypes.LongType), invalid), refusal, answer(answer));
    }

    private static Expression text(String words) {
        return new Literal(UTF8String.fromString(words), DataTypes.StringType);
    }
}
