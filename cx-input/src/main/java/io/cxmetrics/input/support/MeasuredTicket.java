package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.field.Durations;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.support.resolution.ReplyTimes;
import io.cxmetrics.support.resolution.ReplyTimesBuffer;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.support.resolution.TimeToResolutionBuffer;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of a file that holds how long it took, instead of when: a row of many exports.
 *
 * <p>The times are as the file has them, elapsed or in business hours. A blank one is of a ticket that is still open,
 * or still unanswered: nobody knows for how long, so it counts as open for at least no time.
 *
 * <pre>{@code
 * String csv = "ticket,resolution_hours,reply_minutes\n1,2.5,15\n2,4,30\n3,,45\n";
 * Table table = Table.of(Source.of("tickets.csv", new java.io.ByteArrayInputStream(csv.getBytes())));
 * Reading<MeasuredTicket> reading = MeasuredTicket.reading(ChronoUnit.HOURS, ChronoUnit.MINUTES)
 *         .with(Roles.parse("resolution_time=resolution_hours", "reply_time=reply_minutes"));
 * SupportSummary summary = reading.fold(table, MeasuredTicket.aggregation()).result();
 * summary.resolution(); // TimeToResolution[resolved=2, open=1, left out=0]
 * summary.resolution().mean(ChronoUnit.HOURS); // 3.25
 * summary.replies().firstReply().mean(ChronoUnit.MINUTES); // 30.0
 * }</pre>
 *
 * @param resolution how long it took to resolve, null while it is open
 * @param firstReply how long it took to reply, null while nobody did
 * @since 0.1
 */
public record MeasuredTicket(
        @Nullable Duration resolution, @Nullable Duration firstReply) implements Serializable {

    /** The role of the column that holds times to resolution. */
    public static final String RESOLUTION_TIME = "resolution_time";

    /** The role of the column that holds times to the first reply. */
    public static final String REPLY_TIME = "reply_time";

    /**
     * Returns the reading of rows.
     *
     * @param resolution the unit of plain numbers of times to resolution; null if the file has no such column
     * @param reply the unit of plain numbers of times to the first reply; null if the file has no such column
     * @return the reading
     * @throws IllegalArgumentException if neither is there, or a unit has no fixed length
     */
    public static Reading<MeasuredTicket> reading(@Nullable ChronoUnit resolution, @Nullable ChronoUnit reply) {
        Field<Duration> first = resolution == null ? null : field(RESOLUTION_TIME, resolution);
        Field<Duration> second = reply == null ? null : field(REPLY_TIME, reply);
        if (first != null && second != null) {
            return Reading.of(row -> new MeasuredTicket(row.orNull(first), row.orNull(second)), first, second);
        }
        if (first != null) {
            return Reading.of(row -> new MeasuredTicket(row.orNull(first), null), first);
        }
        if (second != null) {
            return Reading.of(row -> new MeasuredTicket(null, row.orNull(second)), second);
        }
        throw new IllegalArgumentException("resolution or reply must be given, got neither");
    }

    private static Field<Duration> field(String role, ChronoUnit unit) {
        return Field.optional(role, Durations.in(requireNonNull(unit)));
    }

    /**
     * Returns how tickets become a summary, of times to resolution and to the first reply.
     *
     * @return the aggregation
     */
    public static Aggregation<MeasuredTicket, ?, SupportSummary> aggregation() {
        return new Folding(
                TimeToResolution.aggregation(MeasuredTicket::resolution),
                ReplyTimes.aggregation(MeasuredTicket::firstReply));
    }

    /** Both times, while they grow. */
    static final class State implements Serializable {
        private static final long serialVersionUID = 1;
        private TimeToResolutionBuffer resolution;
        private ReplyTimesBuffer replies;

        State(TimeToResolutionBuffer resolution, ReplyTimesBuffer replies) {
            this.resolution = resolution;
            this.replies = replies;
        }
    }

    /** Folds both times. */
    private record Folding(
            Aggregation<MeasuredTicket, TimeToResolutionBuffer, TimeToResolution> resolution,
            Aggregation<MeasuredTicket, ReplyTimesBuffer, ReplyTimes> replies)
            implements Aggregation<MeasuredTicket, State, SupportSummary> {

        @Override
        public State zero() {
            return new State(resolution.zero(), replies.zero());
        }

        @Override
        public State add(State state, MeasuredTicket ticket) {
            state.resolution = resolution.add(state.resolution, ticket);
            state.replies = replies.add(state.replies, ticket);
            return state;
        }

        @Override
        public State merge(State left, State right) {
            left.resolution = resolution.merge(left.resolution, right.resolution);
            left.replies = replies.merge(left.replies, right.replies);
            return left;
        }

        @Override
        public SupportSummary finish(State state) {
            SupportSummary.Parts parts = new SupportSummary.Parts();
            parts.resolution = resolution.finish(state.resolution);
            parts.replies = replies.finish(state.replies);
            return new SupportSummary(parts);
        }
    }
}
