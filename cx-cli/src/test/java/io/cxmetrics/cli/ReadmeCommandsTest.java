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

    @Test
    void everyCommandRuns() throws IOException {
        List<String> commands =
                blocks("sh").stream().filter(block -> block.startsWith("./cx")).toList();
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            Run run = run(command);
            assertThat(run.code()).as(command).isZero();
            assertThat(run.out()).as(command).contains("\nall ");
        }
    }

    @Test
    void theOutputIsTheOneShown() throws IOException {
        String shown = blocks("text").get(0);
        assertThat(shown).contains("all  ");
        assertThat(run(blocks("sh").get(0)).out()).contains(shown);
    }
}
