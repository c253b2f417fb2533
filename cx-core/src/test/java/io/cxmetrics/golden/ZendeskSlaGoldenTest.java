package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.sla.SlaDefinition;
import io.cxmetrics.support.sla.SlaInstance;
import io.cxmetrics.support.sla.SlaPolicyVersions;
import io.cxmetrics.support.sla.SlaReplay;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Policies with versions, and a ticket that went through every status, as a help desk exports them. */
@GoldenTest
class ZendeskSlaGoldenTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final WorkingCalendar SUPPORT_CA = WorkingCalendar.in(ZoneId.of("America/Los_Angeles"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "20:00");
    private static final Map<String, SlaMetric> METRICS = Map.of(
            "first_reply_time", SlaMetric.FIRST_REPLY,
            "next_reply_time", SlaMetric.NEXT_REPLY,
            "requester_wait_time", SlaMetric.REQUESTER_WAIT);
    private static final Map<String, Status> STATUSES = Map.of(
            "open", Status.OPEN,
            "pending", Status.PENDING,
            "on-hold", new Status("on-hold", StatusCategory.HOLD),
            "solved", Status.SOLVED,
            "closed", Status.CLOSED);

    private final Golden golden = Golden.of("fivetran_zendesk");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("sla_targets", this::targets)
                .check("work_time_calendar_11071", expected -> workTime(expected, false))
                .check("work_time_business_11071", expected -> workTime(expected, true))
                .checkedElsewhere("status_path_11071", "resolution_11071", "profile", "comments", "schedule_expansion")
                .tests();
    }

    private void targets(Expected expected) {
        Map<String, SlaPolicyVersions> policies = new LinkedHashMap<>();
        Map<String, Set<SlaMetric>> promised = new LinkedHashMap<>();
        for (NamedCsvRecord row : golden.rows("sla_policy_metric_history_data.csv")) {
            String id = row.getField("sla_policy_id");
            SlaTarget target = new SlaTarget(
                    METRICS.get(row.getField("metric")),
                    row.getField("priority"),
                    Duration.ofMinutes(Long.parseLong(row.getField("target"))),
                    row.getField("business_hours").equals("TRUE"));
            policies.merge(
                    id,
                    SlaPolicyVersions.of(id).with(time(row, "sla_policy_updated_at"), target),
                    (versions, one) -> versions.with(time(row, "sla_policy_updated_at"), target));
            promised.computeIfAbsent(id, key -> EnumSet.noneOf(SlaMetric.class)).add(target.metric());
        }
        Map<String, String> priorities = new LinkedHashMap<>();
        golden.rows("ticket_data.csv").forEach(row -> priorities.put(row.getField("id"), row.getField("priority")));
        int compared = 0;
        for (NamedCsvRecord row : golden.rows("ticket_sla_policy_data.csv")) {
            String ticket = row.getField("ticket_id");
            String policy = row.getField("sla_policy_id");
            Instant applied = time(row, "policy_applied_at");
            for (SlaMetric metric : promised.get(policy)) {
                SlaTarget target = policies.get(policy)
                        .target(metric, priorities.get(ticket), applied)
                        .orElseThrow();
                expected.in(String.valueOf(compared++))
                        .text("ticket_id", ticket)
                        .text("policy", policy)
                        .text("metric", nameOf(metric))
                        .text("priority", target.priority())
                        .number("target_min", target.target().toMinutes())
                        .text("business_hours", String.valueOf(target.businessHours()));
                sameInReplay(
                        applied, priorities.get(ticket), policies.get(policy).at(applied), target);
            }
        }
        assertThat(compared).isEqualTo(expected.size());
    }

    /**
     * The other road to the promise: the policy is applied to a ticket. A next reply is promised only once it is asked
     * for.
     */
    private static void sameInReplay(Instant applied, String priority, SlaPolicy policy, SlaTarget target) {
        Ticket ticket = Ticket.of(
                "",
                applied,
                Author.REQUESTER,
                new TicketEvent.PriorityChange(applied, priority),
                new TicketEvent.PolicyChange(applied, policy),
                new TicketEvent.Comment(applied.plusSeconds(60), Author.AGENT, "", true),
                new TicketEvent.Comment(applied.plusSeconds(120), Author.REQUESTER, "", true));
        SlaReplay replay = SlaReplay.of(ticket, SlaDefinition.in(SUPPORT_CA), applied.plusSeconds(180));
        assertThat(replay.instances(target.metric()))
                .extracting(SlaInstance::target)
                .containsExactly(target);
    }

    private static String nameOf(SlaMetric metric) {
        return METRICS.entrySet().stream()
                .filter(entry -> entry.getValue() == metric)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Its history begins before its creation, by seven hours; counted is what the history says. */
    private void workTime(Expected expected, boolean business) {
        List<TicketEvent> events = new ArrayList<>();
        for (NamedCsvRecord row : golden.rows("ticket_field_history_data.csv")) {
            if (row.getField("ticket_id").equals("11071")
                    && row.getField("field_name").equals("status")) {
                events.add(new TicketEvent.StatusChange(time(row, "updated"), STATUSES.get(row.getField("value"))));
            }
        }
        Instant created = Ticket.of("", Instant.EPOCH, Author.REQUESTER, events)
                .events()
                .get(0)
                .at();
        events.add(new TicketEvent.PolicyChange(
                created,
                new SlaPolicy(
                        "all",
                        Stream.of(SlaMetric.AGENT_WORK, SlaMetric.REQUESTER_WAIT, SlaMetric.RESOLUTION)
                                .map(metric -> new SlaTarget(metric, "normal", Duration.ofDays(365), business))
                                .toList())));
        Ticket ticket = Ticket.of("11071", created, Author.REQUESTER, events);
        SlaDefinition rules = SlaDefinition.in(SUPPORT_CA);
        SlaDefinition pending = rules.withCounted(SlaMetric.AGENT_WORK, Set.of(StatusCategory.PENDING));
        SlaDefinition hold = rules.withCounted(SlaMetric.AGENT_WORK, Set.of(StatusCategory.HOLD));
        expected.number("agent_work (new,open)", minutes(ticket, rules, SlaMetric.AGENT_WORK))
                .number("requester_wait (new,open,on-hold)", minutes(ticket, rules, SlaMetric.REQUESTER_WAIT))
                .number("solve (new,open,on-hold,pending)", minutes(ticket, rules, SlaMetric.RESOLUTION))
                .number("agent_wait (pending)", minutes(ticket, pending, SlaMetric.AGENT_WORK))
                .number("on_hold", minutes(ticket, hold, SlaMetric.AGENT_WORK))
                .number(
                        "requester_wait as upstream's SQL computes (it matches 'hold', the data says 'on-hold')",
                        minutes(ticket, rules, SlaMetric.AGENT_WORK));
    }

    private static double minutes(Ticket ticket, SlaDefinition rules, SlaMetric metric) {
        Instant end = ticket.events().get(ticket.events().size() - 1).at();
        List<SlaInstance> instances =
                SlaReplay.of(ticket, rules, end.plus(Duration.ofDays(30))).instances(metric);
        assertThat(instances).hasSize(1);
        return instances.get(0).elapsed().toMillis() / 60_000.0;
    }

    private static Instant time(NamedCsvRecord row, String column) {
        return LocalDateTime.parse(row.getField(column), TIME).toInstant(ZoneOffset.UTC);
    }
}
