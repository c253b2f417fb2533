package io.cxmetrics.report.web;

import io.cxmetrics.input.web.ByItem;
import io.cxmetrics.input.web.ItemUse;
import io.cxmetrics.report.Figures;
import io.cxmetrics.web.usage.ClickThrough;
import io.cxmetrics.web.usage.FeatureCounts;
import io.cxmetrics.web.usage.FeatureUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was clicked, shared and used.
 *
 * @since 0.1
 */
public final class UseFigures {

    private UseFigures() {}

    /**
     * Returns the figures of what was shown and clicked.
     *
     * @param confidence the level of intervals
     * @return the figures, a line for each item
     */
    public static ItemFigures<ByItem<ClickThrough>, ClickThrough> clicks(double confidence) {
        Figures<ClickThrough> item = Figures.of(ClickThrough.class)
                .count("impressions", "impressions", ClickThrough::impressions)
                .count("clicks", "clicks", ClickThrough::clicks)
                .count("pairs_shown", "pairs shown", ClickThrough::pairsShown)
                .count("pairs_clicked", "pairs clicked", ClickThrough::pairsClicked)
                .number(
                        "unique_rate",
                        "unique CTR %",
                        1,
                        clicks -> clicks.unique().percent())
                .headline(0, 100)
                .and(Shares.interval("low", "high", confidence, ClickThrough::unique))
                .percent("total_rate", "total CTR %", ClickThrough::total)
                .count("unseen_clicks", "unseen clicks", ClickThrough::unseenClicks)
                .withColumns("impressions", "clicks", "unique_rate", "low", "total_rate", "unseen_clicks");
        return new ItemFigures<>(
                "item",
                "click-through: pairs of visitor and item clicked out of those shown; all clicks by all impressions",
                item.from(ByItem::all),
                item,
                ByItem::items,
                clicks -> clicks.impressions() + clicks.clicks());
    }

    /**
     * Returns the figures of what was shared, liked and mentioned.
     *
     * @return the figures, a line for each item
     */
    public static ItemFigures<ByItem<ItemUse.Social>, ItemUse.Social> social() {
        Figures<ItemUse.Social> item = Figures.of(ItemUse.Social.class)
                .count(
                        "impressions",
                        "impressions",
                        social -> social.engagement().impressions())
                .count("reach", "reach", ItemUse.Social::reach)
                .count("shares", "shares", social -> social.engagement().shares())
                .count("likes", "likes", social -> social.engagement().likes())
                .count("mentions", "mentions", social -> social.engagement().mentions())
                .count(
                        "engagements",
                        "engagements",
                        social -> social.engagement().engagements())
                .number(
                        "per_impression",
                        "per impression %",
                        2,
                        social -> 100 * social.engagement().perImpression())
                .number(
                        "per_reach",
                        "per reach %",
                        2,
                        social -> 100 * social.engagement().perReach(social.reach()))
                .withColumns("impressions", "reach", "shares", "likes", "mentions", "per_impression", "per_reach");
        return new ItemFigures<>(
                "item",
                "shares, likes and mentions by impressions, and by the visitors something was shown to",
                item.from(ByItem::all),
                item,
                ByItem::items,
                social ->
                        social.engagement().impressions() + social.engagement().engagements());
    }

    /**
     * One feature of all that are used.
     *
     * @param usage the use of all
     * @param name the feature
     */
    public record Feature(FeatureUsage usage, String name) {

        private FeatureCounts counts() {
            return usage.feature(name);
        }
    }

    /**
     * Returns the figures of features.
     *
     * @param confidence the level of intervals
     * @return the figures, a line for each feature
     */
    public static ItemFigures<FeatureUsage, Feature> features(double confidence) {
        Figures<FeatureUsage> all = Figures.of(FeatureUsage.class)
                .count("active_users", "active", FeatureUsage::activeUsers)
                .count("sessions", "sessions", FeatureUsage::sessions)
                .count("users", "users", FeatureUsage::users)
                .count("features", "features", usage -> usage.features().size())
                .count("uses", "uses", FeatureUsage::uses)
                .number("breadth", "features/visitor", 2, FeatureUsage::breadth)
                .withColumns("uses", "users", "breadth");
        Figures<Feature> each = Figures.of(Feature.class)
                .count("uses", "uses", feature -> feature.counts().uses())
                .count("users", "users", feature -> feature.counts().users())
                .number(
                        "adoption",
                        "adoption %",
                        1,
                        feature -> feature.usage().adoption(feature.name()).percent())
                .headline(0, 100)
                .and(Shares.interval(
                        "low", "high", confidence, feature -> feature.usage().adoption(feature.name())))
                .count("feature_sessions", "", feature -> feature.counts().sessions())
                .number(
                        "session_share",
                        "of sessions %",
                        1,
                        feature -> feature.usage().sessionShare(feature.name()).percent())
                .number("depth", "uses/user", 2, feature -> feature.counts().depth())
                .number("frequency", "", 2, feature -> feature.counts().frequency())
                .number("breadth", "features/visitor", 2, feature -> Double.NaN)
                .withColumns("uses", "users", "adoption", "low", "session_share", "depth", "breadth");
        return new ItemFigures<>(
                "feature",
                "visitors who used a feature out of all active ones; sessions with it; uses by those who use it",
                all,
                each,
                UseFigures::featuresOf,
                feature -> feature.counts().uses());
    }

    private static Map<String, Feature> featuresOf(FeatureUsage usage) {
        Map<String, Feature> features = new TreeMap<>();
        List<String> names = new ArrayList<>(usage.features().keySet());
        names.forEach(name -> features.put(name, new Feature(usage, name)));
        return features;
    }
}
