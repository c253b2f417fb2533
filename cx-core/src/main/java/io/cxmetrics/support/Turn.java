package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;

/**
 * One turn of a conversation: the requester asked, and an agent replied.
 *
 * @param askedAt since when the requester waited: the oldest comment that nobody had replied to, or the creation
 * @param repliedAt when the agent replied, not before
 * @param agent who replied
 */
public record Turn(Instant askedAt, Instant repliedAt, String agent) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the reply is before the question
     */
    public Turn {
        requireNonNull(agent, "agent");
        if (repliedAt.isBefore(askedAt)) {
            throw new IllegalArgumentException(
                    "repliedAt must not be before askedAt " + askedAt + ", got " + repliedAt);
        }
    }
}
