package io.cxmetrics.survey.journey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The journey of one customer: which milestones they reached, and how they rated those where they answered. It is the
 * input of {@link Milestones}.
 *
 * <p>A customer who rates one milestone more than once counts with the lowest rating, whatever the order; the other
 * ratings are counted as repeated.
 *
 * <pre>{@code
 * Journey ann = Journey.EMPTY.withReached("sign-up").withRating("delivery", 4).withRating("delivery", 2);
 * ann.ratings(); // {delivery=2}
 * ann.reached().size(); // 2
 * ann.repeated(); // 1
 * }</pre>
 *
 * @param reached the milestones that the customer reached
 * @param ratings the rating at each milestone where the customer answered; each of them is reached
 * @param repeated how many ratings were passed over, because the customer had rated the milestone already
 * @since 0.1
 */
public record Journey(Set<String> reached, Map<String, Integer> ratings, long repeated) implements Serializable {

    /** No milestone was reached. */
    public static final Journey EMPTY = new Journey(Set.of(), Map.of(), 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a milestone is rated and not reached, or {@code repeated} is negative
     */
    public Journey {
        reached = Set.copyOf(reached);
        ratings = Map.copyOf(ratings);
        Checks.notNegative("repeated", repeated);
        if (!reached.containsAll(ratings.keySet())) {
            throw new IllegalArgumentException(
                    "ratings must be at milestones that are reached " + reached + ", got " + ratings.keySet());
        }
    }

    /**
     * Returns the journey with one more milestone reached.
     *
     * @param milestone the milestone
     * @return the journey
     */
    public Journey withReached(String milestone) {
        Set<String> more = new HashSet<>(reached);
        more.add(requireNonNull(milestone, "milestone"));
        return new Journey(more, ratings, repeated);
    }

    /**
     * Returns the journey with one more milestone rated, and so reached.
     *
     * @param milestone the milestone
     * @param rating the rating
     * @return the journey
     */
    public Journey withRating(String milestone, int rating) {
        return plus(new Journey(Set.of(milestone), Map.of(milestone, rating), 0));
    }

    /** Joins two parts of the journey of one customer. */
    Journey plus(Journey other) {
        Set<String> everywhere = new HashSet<>(reached);
        everywhere.addAll(other.reached);
        Map<String, Integer> lowest = new HashMap<>(ratings);
        other.ratings.forEach((milestone, rating) -> lowest.merge(milestone, rating, Math::min));
        long passedOver = (long) ratings.size() + other.ratings.size() - lowest.size();
        return new Journey(everywhere, lowest, Math.addExact(Math.addExact(repeated, other.repeated), passedOver));
    }
}
