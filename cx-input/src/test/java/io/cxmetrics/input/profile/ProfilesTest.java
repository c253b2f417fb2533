package io.cxmetrics.input.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.source.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {

    static Stream<String> profiles() {
        return Profiles.builtIn().stream().map(Profile::name);
    }

    @Test
    void eachProfileHasASampleAndEachSampleAProfile() {
        assertThat(profiles().toList()).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(profiles().toList())).isEqualTo(new TreeSet<>(Samples.ALL.keySet()));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aSampleIsOfItsProfileAndNoOther(String name) {
        Recognition recognition = Samples.of(name).recognised();
        assertThat(recognition.profile().name()).isEqualTo(name);
        assertThat(recognition.because()).isNotEmpty();
        assertThat(recognition.columns()).isNotEmpty();
        assertThat(recognition.profile().title()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aSampleAnswersAMetricWithEachRoleOfItsProfile(String name) {
        Recognition recognition = Samples.of(name).recognised();
        if (recognition.profile().metrics().isEmpty()) {
            assertThat(recognition.profile().cannot()).isNotEmpty();
            return;
        }
        assertThat(recognition.answers()).isNotEmpty();
        recognition
                .answers()
                .forEach((metric, answer) ->
                        assertThat(answer.columns()).as(metric).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aMarkOrOtherLineEndsChangeNothing(String name) {
        Sample sample = Samples.of(name);
        Map<String, Answer> answers = sample.recognised().answers();
        for (Sample dressed : new Sample[] {sample.withMark(), sample.withLineEnds("\r\n")}) {
            Recognition recognition = dressed.recognised();
            assertThat(recognition.profile().name()).isEqualTo(name);
            assertThat(recognition.answers().toString()).isEqualTo(answers.toString());
        }
        Source utf16 = new Sample("\uFEFF" + sample.text()).source(StandardCharsets.UTF_16LE);
        assertThat(Profiles.recognise(utf16).orElseThrow().profile().name()).isEqualTo(name);
    }

    @Test
    void moreColumnsAndFewerOnesAreTheSameExport() {
        Sample tickets = Samples.of("zendesk-csv");
        assertThat(tickets.withMoreColumns().recognised().answer("support")).isPresent();
        assertThat(tickets.without("Summation column").recognised().profile().name())
                .isEqualTo("zendesk-csv");
        Answer without =
                tickets.without("Priority").recognised().answer("support").orElseThrow();
        assertThat(without.columns()).containsOnlyKeys("created", "resolved");
        Recognition unrated = Samples.of("hotjar")
                .without("How likely are you to recommend us?")
                .recognised();
        assertThat(unrated.answer("nps")).isEmpty();
        assertThat(unrated.missing("nps").orElseThrow())
                .isEqualTo("no column is the rating, which is a question how likely people are to recommend");
    }

    @Test
    void namesAreFoundInAnyCaseAndStandInFiltersAsInTheFile() {
        String upper = Samples.of("salesforce-cases").text().replace("\"IsDeleted\"", "\"ISDELETED\"");
        Answer answer = new Sample(upper).recognised().answer("support").orElseThrow();
        assertThat(answer.leavingOut().get("deleted")).isEqualTo("ISDELETED in ('1', 'true')");
    }

    @Test
    void aFileOfNoKnownSystemIsOfNone() {
        assertThat(Profiles.recognise(Sample.of("plan,nps", "gold,9").source())).isEmpty();
        assertThat(Profiles.recognise(Sample.of("{\"nps\":9}").source())).isEmpty();
        assertThat(Profiles.recognise(Sample.of("").source())).isEmpty();
    }

    @Test
    void theZoneIsThatOfTheFileWhereItSaysOne() {
        assertThat(Samples.of("qualtrics").recognised().zone().orElseThrow()).hasToString("America/Denver");
        Sample silent =
                new Sample(Samples.of("qualtrics").text().replace(",\"\"timeZone\"\":\"\"America/Denver\"\"", ""));
        assertThat(silent.recognised().zone()).isEmpty();
    }

    @Test
    void theCharacterSetOfASystemIsForFilesThatAreNotInUtf8() {
        Sample german = new Sample(Samples.of("servicenow-csv").text().replace("4 - Low", "4 - Gering für alle"));
        assertThat(Profiles.recognise(german.source(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .charset())
                .isEmpty();
        assertThat(Profiles.recognise(german.source(StandardCharsets.ISO_8859_1))
                        .orElseThrow()
                        .charset())
                .hasValue(Charset.forName("windows-1252"));
    }

    @Test
    void severalColumnsForARoleAreNamed() {
        Sample two = Sample.of(
                "Q1_NPS_GROUP,Q1,Q2_NPS_GROUP,Q2,Status",
                "a,b,c,d,e",
                "\"{\"\"ImportId\"\":\"\"QID1_NPS_GROUP\"\"}\",x,x,x,x",
                "3,9,3,10,0");
        assertThat(two.recognised().missing("nps")).contains("rating could be Q1 or Q2");
    }

    @Test
    void aFileThatTwoFitAsks() {
        Sample both = Sample.of(
                "Number,User,Date Submitted,Source URL,Device,Emotion (1-5)", "1,a,2026-10-03 18:06:56,x,desktop,4");
        assertThatThrownBy(() -> Profiles.recognise(both.source()))
                .isInstanceOf(InputException.class)
                .hasMessage("export: could be Hotjar, survey responses (CSV) (hotjar) or Hotjar, feedback widget (CSV)"
                        + " (hotjar-feedback); name the profile");
        assertThat(Profiles.recognise(Profiles.named("hotjar-feedback"), both.source())
                        .answer("csat"))
                .isPresent();
    }

    @Test
    void aNamedProfileMustFit() {
        assertThatThrownBy(() -> Profiles.recognise(
                        Profiles.named("hotjar"), Sample.of("a,b").source()))
                .isInstanceOf(InputException.class)
                .hasMessage("export: is no file of Hotjar, survey responses (CSV) (hotjar), which has CSV with columns"
                        + " Number, User, Date Submitted, Source URL, Device");
        assertThatThrownBy(() -> Profiles.named("nowhere"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("profile must be a file or one of amplitude, amplitude-table, chargebee,");
    }

    @Test
    void aStreamIsLookedAtAndThenReadWhole() throws IOException {
        byte[] plain = Samples.of("hotjar").text().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        for (byte[] bytes : new byte[][] {plain, packed.toByteArray()}) {
            Source source = Source.of("-", new ByteArrayInputStream(bytes)).lookable();
            assertThat(Profiles.recognise(source)).isPresent();
            assertThat(requireNonNull(source.open().next()).peek(1 << 16).length())
                    .isEqualTo(plain.length);
        }
    }
}
