package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.Problems;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A command that reads any number of files as one. */
@SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
abstract class FilesCommand extends FileCommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files, plain or .gz; - is standard input")
    List<String> paths;

    FilesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Reads rows of one file. */
    @FunctionalInterface
    interface Reading {
        void read(CsvSource source, Problems problems);
    }

    /**
     * Reads all files.
     *
     * @return how many rows were malformed
     */
    long read(Reading reading) throws IOException {
        return each((path, problems) -> {
            try (CsvSource source = open(path, problems)) {
                reading.read(source, problems);
            }
        });
    }

    /** Reads one file. */
    @FunctionalInterface
    private interface FileReading {
        void read(String path, Problems problems) throws IOException;
    }

    private long each(FileReading reading) throws IOException {
        if (Collections.frequency(paths, "-") > 1) {
            throw CliException.usage("-: standard input can be read only once");
        }
        long malformed = 0;
        for (String path : paths) {
            Problems problems = problems(path);
            reading.read(path, problems);
            problems.finish();
            malformed += problems.malformedRows();
        }
        return malformed;
    }

    /** The files, as a message names them. */
    String named() {
        return String.join(", ", paths);
    }
}
