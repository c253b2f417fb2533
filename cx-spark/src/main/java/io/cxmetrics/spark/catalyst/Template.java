package io.cxmetrics.spark.catalyst;

import java.util.List;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import scala.PartialFunction;

/**
 * An expression as text, with {@code _1}, {@code _2} for what a call gives.
 *
 * @param text the expression
 */
record Template(String text) {

    Expression with(List<Expression> arguments) {
        Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(text);
        return parsed.transformUp(PartialFunction.fromFunction(node -> replaced(node, arguments)));
    }

    private static Expression replaced(Expression node, List<Expression> arguments) {
        if (node instanceof UnresolvedAttribute name && name.name().startsWith("_")) {
            return arguments.get(Integer.parseInt(name.name().substring(1)) - 1);
        }
        return node;
    }
}
