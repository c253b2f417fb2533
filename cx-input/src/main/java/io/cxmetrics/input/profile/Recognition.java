package io.cxmetrics.input.profile;

import io.cxmetrics.input.profile.ColumnChoice.Header;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.input.table.TableLayout;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file whose system is known: the profile that fits, why it does, and what each column was taken for.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "Number,User,Date Submitted,Source URL,Device,How likely are you to recommend us?\n"
 *         + "2,a1,2026-10-03 18:06:56,https://example.com,desktop,9\n";
 * Source source = Source.of("hotjar.csv", new java.io.ByteArrayInputStream(csv.getBytes()));
 * Recognition recognition = Profiles.recognise(source).orElseThrow();
 * recognition.profile(); // hotjar
 * recognition.answer("nps").orElseThrow().columns().get("rating"); // How likely are you to recommend us?
 * }</pre>
 *
 * @since 0.1
 */
public final class Recognition {

    private final Profile profile;
    private final List<String> because;
    private final Header header;
    private final @Nullable ZoneId zone;
    private final @Nullable Charset charset;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, Answer> known = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    Recognition(Profile profile, List<String> because, Header header, Beginning beginning) {
        this.profile = profile;
        this.because = because;
        this.header = header;
        this.zone = zone(profile.parts(), beginning);
        this.charset = beginning.text().indexOf('\uFFFD') >= 0 ? profile.parts().charset() : null;
        for (AnswerRule rule : profile.parts().answers()) {
            Map<String, String> columns = new LinkedHashMap<>();
            List<String> open = new ArrayList<>();
            rule.roles().forEach((role, choice) -> {
                List<String> found = choice.among(header);
                if (found.size() == 1) {
                    columns.put(role, found.get(0));
                } else if (found.size() > 1) {
                    open.add(role + " could be " + String.join(" or ", found));
                } else if (!rule.optional().contains(role)) {
                    open.add("no column is the " + role + ", which is " + choice.inWords());
                }
            });
            Map<String, String> leavingOut = new LinkedHashMap<>(profile.parts().leavingOut());
            leavingOut.putAll(rule.leavingOut());
            Answer answer = new Answer(rule, columns, filters(leavingOut));
            for (String metric : rule.metrics()) {
                known.put(metric, answer);
                if (open.isEmpty()) {
                    answers.put(metric, answer);
                } else {
                    missing.put(metric, String.join("; ", open));
                }
            }
        }
        missing.putAll(profile.cannot());
    }

    private static @Nullable ZoneId zone(Profile.Parts parts, Beginning beginning) {
        Pattern pattern = parts.zoneText();
        if (pattern != null) {
            Matcher matcher = pattern.matcher(beginning.text());
            if (matcher.find()) {
                try {
                    return ZoneId.of(matcher.group(1));
                } catch (DateTimeException e) {
                    return parts.zone(); // a word that Java does not know as a zone
                }
            }
        }
        return parts.zone();
    }

    /** The filters whose columns are there; no row passes one whose columns are not. */
    private Map<String, String> filters(Map<String, String> all) {
        Map<String, String> found = new LinkedHashMap<>();
        all.forEach((reason, text) -> {
            Where filter = Where.parse(text);
            if (header.isJson() || filter.columns().stream().allMatch(header::has)) {
                found.put(reason, filter.renamed(this::named).toString());
            }
        });
        return found;
    }

    private String named(String column) {
        String found = header.find(column);
        return found == null ? column : found;
    }

    /**
     * Returns the profile that fits.
     *
     * @return the profile
     */
    public Profile profile() {
        return profile;
    }

    /**
     * Returns why it fits.
     *
     * @return the marks that were found, in words
     */
    public List<String> because() {
        return because;
    }

    /**
     * Returns the names of the columns.
     *
     * @return the names in the header; for JSON the keys of the first rows
     */
    public List<String> columns() {
        return header.names();
    }

    /**
     * Returns how a metric is answered.
     *
     * @param metric the name of its command, such as {@code nps}
     * @return the roles and what belongs to them; nothing if the file does not answer it
     */
    public Optional<Answer> answer(String metric) {
        return Optional.ofNullable(answers.get(metric));
    }

    /**
     * Returns what is known of a metric, also where somebody must still name a column: the words of its answers.
     *
     * @param metric the name of its command
     * @return the answer with the columns that were found; nothing if the profile does not know the metric
     */
    public Optional<Answer> known(String metric) {
        return Optional.ofNullable(known.get(metric));
    }

    /**
     * Returns all answers.
     *
     * @return the answer for each metric that the file answers
     */
    public Map<String, Answer> answers() {
        return new LinkedHashMap<>(answers);
    }

    /**
     * Returns what a metric lacks.
     *
     * @param metric the name of its command
     * @return in words; nothing if it is answered, or if the profile knows nothing of it
     */
    public Optional<String> missing(String metric) {
        return answers.containsKey(metric) ? Optional.empty() : Optional.ofNullable(missing.get(metric));
    }

    /**
     * Returns the metrics that the file does not answer.
     *
     * @return what each of them lacks, by the name of its command
     */
    public Map<String, String> unanswered() {
        return new LinkedHashMap<>(missing);
    }

    /**
     * Returns which rows never count, whatever is asked.
     *
     * @return the filter for each reason
     */
    public Map<String, String> leavingOut() {
        return filters(profile.parts().leavingOut());
    }

    /**
     * Returns how the rows are written.
     *
     * @return the layout
     */
    public TableLayout layout() {
        return profile.parts().layout();
    }

    /**
     * Returns the character set of files without a byte order mark.
     *
     * @return the character set, if the profile knows another than UTF-8 and the beginning of the file is not in UTF-8
     */
    public Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    /**
     * Returns the zone of times without an offset.
     *
     * @return the zone, if the file or its system says it
     */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /**
     * Returns how dates are written.
     *
     * @return patterns beside those of ISO 8601
     */
    public List<String> dates() {
        return profile.parts().dates();
    }

    /**
     * Returns the texts that mean no date.
     *
     * @return the texts
     */
    public List<String> noDate() {
        return profile.parts().noDate();
    }

    @Override
    public String toString() {
        return profile + " because of " + String.join("; ", because);
    }
}
