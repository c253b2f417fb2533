package io.cxmetrics.input.profile;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The profiles that come with the library, and the question which of them fits a file.
 *
 * <pre>{@code
 * Profiles.builtIn().isEmpty(); // false
 * Profiles.named("hotjar").title(); // Hotjar, survey responses (CSV)
 * }</pre>
 *
 * @since 0.1
 */
public final class Profiles {

    private static final Comparator<Profile> BY_NAME = Comparator.comparing(Profile::name);

    private Profiles() {}

    /** Parsed when a CSV file is first looked at: a file fits profiles of its own format alone. */
    private static final class Csv {
        static final List<Profile> PROFILES = load("csv ");
    }

    /** Parsed when a JSON file is first looked at. */
    private static final class Json {
        static final List<Profile> PROFILES = load("json ");
    }

    /** The index has the format of each profile before its file. */
    private static List<Profile> load(String format) {
        return text("profiles.txt")
                .lines()
                .filter(line -> line.startsWith(format))
                .map(line -> line.substring(format.length()))
                .map(file -> Profile.parse(file, text(file)))
                .sorted(BY_NAME)
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the profile " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the profiles that come with the library.
     *
     * @return the profiles, by their names
     */
    public static List<Profile> builtIn() {
        return Stream.concat(Csv.PROFILES.stream(), Json.PROFILES.stream())
                .sorted(BY_NAME)
                .toList();
    }

    /**
     * Returns a profile by its name, or from a file.
     *
     * @param nameOrFile the name of a profile that comes with the library, or the path of a file of YAML
     * @return the profile
     * @throws InputException if there is none of this name, or the file is no profile
     */
    public static Profile named(String nameOrFile) {
        List<Profile> builtIn = builtIn();
        for (Profile profile : builtIn) {
            if (profile.name().equals(nameOrFile)) {
                return profile;
            }
        }
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            return Profile.read(file);
        }
        throw InputException.request("profile must be a file or one of "
                + builtIn.stream().map(Profile::name).collect(joining(", ")) + ", got " + nameOrFile);
    }

    /**
     * Finds the profile that fits a file, by its beginning.
     *
     * @param source the file, which is opened; see {@link Source#lookable()} for one that can be opened only once
     * @return the profile and what the columns were taken for; nothing if no profile fits
     * @throws InputException if two profiles fit, or the file cannot be opened
     */
    public static Optional<Recognition> recognise(Source source) {
        List<Recognition> fitting = fitting(source);
        if (fitting.size() > 1) {
            throw InputException.request(source.name() + ": could be "
                    + fitting.stream()
                            .map(fit -> fit.profile().title() + " (" + fit.profile() + ")")
                            .collect(joining(" or "))
                    + "; name the profile");
        }
        return fitting.stream().findFirst();
    }

    /**
     * Finds all profiles that fit a file, by its beginning.
     *
     * @param source the file, which is opened
     * @return what the columns were taken for, by each of them
     * @throws InputException if the file cannot be opened
     */
    public static List<Recognition> fitting(Source source) {
        Beginning beginning = Beginning.of(source);
        List<Recognition> fitting = new ArrayList<>();
        for (Profile profile : beginning.isJson() ? Json.PROFILES : Csv.PROFILES) {
            fit(profile, beginning).ifPresent(fitting::add);
        }
        return fitting;
    }

    /**
     * Finds the columns of a file whose profile is known.
     *
     * @param profile the profile
     * @param source the file, which is opened
     * @return what the columns were taken for
     * @throws InputException if the file lacks what the profile knows it by, or cannot be opened
     */
    public static Recognition recognise(Profile profile, Source source) {
        return fit(profile, Beginning.of(source))
                .orElseThrow(() -> InputException.data(
                        source.name(),
                        "is no file of " + profile.title() + " (" + profile + "), which has "
                                + inWords(profile.parts().marks())));
    }

    private static Optional<Recognition> fit(Profile profile, Beginning beginning) {
        Marks marks = profile.parts().marks();
        if (marks.isJson() != beginning.isJson()) {
            return Optional.empty();
        }
        ColumnChoice.Header header = beginning.header(profile.parts().layout());
        List<String> found = marks.found(beginning, header);
        return found == null ? Optional.empty() : Optional.of(new Recognition(profile, found, header, beginning));
    }

    private static String inWords(Marks marks) {
        List<String> words = new ArrayList<>();
        words.add(marks.isJson() ? "JSON" : "CSV");
        if (!marks.columns().isEmpty()) {
            words.add(marks.inWords());
        }
        if (!marks.absent().isEmpty()) {
            words.add("no " + String.join(", no ", marks.absent()));
        }
        if (marks.text() != null) {
            words.add("text like " + marks.text());
        }
        return String.join(" with ", words);
    }
}
