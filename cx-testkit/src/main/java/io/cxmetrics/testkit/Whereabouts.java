package io.cxmetrics.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the golden data lie, or why there are none.
 *
 * @param folder where they lie, or would lie
 * @param absence why tests go without; empty where the data are there
 */
record Whereabouts(Path folder, String absence) {

    private static final String NONE = "none";

    /** Returns what the system properties and the environment of this process say. */
    static Whereabouts here() {
        return of(System.getProperty("cx.shared", ""), root(), "true".equals(System.getenv("CI")));
    }

    /**
     * Decides between data, no data and an error.
     *
     * @param named a folder, {@code none}, or empty where nobody said anything
     * @param root the top folder of the checkout; a relative name starts from here
     * @param required whether the data may not be absent without a word
     */
    static Whereabouts of(String named, Path root, boolean required) {
        Path beside = root.resolve("../shared").normalize();
        if (named.equals(NONE)) {
            return new Whereabouts(beside, "cx.shared is none");
        }
        Path folder = named.isEmpty() ? beside : root.resolve(named).normalize();
        // Not the folder alone: another project may have one of this name.
        if (Files.isDirectory(folder.resolve("golden"))) {
            return new Whereabouts(folder, "");
        }
        if (!named.isEmpty()) {
            throw new IllegalArgumentException(
                    "cx.shared must be none, or a folder that has a folder golden, got " + folder);
        }
        if (required) {
            throw new IllegalStateException("golden data are required with CI=true, got none at " + folder
                    + "; -Dcx.shared=none goes without them");
        }
        return new Whereabouts(beside, "no golden data at " + folder + "; -Dcx.shared=DIR names another folder");
    }

    /** The build says it; an editor starts in a module or above all of them. */
    static Path root() {
        String said = System.getProperty("cx.root", "");
        if (!said.isEmpty()) {
            return Path.of(said);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return here;
    }

    boolean there() {
        return absence.isEmpty();
    }
}
