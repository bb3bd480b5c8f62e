package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.completion.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Command lines that begin and what each shell, the real one, offers to go on with. */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {
    private static final Map<Shell, String> PROGRAMS =
            Map.of(Shell.BASH, "bash", Shell.ZSH, "zsh", Shell.FISH, "fish", Shell.POWERSHELL, "pwsh");

    @TempDir
    Path dir;

    private Path work;

    @BeforeEach
    void makeFiles() throws IOException {
        work = Files.createDirectories(dir.resolve("work"));
        for (String file : List.of("a.proto", "two words.proto", "notes.txt", "sub/b.proto", "sub/deeper/c.proto")) {
            Files.createDirectories(work.resolve(file).getParent());
            Files.writeString(work.resolve(file), "");
        }
    }

    /** As one may read them: without the slash of directories, and without what was typed of an option and its {@code =}. */
    private Set<String> complete(Shell shell, String line) {
        String program = PROGRAMS.get(shell);
        if (shell == Shell.POWERSHELL) {
            Programs.requireUnlessUnobtainable(program);
        } else {
            Programs.require(program);
        }
        Path script = dir.resolve(shell.fileName());
        Path harness = dir.resolve("harness");
        try {
            assertThat(new Cli(dir).run("completion", "-o", "DIR", shell.toString()))
                    .isEqualTo(new Cli.Result(0, "", ""));
            try (InputStream in = CompletionTest.class.getResourceAsStream("/completion/complete." + suffix(shell))) {
                assertThat(in).isNotNull();
                Files.write(harness, in.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<String> start = switch (shell) {
            case BASH -> List.of(program, "--norc");
            case ZSH -> List.of(program, "-f");
            case FISH -> List.of(program, "--no-config");
            case POWERSHELL -> List.of(program, "-NoProfile", "-File");
        };
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(harness.toString(), script.toString(), line));
        Programs.Result result = Programs.run(work, Map.of("HOME", dir.toString(), "TERM", "dumb"), command);
        assertThat(result.err()).as("%s: %s", shell, line).isEmpty();
        Set<String> offered = new TreeSet<>();
        result.out().lines().filter(word -> !word.isEmpty()).forEach(word -> offered.add(plain(word)));
        return offered;
    }

    private static String suffix(Shell shell) {
        return switch (shell) {
            case BASH, ZSH, FISH -> shell.toString().toLowerCase(Locale.ROOT);
            case POWERSHELL -> "ps1";
        };
    }

    private static String plain(String offered) {
        return offered.replaceFirst("\\t.*", "")
                .replaceFirst("^(-I|--[a-z-]+=)(?=.)", "")
                .replaceFirst("/$", "")
                .replaceFirst("^sub/", "")
                .replace("\\ ", " ");
    }

    @ParameterizedTest
    @EnumSource
    void commands(Shell shell) {
        assertThat(complete(shell, "proto2ffi "))
                .contains("generate", "layout", "check", "descriptor", "completion", "man", "help")
                .doesNotContain("a.proto");
        assertThat(complete(shell, "proto2ffi gen")).containsExactly("generate");
        assertThat(complete(shell, "proto2ffi --color always gen")).containsExactly("generate");
        assertThat(complete(shell, "proto2ffi help desc")).containsExactly("descriptor");
        assertThat(complete(shell, "proto2ffi help exit")).containsExactly("exit-codes");
        assertThat(complete(shell, "proto2ffi man la")).containsExactly("layout");
    }

    @ParameterizedTest
    @EnumSource
    void options(Shell shell) {
        assertThat(complete(shell, "proto2ffi generate --java")).containsExactly("--java-out");
        assertThat(complete(shell, "proto2ffi layout --f")).containsExactly("--format");
        assertThat(complete(shell, "proto2ffi check --err")).containsExactly("--error-format");
        assertThat(complete(shell, "proto2ffi --vers")).containsExactly("--version");
        assertThat(complete(shell, "proto2ffi check --include")).isEmpty();
        assertThat(complete(shell, "proto2ffi descriptor -I sub --include"))
                .containsExactly("--include-imports", "--include-source-info");
    }

    @ParameterizedTest
    @EnumSource
    void values(Shell shell) {
        assertThat(complete(shell, "proto2ffi layout --format "))
                .contains("table", "json")
                .doesNotContain("a.proto");
        assertThat(complete(shell, "proto2ffi layout --format=j")).containsExactly("json");
        assertThat(complete(shell, "proto2ffi --color ")).containsExactly("always", "auto", "never");
        assertThat(complete(shell, "proto2ffi check --error-format j")).containsExactly("json");
        assertThat(complete(shell, "proto2ffi completion ")).containsExactly("bash", "fish", "powershell", "zsh");
        assertThat(complete(shell, "proto2ffi check --max-errors ")).isEmpty();
        assertThat(complete(shell, "proto2ffi layout --message ")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void filesAndDirectories(Shell shell) {
        assertThat(complete(shell, "proto2ffi check ")).containsExactly("a.proto", "sub", "two words.proto");
        assertThat(complete(shell, "proto2ffi check a.proto sub/")).containsExactly("b.proto", "deeper");
        assertThat(complete(shell, "proto2ffi check --color never t")).containsExactly("two words.proto");
        assertThat(complete(shell, "proto2ffi generate --java-out ")).containsExactly("sub");
        assertThat(complete(shell, "proto2ffi generate --c-out=s")).containsExactly("sub");
        assertThat(complete(shell, "proto2ffi check -I ")).containsExactly("sub");
        assertThat(complete(shell, "proto2ffi check -Isu")).containsExactly("sub");
        assertThat(complete(shell, "proto2ffi layout -o n")).containsExactly("notes.txt");
    }

    @Test
    void asksForAShellWhereNoneIsGiven() {
        Cli.Result result = new Cli(dir).run("completion");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: which shell? Give bash, zsh, fish or powershell");
    }

    @ParameterizedTest
    @EnumSource
    void eachScriptSaysHowToKeepIt(Shell shell) {
        Cli.Result result = new Cli(dir).run("completion", shell.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("# For this session").contains("proto2ffi completion " + shell);
    }

    @Test
    void writesTheScriptsOfAllShellsUnderTheirNames() throws IOException {
        assertThat(new Cli(dir).run("completion", "-o", "DIR/all")).isEqualTo(new Cli.Result(0, "", ""));
        try (var files = Files.list(dir.resolve("all"))) {
            assertThat(files)
                    .map(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("proto2ffi.bash", "_proto2ffi", "proto2ffi.fish", "proto2ffi.ps1");
        }
    }
}
