package io.cxmetrics.input.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile of one's own is checked, and what is wrong is named by line and key. */
class ProfileErrorsTest {

    private static final String GOOD = String.join(
            "\n",
            "name: mine",
            "title: My survey",
            "evidence: sample",
            "grain: an answer",
            "marks: {format: csv, columns: [Stars]}",
            "zone: Europe/Berlin",
            "leave-out:",
            "  test: Kind = test",
            "answers:",
            "  - metrics: [csat]",
            "    roles: {rating: Stars, at?: [When, Day]}",
            "    scale: 1..5",
            "    labels: {great: 5}",
            "");

    @Test
    void aGoodOneIsRead(@TempDir Path folder) throws IOException {
        Profile profile = Profile.parse("mine.yaml", GOOD);
        assertThat(profile.name()).isEqualTo("mine");
        assertThat(profile.evidence()).isEqualTo(Profile.Evidence.SAMPLE);
        assertThat(profile.metrics()).containsExactly("csat");
        Recognition recognition = Profiles.recognise(
                profile, Sample.of("Stars,Kind,Day", "great,live,2026-03-01").source());
        Answer answer = recognition.answer("csat").orElseThrow();
        assertThat(answer.columns()).hasToString("{rating=Stars, at=Day}");
        assertThat(answer.leavingOut()).hasToString("{test=Kind = 'test'}");
        assertThat(recognition.zone().orElseThrow()).hasToString("Europe/Berlin");
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, GOOD);
        assertThat(Profiles.named(file.toString()).title()).isEqualTo("My survey");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: mine | nam: mine | mine.yaml, line 1: nam is no key here; keys are answers, cannot, charset,
            name: mine | name: My Survey | mine.yaml, line 1: name is wrong: must be of small letters, digits and hyphens
            title: My survey | title: [a, b] | mine.yaml, line 2: title must be a text
            evidence: sample | evidence: hearsay | mine.yaml, line 3: evidence is wrong: must be sample or documented
            grain: an answer | grains: an answer | mine.yaml, line 4: grains is no key here
            columns: [Stars] | absent: [Stars] | mine.yaml, line 5: marks must have columns or text: all files would fit
            format: csv | format: xlsx | mine.yaml, line 5: marks.format is wrong: must be csv or json, got xlsx
            zone: Europe/Berlin | zone: Berlin | mine.yaml, line 6: zone is wrong: Unknown time-zone ID: Berlin
            test: Kind = test | test: Kind = | mine.yaml, line 8: leave-out.test cannot be read: filter must have a value
            test: Kind = test | Test: Kind = test | mine.yaml, line 8: leave-out.Test must be named by a reason of small
            metrics: [csat] | metrics: [stars] | mine.yaml, line 10: answers.metrics is wrong: must be one of nps, csat
            roles: | rolls: | mine.yaml, line 11: answers.rolls is no key here; keys are definition, labels, leave-out
            scale: 1..5 | scale: five | mine.yaml, line 12: answers.scale is wrong:
            great: 5 | great: 9 | mine.yaml, line 13: answers.labels.great is wrong: must be in 1..5, got 9
            great: 5 | great: five | mine.yaml, line 13: answers.labels.great is wrong:
            title: My survey | title: "My survey | mine.yaml, line
            grain: an answer | name: again | mine.yaml, line 4: name stands here a second time
            """)
    void aWrongOneSaysWhere(String good, String wrong, String message) {
        String yaml = GOOD.replace(good, wrong);
        assertThat(yaml).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> Profile.parse("mine.yaml", yaml))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> Profile.parse("mine.yaml", GOOD.replace("grain: an answer\n", "")))
                .hasMessage("mine.yaml, line 1: must have the key grain");
        assertThatThrownBy(() -> Profile.parse("mine.yaml", "")).hasMessage("mine.yaml: is empty");
        assertThatThrownBy(() -> Profile.parse("mine.yaml", "- a"))
                .hasMessage("mine.yaml, line 1: must be a map of keys");
    }
}
