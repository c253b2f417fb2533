package io.cxmetrics.catalogue;

import static io.cxmetrics.catalogue.Direction.HIGHER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.LOWER_IS_BETTER;
import static io.cxmetrics.catalogue.Direction.NEITHER;
import static io.cxmetrics.catalogue.MetricUnit.COUNT;
import static io.cxmetrics.catalogue.MetricUnit.MONEY;
import static io.cxmetrics.catalogue.MetricUnit.RATIO;

import io.cxmetrics.catalogue.Metric.Entry;
import java.util.List;

/** Metrics of the worth of customers. */
final class ValueMetrics {

    private static final String UNIT_ECONOMICS = "D. Skok, SaaS Metrics 2.0";
    private static final String UNIT_ECONOMICS_LINK = "https://www.forentrepreneurs.com/saas-metrics-2/";

    private ValueMetrics() {}

    private static Entry metric(String id, String title) {
        return Metric.of(MetricFamily.VALUE, id, title);
    }

    static List<Metric> all() {
        return List.of(
                metric("lifetime-value", "Customer lifetime value (CLV)")
                        .types("LifetimeValue", "SubscriberBase")
                        .unit(MONEY, HIGHER_IS_BETTER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "What a customer under contract is worth from now on, discounted, at constant churn.",
                                "margin (1 + d) / (1 + d - r), with discount d and retention r")
                        .variant("FIRST_NOW", "the first payment comes now and is included")
                        .variant("FIRST_EXCLUDED", "margin r / (1 + d - r)", "Gupta and Lehmann")
                        .variant("PERIOD_END", "margin / (1 + d - r)")
                        .source(
                                "S. Gupta, D. Lehmann, J. Stuart, Valuing Customers, J. Marketing Research 41 (2004)",
                                "https://doi.org/10.1509/jmkr.41.1.7.25084"),
                metric("historic-value", "Historic customer value")
                        .types("HistoricValue")
                        .unit(MONEY, HIGHER_IS_BETTER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "What customers have paid so far less what they got back, for each customer.",
                                "(gross - refunds) / customers")
                        .source("Fivetran, dbt_shopify", "https://github.com/fivetran/dbt_shopify"),
                metric("purchase-history", "Recency, frequency and monetary value")
                        .types("PurchaseHistory")
                        .unit(COUNT, NEITHER)
                        .means(
                                "For each customer the repeat purchases x, the time t_x of the last, and the observed "
                                        + "time T.",
                                "x = purchase periods - 1; t_x = last - first; T = end - first")
                        .source(
                                "P. Fader, B. Hardie, K. Lee, Counting Your Customers the Easy Way, Marketing Science "
                                        + "24 (2005)",
                                "https://doi.org/10.1287/mksc.1040.0098"),
                metric("rfm-score", "RFM scores and segments")
                        .types("RfmScores", "RfmProfile")
                        .unit(COUNT, NEITHER)
                        .means(
                                "How many customers stand in each class of recency, frequency and monetary value.",
                                "quantile class of each of the three, from 1 to 5")
                        .source(
                                "J. Bult, T. Wansbeek, Optimal Selection for Direct Mail, Marketing Science 14 (1995)",
                                "https://doi.org/10.1287/mksc.14.4.378"),
                metric("acquisition-cost", "Customer acquisition cost (CAC)")
                        .types("AcquisitionCost")
                        .unit(MONEY, LOWER_IS_BETTER)
                        .means(
                                "What it cost to win a new paying customer: paid, fully loaded or blended.",
                                "spend / new customers")
                        .variant("paid", "media spend / customers won by paid channels")
                        .variant("loaded", "media, people and tools / customers won by paid channels")
                        .variant("blended", "all spend / all new customers")
                        .source(UNIT_ECONOMICS, UNIT_ECONOMICS_LINK),
                metric("cac-payback", "CAC payback")
                        .types("UnitEconomics")
                        .unit(RATIO, LOWER_IS_BETTER)
                        .means(
                                "How many months of margin pay for the acquisition of a customer.",
                                "acquisition cost / (monthly revenue per account x gross margin)")
                        .source(UNIT_ECONOMICS, UNIT_ECONOMICS_LINK),
                metric("ltv-cac-ratio", "LTV to CAC")
                        .types("UnitEconomics")
                        .unit(RATIO, HIGHER_IS_BETTER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "The lifetime value on margin for each unit of acquisition cost.",
                                "lifetime value / acquisition cost")
                        .source(UNIT_ECONOMICS, UNIT_ECONOMICS_LINK),
                metric("cost-to-serve", "Cost to serve and return rate")
                        .types("CostToServe")
                        .unit(MONEY, LOWER_IS_BETTER)
                        .means(
                                "What serving customers costs, for each of them and for each order; the share of "
                                        + "orders returned.",
                                "cost / customers; cost / orders; returned orders / orders")
                        .source(UNIT_ECONOMICS, UNIT_ECONOMICS_LINK),
                metric("experience-value", "Value by experience")
                        .types("ExperienceValue", "ExperienceGroup")
                        .unit(MONEY, HIGHER_IS_BETTER)
                        .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .means(
                                "What customers with a good experience spend and stay more than those with a poor one.",
                                "spend per customer and retention, by band of the score")
                        .source(
                                "P. Kriss, The Value of Customer Experience, Quantified, HBR 2014",
                                "https://hbr.org/2014/08/the-value-of-customer-experience-quantified"));
    }
}
