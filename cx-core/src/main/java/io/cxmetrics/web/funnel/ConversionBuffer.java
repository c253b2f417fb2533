package io.cxmetrics.web.funnel;

import io.cxmetrics.MoneyUnit;
import org.jspecify.annotations.Nullable;

/** A conversion while it is counted, a unit at a time. */
final class ConversionBuffer {

    private final ConversionUnit unit;
    private final @Nullable MoneyUnit money;
    private long units;
    private long converted;
    private long conversions;
    private long revenue;
    private boolean amounts;

    ConversionBuffer(ConversionUnit unit, @Nullable MoneyUnit money) {
        this.unit = unit;
        this.money = money;
    }

    void add(long unitConversions, long unitRevenue) {
        units++;
        converted += unitConversions > 0 ? 1 : 0;
        conversions = Math.addExact(conversions, unitConversions);
        revenue = Math.addExact(revenue, unitRevenue);
        amounts |= unitRevenue != 0;
    }

    ConversionBuffer join(ConversionBuffer other) {
        units += other.units;
        converted += other.converted;
        conversions = Math.addExact(conversions, other.conversions);
        revenue = Math.addExact(revenue, other.revenue);
        amounts |= other.amounts;
        return this;
    }

    /** Units that brought nothing have no unit of money. */
    Conversion finish() {
        return new Conversion(unit, units, converted, conversions, revenue, amounts ? money : null, 0);
    }

    /** The conversion of amounts all of which named their unit. */
    Conversion finish(long duplicates) {
        return new Conversion(unit, units, converted, conversions, revenue, money, duplicates);
    }
}
