package io.cxmetrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cxmetrics.contract.Forgery;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActivityScreening;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.cohort.CohortCell;
import io.cxmetrics.retention.cohort.RetentionCurve;
import io.cxmetrics.retention.cohort.ReturnIntervals;
import io.cxmetrics.retention.revenue.Invoice;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RevenueScreening;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionScreening;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.CaseHistory;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketScreening;
import io.cxmetrics.support.selfservice.BotConversation;
import io.cxmetrics.support.sla.SlaDefinition;
import io.cxmetrics.support.sla.SlaPolicyVersions;
import io.cxmetrics.support.sla.SlaReplay;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.time.WorkingCalendar;
import io.cxmetrics.value.DiscountRate;
import io.cxmetrics.value.LifetimeValue;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.PurchaseSplit;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.Person;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.WebRequest;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelMatcher;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.visitor.Arrival;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Inputs, definitions and histories travel like summaries do: what is read has passed the checks of its type, or is
 * refused in words.
 */
class ForgedStreamsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final MoneyUnit EUROS = MoneyUnit.of(Currency.getInstance("EUR"));
    private static final SlaTarget HOUR = new SlaTarget(SlaMetric.FIRST_REPLY, "normal", Duration.ofHours(1), true);
    private static final WorkingCalendar OFFICE =
            WorkingCalendar.in(ZoneOffset.UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00");
    private static final WebEvent<String> VIEW = WebEvent.pageView("ann", NOON, "/");
    private static final ActivityLog<String> BOUGHT = ActivityLog.of(List.of(
            Activity.of("ann", NOON, 1200),
            Activity.of("ann", NOON.plus(Duration.ofDays(40)), 800),
            Activity.of("ann", NOON.plus(Duration.ofDays(80)), -300)));

    /**
     * One value of each type that is replaced when it is written, but for summaries, which have their contract, and the
     * types of survival, whose tests forge them.
     */
    private static List<Serializable> samples() {
        Ticket ticket = Ticket.of(
                "4711",
                NOON,
                Author.REQUESTER,
                new TicketEvent.PolicyChange(NOON, new SlaPolicy("Gold", List.of(HOUR))),
                new TicketEvent.StatusChange(NOON.plusSeconds(600), Status.OPEN),
                new TicketEvent.StatusChange(NOON.plusSeconds(600), Status.OPEN));
        SlaDefinition definition = SlaDefinition.in(OFFICE)
                .withAtRiskShare(0.5)
                .withCounted(SlaMetric.AGENT_WORK, Set.of(StatusCategory.OPEN));
        PurchaseDefinition months = PurchaseDefinition.in(ZoneOffset.UTC).withPeriod(CalendarPeriod.MONTH);
        return List.of(
                ActivityScreening.in(EUROS).withActors(Set.of("ann")).withObservedUntil(NOON),
                ActorHistory.EMPTY,
                requireNonNull(BOUGHT.histories().get("ann")),
                CohortCell.EMPTY,
                RetentionCurve.of(1, 0.8, 0.7),
                ReturnIntervals.days(7),
                ReturnIntervals.calendar(CalendarPeriod.MONTH),
                ReturnIntervals.windows(2).withBrackets(0, 1, 7),
                Invoice.of("ann", 1200, DAY, DAY.plusMonths(2)).in(EUROS),
                MonthlyRevenue.ofBill("ann", YearMonth.of(2026, 3), 1200, 12, EUROS),
                RevenueScreening.in(EUROS).withCustomers(Set.of("ann")).withObservedThrough(YearMonth.of(2026, 3)),
                Subscription.of("ann", DAY, null).inTermsOf(12).priced(9900, 1, EUROS),
                SubscriptionScreening.in(EUROS).withCustomers(Set.of("ann")),
                CaseHistory.byCase(List.of(VIEW), WebEvent::visitor, WebEvent::at, NOON.plusSeconds(1))
                        .values()
                        .iterator()
                        .next(),
                ticket,
                TicketScreening.until(NOON).withNone(Instant.EPOCH),
                BotConversation.of("ann", NOON).withEnd(NOON.plusSeconds(60)),
                definition,
                SlaReplay.of(ticket, definition, NOON.plusSeconds(7200))
                        .instances()
                        .get(0),
                SlaPolicyVersions.of("Gold").with(NOON, HOUR).withBlankPriority("low"),
                OFFICE,
                OFFICE.prepared(NOON, NOON.plus(Duration.ofDays(9))),
                Screening.on(RatingScale.of(1, 5)),
                DiscountRate.of(0.1, CalendarPeriod.YEAR),
                LifetimeValue.of(
                                20,
                                CalendarPeriod.MONTH,
                                ChurnRate.of(0.03, CalendarPeriod.MONTH),
                                DiscountRate.of(0.1, CalendarPeriod.YEAR))
                        .withCurrency(Currency.getInstance("EUR")),
                requireNonNull(
                        PurchaseHistory.from(BOUGHT, months, DAY.plusDays(90)).get("ann")),
                requireNonNull(PurchaseSplit.from(BOUGHT, months, DAY.plusDays(10), DAY.plusDays(90))
                        .get("ann")),
                EventNames.COMMON.with("wishlist", EventKind.LIKE).pagesOnly(),
                Person.of(List.of(VIEW)).get(0).visitor(),
                VIEW,
                WebRequest.of("10.0.0.1", NOON, "GET", "/", 200),
                FunnelMatcher.of(Funnel.of("view", "order")).when("view", EventKind.PAGE_VIEW),
                PageTimeRule.GAP_LAST_ZERO,
                PageTimeRule.SNOWPLOW,
                session(),
                Arrival.of("ann", NOON));
    }

    private static Session<String> session() {
        return Sessionizer.<String>of(SessionDefinition.GA4)
                .sessions(List.of(VIEW))
                .list()
                .get(0);
    }

    @Test
    void everyReplacedTypeHasASample() {
        List<String> exported = ProjectFiles.exportedPackages();
        assertThat(new ClassFileImporter()
                        .importPath(ProjectFiles.mainClasses()).stream()
                                .filter(type -> exported.contains(type.getPackageName()))
                                .map(JavaClass::reflect)
                                .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isRecord())
                                .filter(type -> !Summary.class.isAssignableFrom(type) && isReplaced(type))
                                .filter(type -> type != StoredForm.class)
                                .filter(type -> !type.getPackageName().equals("io.cxmetrics.stat.survival"))
                                .map(Class::getName))
                .isSubsetOf(samples().stream()
                        .map(sample -> sample.getClass().getName())
                        .toList());
    }

    private static boolean isReplaced(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("writeReplace"));
    }

    @Test
    void comesBackAsItWent() throws IOException, ClassNotFoundException {
        for (Serializable sample : samples()) {
            Serializable copy = Forgery.copy(sample);
            assertThat(copy).isInstanceOf(sample.getClass());
            if (declaresEquals(sample.getClass())) {
                assertThat(copy).isEqualTo(sample).hasSameHashCodeAs(sample);
            } else {
                assertThat(copy.getClass()).isEqualTo(sample.getClass());
            }
        }
    }

    private static boolean declaresEquals(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("equals"));
    }

    /** Fields of stored forms that may hold any number, or any number of entries. */
    private static final Map<Class<?>, Set<String>> FREE = Map.of(
            ActorHistory.class, Set.of("times", "amounts"),
            CohortCell.class, Set.of("amount", "startAmount", "cumulativeAmount"),
            RetentionCurve.class, Set.of("survival"),
            ReturnIntervals.class, Set.of("edges"),
            LifetimeValue.class, Set.of("margin", "growth"),
            EventNames.class, Set.of());

    @Test
    void formsAreRefusedWhereTheyAreForged() {
        int forms = 0;
        for (Serializable sample : samples()) {
            if (sample instanceof Stored stored && !(sample instanceof WorkingCalendar)) {
                Forgery.check(stored, FREE.getOrDefault(sample.getClass(), Set.of()));
                forms++;
            }
        }
        assertThat(forms).isGreaterThan(10);
    }

    @Test
    void isNotReadFieldByField() {
        for (Serializable sample : samples()) {
            assertThatThrownBy(() -> {
                        Method read = sample.getClass().getDeclaredMethod("readObject", ObjectInputStream.class);
                        read.setAccessible(true);
                        read.invoke(sample, (Object) null);
                    })
                    .as(sample.getClass().getName())
                    .hasCauseInstanceOf(InvalidObjectException.class);
        }
    }

    /** A stream that holds another part in the place of one is refused in words, or gives a value that stands. */
    @Test
    void whateverAPartIsForgedTo() throws ReflectiveOperationException {
        int refused = 0;
        int taken = 0;
        for (Serializable sample : samples()) {
            Method replace = sample.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            Object written = replace.invoke(sample);
            if (!written.getClass().isRecord()) {
                continue; // a stored form, which Forgery looks after
            }
            for (Object forged : forgeries(written)) {
                try {
                    Serializable read = Forgery.copy((Serializable) forged);
                    assertThat(Forgery.<Object>copy(read)).hasSameClassAs(sample);
                    taken++;
                } catch (NullPointerException e) {
                    refused++;
                } catch (IllegalArgumentException | DateTimeException e) {
                    assertThat(e).message().as("refusal of %s", forged).isNotBlank();
                    refused++;
                } catch (IOException | ClassNotFoundException e) {
                    assertThat(e).isInstanceOf(InvalidObjectException.class);
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(60);
        assertThat(taken).isGreaterThan(10);
    }

    /** Records that differ from one in a single component, as far as their own constructor makes them. */
    private static Collection<Object> forgeries(Object written) throws ReflectiveOperationException {
        RecordComponent[] components = written.getClass().getRecordComponents();
        Constructor<?> constructor = written.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            parts[i] = accessor.invoke(written);
        }
        List<Object> forgeries = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            for (Object other : others(components[i].getType())) {
                Object[] forged = parts.clone();
                forged[i] = other;
                try {
                    forgeries.add(constructor.newInstance(forged));
                } catch (InvocationTargetException e) {
                    assertThat(e.getCause())
                            .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
                }
            }
        }
        return forgeries;
    }

    private static List<Object> others(Class<?> type) {
        if (type == long.class) {
            return List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == int.class) {
            return List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == double.class) {
            return List.of(-1.0, 17.0, Double.NaN);
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        List<Object> others = new ArrayList<>();
        others.add(null);
        if (type == List.class) {
            others.add(List.of());
            others.add(Arrays.asList(null, null));
        } else if (type == Instant.class) {
            others.add(Instant.MIN);
            others.add(Instant.MAX);
        } else if (type == String.class) {
            others.add("");
        }
        return others;
    }
}
