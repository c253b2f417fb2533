package io.cxmetrics.support.selfservice;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a person with a bot: when it began, ended, went to a person of the team, and when that person
 * replied.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * BotConversation chat = BotConversation.of("kim", noon)
 *         .withHandOver(noon.plusSeconds(60))
 *         .withHumanReply(noon.plusSeconds(180));
 * chat.handedOverAt(); // Optional[2026-03-02T12:01:00Z]
 * chat.endedAt(); // Optional.empty
 * }</pre>
 *
 * @since 0.1
 */
public final class BotConversation implements Serializable {

    private static final long serialVersionUID = 1;

    private final String person;
    private final Instant startedAt;
    private final @Nullable Instant endedAt;
    private final @Nullable Instant handedOverAt;
    private final @Nullable Instant humanReplyAt;

    private BotConversation(
            String person,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant handedOverAt,
            @Nullable Instant humanReplyAt) {
        this.person = requireNonNull(person, "person");
        this.startedAt = requireNonNull(startedAt, "startedAt");
        this.endedAt = notBefore("endedAt", endedAt, startedAt);
        this.handedOverAt = notBefore("handedOverAt", handedOverAt, startedAt);
        this.humanReplyAt = notBefore("humanReplyAt", humanReplyAt, startedAt);
    }

    private static @Nullable Instant notBefore(String name, @Nullable Instant at, Instant startedAt) {
        if (at != null && at.isBefore(startedAt)) {
            throw new IllegalArgumentException(name + " must not be before startedAt " + startedAt + ", got " + at);
        }
        return at;
    }

    /**
     * Returns a conversation that goes on.
     *
     * @param person who talks to the bot
     * @param startedAt when it began
     * @return the conversation
     */
    public static BotConversation of(String person, Instant startedAt) {
        return new BotConversation(person, startedAt, null, null, null);
    }

    /**
     * Returns this conversation with an end.
     *
     * @param at when it ended, not before it began; null if it has not
     * @return the conversation
     * @throws IllegalArgumentException if it ended before it began
     */
    public BotConversation withEnd(@Nullable Instant at) {
        return new BotConversation(person, startedAt, at, handedOverAt, humanReplyAt);
    }

    /**
     * Returns this conversation with a hand-over to a person of the team.
     *
     * @param at when it was handed over, not before it began; null if it was not
     * @return the conversation
     * @throws IllegalArgumentException if it was handed over before it began
     */
    public BotConversation withHandOver(@Nullable Instant at) {
        return new BotConversation(person, startedAt, endedAt, at, humanReplyAt);
    }

    /**
     * Returns this conversation with the first reply by a person of the team.
     *
     * @param at when the reply came, not before the conversation began; null if none came
     * @return the conversation
     * @throws IllegalArgumentException if the reply came before the conversation began
     */
    public BotConversation withHumanReply(@Nullable Instant at) {
        return new BotConversation(person, startedAt, endedAt, handedOverAt, at);
    }

    /**
     * Returns who talks to the bot.
     *
     * @return the person
     */
    public String person() {
        return person;
    }

    /**
     * Returns when it began.
     *
     * @return the instant
     */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Returns when it ended.
     *
     * @return the instant; empty if it has not
     */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /**
     * Returns when it was handed over to a person of the team.
     *
     * @return the instant; empty if it was not
     */
    public Optional<Instant> handedOverAt() {
        return Optional.ofNullable(handedOverAt);
    }

    /**
     * Returns when a person of the team first replied.
     *
     * @return the instant; empty if none did
     */
    public Optional<Instant> humanReplyAt() {
        return Optional.ofNullable(humanReplyAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BotConversation that
                && person.equals(that.person)
                && startedAt.equals(that.startedAt)
                && Objects.equals(endedAt, that.endedAt)
                && Objects.equals(handedOverAt, that.handedOverAt)
                && Objects.equals(humanReplyAt, that.humanReplyAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, startedAt, endedAt, handedOverAt, humanReplyAt);
    }

    /**
     * Returns the instants.
     *
     * @return such as
     *     {@code BotConversation[kim from 2026-03-02T12:00:00Z, ended=..., handed over=..., human reply=...]}
     */
    @Override
    public String toString() {
        return "BotConversation[" + person + " from " + startedAt + ", ended=" + endedAt + ", handed over="
                + handedOverAt + ", human reply=" + humanReplyAt + "]";
    }

    private Object writeReplace() {
        return new Written(person, startedAt, endedAt, handedOverAt, humanReplyAt);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            String person,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant handedOverAt,
            @Nullable Instant humanReplyAt)
            implements Serializable {

        private Object readResolve() {
            return new BotConversation(person, startedAt, endedAt, handedOverAt, humanReplyAt);
        }
    }
}
