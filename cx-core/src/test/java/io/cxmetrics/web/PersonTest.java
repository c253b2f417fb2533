package io.cxmetrics.web;

import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.visitor.UniqueVisitors;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {

    /** Two devices on which the same user logged in: 1 person, where their cookies say 2 visitors. */
    @Test
    void onePersonWithTwoVisitors() {
        List<WebEvent<String>> events = List.of(
                view("phone", 0, "/a"),
                event("phone", 300, EventKind.LOGIN).withUser("u1"),
                view("laptop", 600, "/c").withUser("u1"),
                view("laptop", 720, "/d"));
        assertThat(events.stream()
                        .collect(UniqueVisitors.toUniqueVisitors(WebEvent::visitor))
                        .count())
                .isEqualTo(2);
        List<WebEvent<Person<String>>> people = Person.of(events);
        assertThat(people.stream()
                        .collect(UniqueVisitors.toUniqueVisitors(WebEvent::visitor))
                        .count())
                .isEqualTo(1);
        assertThat(Sessionizer.<Person<String>>of(SessionDefinition.GA4)
                        .sessions(people)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aSharedDeviceIsTwoPeopleAndAStrangerIsOne() {
        List<WebEvent<Person<String>>> people = Person.of(List.of(
                view("tablet", 50, "/later"),
                view("tablet", 0, "/"),
                view("tablet", 10, "/").withUser("ann"),
                view("tablet", 40, "/").withUser("bob"),
                view("tablet", 20, "/"),
                view("u1", 0, "/"),
                view("x", 0, "/").withUser("u1")));
        assertThat(people)
                .extracting(event -> event.visitor().toString())
                .containsExactly("bob", "ann", "ann", "bob", "ann", "visitor u1", "u1");
        assertThat(people.get(5).visitor()).isNotEqualTo(people.get(6).visitor());
        assertThat(people.get(0).visitor().user()).isEqualTo("bob");
    }
}
