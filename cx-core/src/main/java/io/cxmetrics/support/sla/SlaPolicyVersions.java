package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The versions of a service level: which promises were in force when it was applied.
 *
 * <p><b>Rule.</b> For each metric and priority the newest promise updated at or before the application. A version thus
 * changes the promises it names and leaves the others in force. Versions may be given in any order.
 *
 * <p>Immutable and thread-safe. Keeps a table for look-ups in logarithmic time; each version added copies it.
 *
 * <pre>{@code
 * Instant january = Instant.parse("2026-01-01T00:00:00Z");
 * Instant june = Instant.parse("2026-06-01T00:00:00Z");
 * SlaPolicyVersions gold = SlaPolicyVersions.of("Gold")
 *         .with(january, new SlaTarget(SlaMetric.FIRST_REPLY, "normal", Duration.ofHours(8), true))
 *         .with(june, new SlaTarget(SlaMetric.FIRST_REPLY, "normal", Duration.ofHours(6), true));
 * gold.target(SlaMetric.FIRST_REPLY, "normal", june.minusSeconds(1)).orElseThrow().target(); // PT8H
 * gold.target(SlaMetric.FIRST_REPLY, "", june).orElseThrow().target(); // PT6H
 * gold.target(SlaMetric.FIRST_REPLY, "urgent", june); // Optional.empty
 * gold.at(january.minusSeconds(1)).targets(); // []
 * }</pre>
 *
 * @since 0.1
 */
public final class SlaPolicyVersions implements Serializable {

    private static final long serialVersionUID = 1;

    /** What a promise is for. */
    private record Key(SlaMetric metric, String priority) implements Comparable<Key>, Serializable {
        @Override
        public int compareTo(Key other) {
            int byMetric = metric.compareTo(other.metric);
            return byMetric != 0 ? byMetric : priority.compareTo(other.priority);
        }
    }

    private final String policy;
    private final String blankPriority;
    /** In order, so that equal versions give equal policies. */
    private final SortedMap<Key, NavigableMap<Instant, SlaTarget>> targets;

    private SlaPolicyVersions(
            String policy, String blankPriority, SortedMap<Key, NavigableMap<Instant, SlaTarget>> targets) {
        this.policy = requireNonNull(policy, "policy");
        this.blankPriority = SlaDefinition.requireNotBlank(blankPriority);
        this.targets = targets;
    }

    /**
     * Returns a policy without versions yet. No priority is read as {@code normal}.
     *
     * @param policy the name of the policy
     * @return the versions, to add to
     */
    public static SlaPolicyVersions of(String policy) {
        return new SlaPolicyVersions(policy, SlaDefinition.BLANK_PRIORITY, new TreeMap<>());
    }

    /**
     * Returns these versions with another priority in place of none.
     *
     * @param priority the priority that a ticket without any is read as, not blank
     * @return the versions
     * @throws IllegalArgumentException if it is blank
     */
    public SlaPolicyVersions withBlankPriority(String priority) {
        return new SlaPolicyVersions(policy, priority, targets);
    }

    /**
     * Returns these versions and one more.
     *
     * @param updated from when on its promises are in force
     * @param changed its promises
     * @return the versions
     * @throws IllegalArgumentException if there is another promise already for the same metric, priority and time
     */
    public SlaPolicyVersions with(Instant updated, SlaTarget... changed) {
        return with(updated, Arrays.asList(changed));
    }

    /**
     * Returns these versions and one more.
     *
     * @param updated from when on its promises are in force
     * @param changed its promises
     * @return the versions
     * @throws IllegalArgumentException if there is another promise already for the same metric, priority and time
     */
    public SlaPolicyVersions with(Instant updated, List<SlaTarget> changed) {
        SortedMap<Key, NavigableMap<Instant, SlaTarget>> all = new TreeMap<>();
        targets.forEach((key, versions) -> all.put(key, new TreeMap<>(versions)));
        for (SlaTarget target : changed) {
            SlaTarget other = all.computeIfAbsent(new Key(target.metric(), target.priority()), key -> new TreeMap<>())
                    .putIfAbsent(updated, target);
            if (other != null && !other.equals(target)) {
                throw new IllegalArgumentException("targets must be one for each metric, priority and time, got "
                        + other.target() + " and " + target.target() + " for " + target.metric() + " and "
                        + target.priority() + " at " + updated);
            }
        }
        return new SlaPolicyVersions(policy, blankPriority, all);
    }

    /**
     * Returns the promise in force.
     *
     * @param metric the metric
     * @param priority the priority of the ticket; blank for none
     * @param applied when the policy was applied to the ticket
     * @return the newest promise updated by then, itself included; nothing if none was made
     */
    public Optional<SlaTarget> target(SlaMetric metric, String priority, Instant applied) {
        NavigableMap<Instant, SlaTarget> versions =
                targets.get(new Key(metric, SlaDefinition.orDefault(priority, blankPriority)));
        return Optional.ofNullable(versions)
                .map(some -> some.floorEntry(applied))
                .map(Map.Entry::getValue);
    }

    /**
     * Returns the policy as it was in force, to be applied to a ticket.
     *
     * @param applied when it is applied
     * @return the policy with the newest promise for each metric and priority; without any before the first version
     */
    public SlaPolicy at(Instant applied) {
        List<SlaTarget> inForce = new ArrayList<>();
        for (Key key : targets.keySet()) {
            target(key.metric, key.priority, applied).ifPresent(inForce::add);
        }
        return new SlaPolicy(policy, inForce);
    }

    /**
     * Returns the name.
     *
     * @return the name of the policy
     */
    public String policy() {
        return policy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlaPolicyVersions that
                && policy.equals(that.policy)
                && blankPriority.equals(that.blankPriority)
                && targets.equals(that.targets);
    }

    @Override
    public int hashCode() {
        return 31 * policy.hashCode() + targets.hashCode();
    }

    /**
     * Returns the name and how many promises there are.
     *
     * @return such as {@code SlaPolicyVersions[Gold, 2 promises]}
     */
    @Override
    public String toString() {
        int count = targets.values().stream().mapToInt(Map::size).sum();
        return "SlaPolicyVersions[" + policy + ", " + count + " promises]";
    }

    private Object writeReplace() {
        List<Instant> updated = new ArrayList<>();
        List<SlaTarget> all = new ArrayList<>();
        for (NavigableMap<Instant, SlaTarget> versions : targets.values()) {
            updated.addAll(versions.keySet());
            all.addAll(versions.values());
        }
        return new Written(policy, blankPriority, updated, all);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(String policy, String blankPriority, List<Instant> updated, List<SlaTarget> targets)
            implements Serializable {

        private Object readResolve() {
            if (updated.size() != targets.size()) {
                throw new IllegalArgumentException(
                        "updated must have as many entries as targets (" + targets.size() + "), got " + updated.size());
            }
            SlaPolicyVersions versions = of(policy).withBlankPriority(blankPriority);
            for (int i = 0; i < updated.size(); i++) {
                versions = versions.with(updated.get(i), targets.get(i));
            }
            return versions;
        }
    }
}
