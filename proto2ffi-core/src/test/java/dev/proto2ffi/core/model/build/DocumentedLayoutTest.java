package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.Cases;
import dev.proto2ffi.core.testing.FrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedLayoutTest {
    private static final String GEO = """
            syntax = "proto3";
            package geo;
            import "google/protobuf/empty.proto";
            import "proto2ffi/options.proto";
            message Point { double x = 1; double y = 2; }
            message Line { optional Point a = 1; Point b = 2; }
            message Size { double width = 1; }
            service Measure {
              rpc Length(Line) returns (Size) { option (proto2ffi.method) = { critical: true, batch: true }; }
              rpc Points(Line) returns (stream Point);
              rpc Reset(google.protobuf.Empty) returns (google.protobuf.Empty);
            }
            """;

    @Test
    void thePageShowsWhatTheCompilerSays() throws IOException {
        assertThat(page()).contains(Files.readString(Cases.folder("model").resolve("documented.layout")));
    }

    @Test
    void thePageShowsTheTextOfAStructWithThoseThatItReachesAndOfAService() throws IOException {
        SchemaLayout layout = FrontEnd.layOut(Map.of("geo.proto", GEO));
        assertThat(page()).contains(layout.canonicalText(layout.struct("geo.Line")));
        assertThat(page()).contains(layout.services().get(0).text());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "layout.md"));
    }
}
