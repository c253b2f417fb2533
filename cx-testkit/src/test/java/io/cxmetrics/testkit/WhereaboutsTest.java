package io.cxmetrics.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereaboutsTest {

    @TempDir
    Path parent;

    Path checkout;

    @BeforeEach
    void checkout() throws IOException {
        checkout = Files.createDirectory(parent.resolve("checkout"));
    }

    private Path data(String name) throws IOException {
        Files.createDirectories(parent.resolve(name).resolve("golden"));
        return parent.resolve(name);
    }

    @Test
    void besideTheCheckoutWhereNobodySaysOtherwise() throws IOException {
        Path shared = data("shared");
        assertThat(Whereabouts.of("", checkout, false)).isEqualTo(new Whereabouts(shared, ""));
        assertThat(Whereabouts.of("", checkout, true).there()).isTrue();
    }

    @Test
    void absentIsSaid() {
        Whereabouts absent = Whereabouts.of("", checkout, false);
        assertThat(absent.there()).isFalse();
        assertThat(absent.absence())
                .isEqualTo("no golden data at " + parent.resolve("shared") + "; -Dcx.shared=DIR names another folder");
    }

    /** A folder of this name may belong to another project. */
    @Test
    void aFolderWithoutGoldenValuesIsNone() throws IOException {
        Files.createDirectory(parent.resolve("shared"));
        assertThat(Whereabouts.of("", checkout, false).there()).isFalse();
    }

    @Test
    void absentIsAnErrorWhereTheDataAreRequired() {
        assertThatThrownBy(() -> Whereabouts.of("", checkout, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("golden data are required with CI=true, got none at " + parent.resolve("shared")
                        + "; -Dcx.shared=none goes without them");
    }

    @Test
    void aNamedFolderIsAbsoluteOrRelativeToTheCheckout() throws IOException {
        Path other = data("other");
        assertThat(Whereabouts.of(other.toString(), checkout, false)).isEqualTo(new Whereabouts(other, ""));
        assertThat(Whereabouts.of("../other", checkout, true)).isEqualTo(new Whereabouts(other, ""));
    }

    @Test
    void aNamedFolderThatDoesNotExistIsAnError() throws IOException {
        data("shared");
        assertThatThrownBy(() -> Whereabouts.of("../typo", checkout, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cx.shared must be none, or a folder that has a folder golden, got " + parent.resolve("typo"));
    }

    /** Also where the data lie beside the checkout, and where they are required: somebody said it. */
    @Test
    void noneIsNone() throws IOException {
        data("shared");
        assertThat(Whereabouts.of("none", checkout, false).absence()).isEqualTo("cx.shared is none");
        assertThat(Whereabouts.of("none", checkout, true).there()).isFalse();
    }

    @Test
    void anEditorThatSaysNothingStartsInsideTheCheckout() {
        String said = System.getProperty("cx.root", "");
        System.clearProperty("cx.root");
        try {
            assertThat(Whereabouts.root().resolve(".mvn")).isDirectory();
        } finally {
            System.setProperty("cx.root", said);
        }
    }
}
