package io.cxmetrics.support.selfservice;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class BotContainmentContractTest extends SummaryContract<Collection<BotConversation>, BotContainment> {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Instant UNTIL = Instant.ofEpochSecond(60);

    private static BotConversation conversation(List<Integer> of) {
        Instant start = Instant.ofEpochSecond(of.get(0));
        BotConversation began = BotConversation.of("kim", start);
        return switch (of.get(1) % 3) {
            case 0 -> began.withEnd(start.plusSeconds(of.get(2)));
            case 1 -> began.withHandOver(start.plusSeconds(of.get(2))).withHumanReply(start.plusSeconds(of.get(3)));
            default -> began;
        };
    }

    @Override
    protected Arbitrary<Collection<BotConversation>> inputs() {
        return Arbitraries.integers()
                .between(0, 30)
                .list()
                .ofSize(4)
                .map(BotContainmentContractTest::conversation)
                .list()
                .ofMaxSize(3)
                .map(list -> list);
    }

    @Override
    protected BotContainment empty() {
        return BotContainment.EMPTY;
    }

    @Override
    protected BotContainment bulk(List<Collection<BotConversation>> inputs) {
        return inputs.stream()
                .map(person -> BotContainment.of(person, WINDOW, UNTIL))
                .reduce(BotContainment.EMPTY, BotContainment::plus);
    }

    @Override
    protected Aggregation<Collection<BotConversation>, ?, BotContainment> aggregation() {
        return BotContainment.aggregation(WINDOW, UNTIL);
    }
}
