package io.cxmetrics.support.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BotContainmentTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final long MINUTE = 60_000;

    private static Instant minute(int minute) {
        return Instant.parse("2026-03-02T12:00:00Z").plusSeconds(60L * minute);
    }

    /** Kim is contained and comes back two hours later, lee is contained, ada waits for a person, bo talks on. */
    private static final List<BotConversation> CHATS = List.of(
            BotConversation.of("kim", minute(0)).withEnd(minute(2)),
            BotConversation.of("kim", minute(120))
                    .withHandOver(minute(121))
                    .withHumanReply(minute(125))
                    .withEnd(minute(140)),
            BotConversation.of("lee", minute(0)).withEnd(minute(9)),
            BotConversation.of("ada", minute(10)).withHandOver(minute(15)),
            BotConversation.of("bo", minute(20)));

    @Test
    void containmentIsOutOfWhatIsDecided() {
        BotContainment bot = BotContainment.of(CHATS, DAY, minute(3000));
        assertThat(bot.containment()).isEqualTo(Proportion.of(2, 4));
        assertThat(bot.handOver()).isEqualTo(Proportion.of(2, 4));
        assertThat(bot.open()).isOne();
        assertThat(bot.leftOut()).isOne();
        assertThat(bot.repeatAfterContained()).isEqualTo(Proportion.of(1, 2));
        assertThat(bot.humanReply().times())
                .isEqualTo(EventTimes.ofEvents(4 * MINUTE).plus(EventTimes.ofCensored(2985 * MINUTE)));
        assertThat(bot).hasToString("BotContainment[contained=2, handed over=2, open=1, repeated=1 of 2, too early=0]");
    }

    /** At minute 60 kim has not come back and nobody knows yet whether anybody will. */
    @Test
    void whatIsNotKnownCountsNowhere() {
        BotContainment early = BotContainment.of(CHATS, DAY, minute(60));
        assertThat(early.containment()).isEqualTo(Proportion.of(2, 3));
        assertThat(early.repeatAfterContained().rate()).isNaN();
        assertThat(early.tooEarly()).isEqualTo(2);
        assertThat(BotContainment.of(CHATS, DAY, minute(0))).isEqualTo(BotContainment.EMPTY);
        assertThat(BotContainment.of(CHATS, DAY, minute(123)).humanReply().times())
                .as("the reply has not come yet")
                .isEqualTo(EventTimes.ofCensored(2 * MINUTE, 108 * MINUTE));
    }

    @Test
    void aReplyBeforeTheHandOverHasNoTime() {
        BotContainment bot = BotContainment.of(
                List.of(BotConversation.of("kim", minute(0))
                        .withHandOver(minute(5))
                        .withHumanReply(minute(4))),
                DAY,
                minute(9));
        assertThat(bot.negative()).isOne();
        assertThat(bot.humanReply().times()).isEqualTo(EventTimes.EMPTY);
    }

    @Test
    void withoutConversationsTheSharesAreUndefined() {
        assertThat(BotContainment.EMPTY.containment().rate()).isNaN();
        assertThat(BotContainment.EMPTY.repeatAfterContained().rate()).isNaN();
        assertThat(BotContainment.EMPTY.count()).isZero();
    }

    @Test
    void nothingHappensBeforeTheBeginning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BotConversation.of("kim", minute(0)).withEnd(minute(-1)))
                .withMessage("endedAt must not be before startedAt 2026-03-02T12:00:00Z, got 2026-03-02T11:59:00Z");
        BotConversation chat = BotConversation.of("kim", minute(0)).withHumanReply(minute(3));
        assertThat(chat).isEqualTo(BotConversation.of("kim", minute(0)).withHumanReply(minute(3)));
        assertThat(chat).hasSameHashCodeAs(BotConversation.of("kim", minute(0)).withHumanReply(minute(3)));
        assertThat(chat)
                .hasToString("BotConversation[kim from 2026-03-02T12:00:00Z, ended=null, handed over=null,"
                        + " human reply=2026-03-02T12:03:00Z]");
    }
}
