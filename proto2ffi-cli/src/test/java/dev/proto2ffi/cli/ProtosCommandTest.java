package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtosCommandTest {
    private static final Path ORIGINAL = Path.of("../proto2ffi-core/src/main/resources/proto2ffi/options.proto");

    @TempDir
    Path dir;

    @Test
    void writesTheOptionsWhereOtherToolsFindThem() {
        Cli cli = new Cli(dir);
        assertThat(cli.run("protos", "-o", "DIR/third_party")).isEqualTo(new Result(0, "", ""));
        assertThat(cli.path("third_party/proto2ffi/options.proto")).hasSameTextualContentAs(ORIGINAL);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Cli cli = new Cli(dir);
        assertThat(cli.run("protos").code()).isEqualTo(2);
        cli.write("file", "");
        Result blocked = cli.run("protos", "-o", "DIR/file");
        assertThat(blocked.code()).isEqualTo(3);
        assertThat(blocked.err()).contains("help: ");
    }
}
