package io.cxmetrics.survey.journey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.survey.RatingScale;
import org.jspecify.annotations.Nullable;

/** Folds journeys into {@link Milestones}, one customer at a time. */
record MilestonesAggregation(MilestoneDefinition definition) implements Aggregation<Journey, long[], Milestones> {

    private MilestoneCounts places() {
        return new MilestoneCounts(definition.milestones().size());
    }

    @Override
    public long[] zero() {
        return new long[places().length()];
    }

    @Override
    public long[] add(long[] state, Journey journey) {
        check(journey);
        MilestoneCounts places = places();
        state[MilestoneCounts.CUSTOMERS]++;
        state[MilestoneCounts.REPEATED] += journey.repeated();
        boolean wasReached = false;
        Integer bucketBefore = null;
        for (int i = 0; i < places.milestones(); i++) {
            String name = definition.milestones().get(i);
            boolean reached = journey.reached().contains(name);
            Integer bucket = bucket(journey.ratings().get(name));
            if (reached) {
                state[places.reached(i)]++;
            }
            if (reached && wasReached) {
                state[places.continued(i - 1)]++;
            }
            if (bucket != null) {
                state[places.answers(i, bucket)]++;
            }
            if (bucket != null && bucketBefore != null) {
                state[places.joint(i - 1, bucketBefore, bucket)]++;
            }
            wasReached = reached;
            bucketBefore = bucket;
        }
        return state;
    }

    /** Refuses a journey before any part of it is counted. */
    private void check(Journey journey) {
        journey.reached().forEach(definition::index);
        RatingScale scale = definition.boxes().scale();
        journey.ratings().forEach((milestone, rating) -> {
            if (!scale.contains(rating)) {
                throw new IllegalArgumentException("rating must be in [" + scale.min() + ", " + scale.max() + "], got "
                        + rating + " at milestone " + milestone);
            }
        });
    }

    private @Nullable Integer bucket(@Nullable Integer rating) {
        return rating == null ? null : definition.boxes().bucket(rating);
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        return Counts.merge(left, right);
    }

    @Override
    public Milestones finish(long[] state) {
        return Milestones.ofCounts(definition, state.clone());
    }
}
