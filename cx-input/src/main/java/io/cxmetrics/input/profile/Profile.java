package io.cxmetrics.input.profile;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.table.TableLayout;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the files that a system writes: the marks that tell them from others, how their rows are written,
 * which rows do not count, and which columns answer which metric. A profile is data, a file of YAML; its format is that
 * of the profiles which come with the library.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Profile profile = Profile.parse("shop.yaml", String.join("\n",
 *         "name: my-survey",
 *         "title: The survey of our shop",
 *         "evidence: sample",
 *         "grain: an answer",
 *         "marks: {format: csv, columns: [Answer id, Stars]}",
 *         "answers:",
 *         "  - metrics: [csat]",
 *         "    roles: {rating: Stars}",
 *         "    scale: 1..5"));
 * profile.metrics(); // [csat]
 * }</pre>
 *
 * @since 0.1
 */
public final class Profile {

    private final Parts parts;

    /**
     * The parts of a profile.
     *
     * @param name what it is called on the command line
     * @param title the system and its file, in words
     * @param evidence what it rests on
     * @param grain what a row is
     * @param source where the system documents the file
     * @param marks what tells its files from others
     * @param layout how rows are written
     * @param charset the character set, null to detect it
     * @param zone the zone of times without an offset, null if unknown
     * @param zoneText a pattern that finds the zone in the file, null if it does not say
     * @param dates patterns of dates beside ISO
     * @param noDate texts that mean no date
     * @param leavingOut filters of rows that never count, by reason
     * @param answers how metrics are answered
     * @param cannot why other metrics are not
     */
    record Parts(
            String name,
            String title,
            Evidence evidence,
            String grain,
            String source,
            Marks marks,
            TableLayout layout,
            @Nullable Charset charset,
            @Nullable ZoneId zone,
            @Nullable Pattern zoneText,
            List<String> dates,
            List<String> noDate,
            Map<String, String> leavingOut,
            List<AnswerRule> answers,
            Map<String, String> cannot) {}

    /** What a profile rests on. */
    public enum Evidence {
        /** A real file, or a real answer of the system. */
        SAMPLE,
        /** What the system's documentation says, or a program that reads its files. */
        DOCUMENTED
    }

    Profile(Parts parts) {
        this.parts = parts;
    }

    /**
     * Reads a profile from its text.
     *
     * @param file what errors call it
     * @param yaml the text
     * @return the profile
     * @throws InputException if it is none; the message names the line and the key
     */
    public static Profile parse(String file, String yaml) {
        return ProfileReader.read(YamlNode.parse(file, yaml));
    }

    /**
     * Reads a profile from a file.
     *
     * @param file where it lies
     * @return the profile
     * @throws InputException if it cannot be read, or is none
     */
    public static Profile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw InputException.request(file + ": cannot be read as a profile: " + e.getMessage());
        }
    }

    /**
     * Returns what it is called on the command line.
     *
     * @return such as {@code zendesk-csv}
     */
    public String name() {
        return parts.name();
    }

    /**
     * Returns the system and its file.
     *
     * @return in words
     */
    public String title() {
        return parts.title();
    }

    /**
     * Returns what the profile rests on.
     *
     * @return a sample or documentation
     */
    public Evidence evidence() {
        return parts.evidence();
    }

    /**
     * Returns what a row is.
     *
     * @return such as {@code a ticket} or {@code an order line}
     */
    public String grain() {
        return parts.grain();
    }

    /**
     * Returns where the system documents the file.
     *
     * @return a link; empty if there is none
     */
    public String source() {
        return parts.source();
    }

    /**
     * Returns the metrics that its files can answer.
     *
     * @return the names of their commands
     */
    public Set<String> metrics() {
        Set<String> metrics = new LinkedHashSet<>();
        parts.answers().forEach(answer -> metrics.addAll(answer.metrics()));
        return metrics;
    }

    /**
     * Returns the roles that columns of its files play for a metric.
     *
     * @param metric the name of its command
     * @return the roles, and the names of further options of the command that the files call for
     */
    public Set<String> roles(String metric) {
        Set<String> roles = new LinkedHashSet<>();
        for (AnswerRule answer : parts.answers()) {
            if (answer.metrics().contains(metric)) {
                roles.addAll(answer.roles().keySet());
                roles.addAll(answer.options().keySet());
            }
        }
        return roles;
    }

    /**
     * Returns why its files do not answer other metrics.
     *
     * @return the reason for each, by the name of its command
     */
    public Map<String, String> cannot() {
        return parts.cannot();
    }

    /**
     * Returns the number that the system itself shows for a metric.
     *
     * @param metric the name of its command
     * @return the definition in words; empty if nothing is known
     */
    public String definition(String metric) {
        return parts.answers().stream()
                .filter(answer -> answer.metrics().contains(metric))
                .map(AnswerRule::definition)
                .findFirst()
                .orElse("");
    }

    Parts parts() {
        return parts;
    }

    @Override
    public String toString() {
        return name();
    }
}
