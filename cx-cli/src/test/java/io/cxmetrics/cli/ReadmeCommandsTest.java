package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the README and of the page about the command run, and print what is shown. */
class ReadmeCommandsTest {

    private static final Path ROOT = Path.of(System.getProperty("cx.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("```(sh|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** A block of a page: its kind, and its text. */
    private record Block(String kind, String text) {}

    private static List<Block> blocks() throws IOException {
        String pages = Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("docs/command.md"));
        return BLOCK.matcher(pages)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .filter(block -> !block.kind().equals("sh") || block.text().startsWith("./cx"))
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
    private static List<String> commands(Block block) {
        return Pattern.compile("\n(?=\\./cx )").splitAsStream(block.text()).toList();
    }

    @Test
    void everyCommandRuns() throws IOException {
        List<String> commands = blocks().stream()
                .filter(block -> block.kind().equals("sh"))
                .flatMap(block -> commands(block).stream())
                .toList();
        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            Run run = run(command);
            assertThat(run.code()).as(command).isZero();
            assertThat(run.out()).as(command).contains("\nall ");
        }
    }

    /** A block of output stands below the command that prints it. */
    @Test
    void theOutputIsTheOneShown() throws IOException {
        List<Block> blocks = blocks();
        int shown = 0;
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).kind().equals("text")) {
                List<String> above = commands(blocks.get(i - 1));
                assertThat(run(above.get(above.size() - 1)).out())
                        .contains(blocks.get(i).text());
                shown++;
            }
        }
        assertThat(shown).isGreaterThan(2);
    }
}
