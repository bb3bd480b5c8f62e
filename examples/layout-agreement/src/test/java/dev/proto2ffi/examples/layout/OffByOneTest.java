package dev.proto2ffi.examples.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that {@link LayoutAgreementTest} would notice: a byte is put in front of Post.content, and taken from the end of
 * what follows, so that content is off by one and all behind media_url stands where it should.
 */
class OffByOneTest {
    private static final Example EXAMPLE = Example.SOCIAL_MEDIA;

    private static Path changedHeaders(Path folder) throws IOException {
        Path headers = Generated.copy(EXAMPLE.headers(), folder);
        Path header = headers.resolve("social/social.p2f.h");
        Generated.replace(header, "    char content[5000];\n", "    char gap;\n    char content[5000];\n");
        Generated.replace(header, "    char media_url[512];\n", "    char media_url[511];\n");
        return headers;
    }

    private static Path changedModules(Path folder) throws IOException {
        Path modules = Generated.copy(EXAMPLE.modules(), folder);
        Path module = modules.resolve("social.rs");
        Generated.replace(module, "    content: [u8; 5000],\n", "    gap: u8,\n    content: [u8; 5000],\n");
        Generated.replace(module, "    media_url: [u8; 512],\n", "    media_url: [u8; 511],\n");
        Generated.replace(module, " content: [0; 5000],\n", " gap: 0,\n content: [0; 5000],\n");
        Generated.replace(module, " media_url: [0; 512],\n", " media_url: [0; 511],\n");
        return modules;
    }

    private static void assertReported(View view) {
        assertThat(JavaView.of(EXAMPLE).differences(view))
                .containsExactly(
                        "social.Post content: Java sees offset 20, size 5000, " + view.who()
                                + " sees offset 21, size 5000",
                        "social.Post media_url: Java sees offset 5020, size 512, " + view.who()
                                + " sees offset 5021, size 511");
    }

    @Test
    void anOffsetOffByOneInTheHeaderIsReported(@TempDir Path folder) throws IOException {
        Path headers = changedHeaders(folder);
        Generated.removeAssertions(headers.resolve("social/social.p2f.h"));
        assertReported(CView.of(EXAMPLE, "gcc", headers, folder));
    }

    @Test
    void theHeadersAssertionsStopTheCompilerBeforeThat(@TempDir Path folder) throws IOException {
        Tools.Result result = CView.compile(EXAMPLE, "gcc", changedHeaders(folder), folder);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output())
                .contains("social_Post.content is elsewhere")
                .contains("social_Post.media_url is elsewhere")
                .doesNotContain("social_Post.visibility is elsewhere");
    }

    @Test
    void anOffsetOffByOneInTheModuleIsReported(@TempDir Path folder) throws IOException {
        Path modules = changedModules(folder);
        Generated.removeAssertions(modules.resolve("social.rs"));
        assertReported(RustView.of(EXAMPLE, modules, folder));
    }

    @Test
    void theModulesAssertionsStopTheCompilerBeforeThat(@TempDir Path folder) throws IOException {
        Tools.Result result = RustView.compile(EXAMPLE, changedModules(folder), folder);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("offset_of!(Post, content) == 20");
    }
}
