package io.cxmetrics.spark.catalyst;

import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Signature;
import io.cxmetrics.spark.catalogue.Slot;
import io.cxmetrics.spark.catalogue.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * Any function of the catalogue as a native aggregate: a buffer of plain numbers that generated code counts in, and a
 * call of cx-core once for each group. FILTER, DISTINCT, OVER and streams come with it.
 */
final class CountingAggregate extends DeclarativeAggregate {

    private static final long serialVersionUID = 1;

    private final MetricFunction function;
    private final Seq<Expression> children;
    private final List<AttributeReference> counters = new ArrayList<>();

    CountingAggregate(MetricFunction function, Seq<Expression> children) {
        this.function = function;
        this.children = children;
        for (Slot slot : function.slots()) {
            counters.add(new AttributeReference(
                    slot.name(),
                    CatalystDialect.type(slot),
                    slot.start() == null,
                    Metadata.empty(),
                    NamedExpression.newExprId(),
                    Scala.seq(List.of())));
        }
    }

    private Arguments arguments() {
        return new Arguments(function, Scala.list(children));
    }

    private Expression counter(String name) {
        return named(counters, name);
    }

    private <T extends Expression> T named(List<T> all, String name) {
        List<Slot> slots = function.slots();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(name)) {
                return all.get(i);
            }
        }
        throw new IllegalStateException("counter must be one of " + function.name() + ", got " + name);
    }

    @Override
    public TypeCheckResult checkInputDataTypes() {
        return arguments()
                .refusal()
                .<TypeCheckResult>map(TypeCheckResult.TypeCheckFailure::new)
                .orElse(TypeCheckResult.TypeCheckSuccess$.MODULE$);
    }

    @Override
    public Seq<AttributeReference> aggBufferAttributes() {
        return Scala.seq(counters);
    }

    @Override
    public Seq<Expression> initialValues() {
        CatalystDialect dialect = dialect(this::counter);
        return Scala.seq(function.slots().stream()
                .map(slot -> slot.start() == null
                        ? CatalystDialect.nothing(CatalystDialect.type(slot))
                        : slot.start().in(dialect))
                .toList());
    }

    @Override
    public Seq<Expression> updateExpressions() {
        Arguments arguments = arguments();
        Signature signature = arguments.chosen();
        CatalystDialect dialect = dialect(arguments::field);
        return Scala.seq(function.slots().stream()
                .map(slot -> signature
                        .rows()
                        .get(function.family().index(slot.name()))
                        .update()
                        .in(dialect))
                .toList());
    }

    @Override
    public Seq<Expression> mergeExpressions() {
        List<AttributeReference> other = Scala.list(inputAggBufferAttributes());
        CatalystDialect dialect = dialect(name -> named(other, name));
        return Scala.seq(function.slots().stream()
                .map(Slot::merge)
                .map((Term merge) -> merge.in(dialect))
                .toList());
    }

    private CatalystDialect dialect(Function<String, Expression> others) {
        return new CatalystDialect(index -> arguments().argument(index), this::counter, others);
    }

    @Override
    public Expression evaluateExpression() {
        return new Finish(function, this::counter, arguments().level()).expression();
    }

    @Override
    public DataType dataType() {
        return function.answer() == null ? evaluateExpression().dataType() : DataTypes.DoubleType;
    }

    @Override
    public boolean nullable() {
        return function.answer() != null;
    }

    @Override
    public Seq<Expression> children() {
        return children;
    }

    @Override
    public Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
        return new CountingAggregate(function, newChildren);
    }

    @Override
    public String prettyName() {
        return function.name();
    }

    @Override
    public int productArity() {
        return 2;
    }

    @Override
    public Object productElement(int index) {
        return index == 0 ? function : children;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CountingAggregate;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountingAggregate that
                && function.name().equals(that.function.name())
                && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return 31 * function.name().hashCode() + children.hashCode();
    }
}
