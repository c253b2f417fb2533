package io.cxmetrics.web.funnel;

/** A conversion while it is counted, a unit at a time. */
final class ConversionBuffer {

    private final ConversionUnit unit;
    private long units;
    private long converted;
    private long conversions;
    private long revenue;

    ConversionBuffer(ConversionUnit unit) {
        this.unit = unit;
    }

    void add(long unitConversions, long unitRevenue) {
        units++;
        converted += unitConversions > 0 ? 1 : 0;
        conversions = Math.addExact(conversions, unitConversions);
        revenue = Math.addExact(revenue, unitRevenue);
    }

    ConversionBuffer join(ConversionBuffer other) {
        units += other.units;
        converted += other.converted;
        conversions = Math.addExact(conversions, other.conversions);
        revenue = Math.addExact(revenue, other.revenue);
        return this;
    }

    Conversion finish() {
        return new Conversion(unit, units, converted, conversions, revenue);
    }
}
