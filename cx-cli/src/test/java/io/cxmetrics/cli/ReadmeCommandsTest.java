package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the README run, and print what it shows. */
class ReadmeCommandsTest {

    private static final Path ROOT = Path.of(System.getProperty("cx.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```(sh|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static List<String> blocks(String kind) throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .filter(block -> block.group(1).equals(kind))
                .map(block -> block.group(2))
                .toList();
    }

    private static Run run(String command) {
        String[] words = WORD.matcher(command.replace("\\\n", " "))
                .results()
                .map(ReadmeCommandsTest::word)
                .toArray(String[]::new);
        assertThat(words[0]).isEqualTo("./cx");
        return Run.cx(List.of(words).subList(1, words.length).toArray(String[]::new));
    }

    private static String word(MatchResult match) {
        String word = match.group(1) == null ? match.group(2) : match.group(1);
        return word.startsWith("cx-cli/") ? ROOT.resolve(word).toString() : word;
    }

    /** A block may hold several, and each of them go on over several lines. */
    private static List<String> commands() throws IOException {
        return blocks("sh").stream()
                .filter(block -> block.startsWith("./cx"))
                .flatMap(block -> Pattern.compile("\n(?=\\./cx )").splitAsStream(block))
                .toList();
    }

    @Test
    void everyCommandRuns() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSize(5);
        for (String command : commands) {
            Run run = run(command);
            assertThat(run.code()).as(command).isZero();
            assertThat(run.out()).as(command).contains("\nall ");
        }
    }

    @Test
    void theOutputIsTheOneShown() throws IOException {
        List<String> shown = blocks("text");
        assertThat(shown).hasSize(3);
        assertThat(run(commands().get(0)).out()).contains(shown.get(0));
        assertThat(run(commands().get(3)).out()).contains(shown.get(1));
        assertThat(run(commands().get(4)).out()).contains(shown.get(2));
    }
}
