package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Calendars in many threads and on their way to other machines. */
class SharedCalendarTest {

    private static final Instant FROM = Instant.parse("2024-03-08T21:00:00Z");
    private static final Instant TO = Instant.parse("2024-03-11T14:00:00Z");

    private static WorkingCalendar office() {
        return WorkingCalendar.in(ZoneId.of("America/New_York"))
                .open(MONDAY, FRIDAY, "09:00", "17:00")
                .holiday(LocalDate.of(2024, 12, 25))
                .extra(LocalDateTime.parse("2024-03-09T10:00"), LocalDateTime.parse("2024-03-09T11:00"));
    }

    /** Every thread asks about its own years, so that all of them make the table grow at once. */
    @Test
    void threadsThatAskAtOnceGetTheAnswersOfOneAlone() throws InterruptedException, ExecutionException {
        int threads = 8;
        WorkingCalendar shared = office();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Duration>>> answers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                long seed = thread;
                Callable<List<Duration>> questions = () -> {
                    go.await();
                    return answers(shared, seed);
                };
                answers.add(pool.submit(questions));
            }
            go.countDown();
            for (int thread = 0; thread < threads; thread++) {
                assertThat(answers.get(thread).get()).isEqualTo(answers(office(), thread));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Duration> answers(WorkingCalendar calendar, long seed) {
        Random random = new Random(seed);
        List<Duration> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant start = FROM.plus(Duration.ofDays(random.nextInt(40_000) - 20_000L));
            Instant deadline = calendar.deadline(start, Duration.ofMinutes(random.nextInt(10_000)));
            answers.add(Duration.between(start, deadline));
            answers.add(calendar.openTime(start, start.plus(Duration.ofHours(random.nextInt(10_000)))));
        }
        return answers;
    }

    @Test
    void survivesSerialization() throws IOException, ClassNotFoundException {
        WorkingCalendar office = office();
        WorkingCalendar copy = copy(office);
        assertThat(copy).isEqualTo(office).hasToString(office.toString());
        assertThat(copy.openTime(FROM, TO)).isEqualTo(Duration.ofHours(3));
        assertThat(copy(copy).openTime(FROM, TO)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void thePreparedFormSurvivesSerializationWithoutItsTable() throws IOException, ClassNotFoundException {
        PreparedCalendar century =
                office().prepared(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
        PreparedCalendar copy = copy(century);
        assertThat(copy.openTime(FROM, TO)).isEqualTo(Duration.ofHours(3));
        assertThat(copy.openMillis(FROM.toEpochMilli(), TO.toEpochMilli())).isEqualTo(10_800_000);
        assertThat(copy).hasToString(century.toString());
        assertThat(bytes(century)).hasSizeLessThan(4_000);
        Opening opening = new Opening(FROM, TO);
        assertThat(copy(opening)).isEqualTo(opening);
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(value)))) {
            return (T) in.readObject();
        }
    }
}
