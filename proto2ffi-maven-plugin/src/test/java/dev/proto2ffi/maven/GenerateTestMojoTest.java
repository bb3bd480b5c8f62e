package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTestMojoTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @SuppressWarnings("NullAway.Init")
    private TestModule module;

    @BeforeEach
    void makeModule() throws Exception {
        module = new TestModule(dir);
        module.write("src/main/proto/social/user.proto", "message User { uint64 id = 1; }");
        module.write(
                "src/test/proto/social/fixture.proto",
                "import \"social/user.proto\"; message Fixture { User user = 1; }");
    }

    private Path generated() {
        return dir.resolve("target/generated-test-sources/proto2ffi/social/ffi");
    }

    @Test
    void generatesTheTestsSchemasAndLeavesMainClassesToTheMainSources() throws Exception {
        module.generate();
        module.generateTest();
        assertThat(generated().resolve("Fixture.java")).exists();
        assertThat(generated().resolve("User.java")).doesNotExist();
        assertThat(module.project().getTestCompileSourceRoots())
                .containsExactly(
                        dir.resolve("target/generated-test-sources/proto2ffi").toString());
        assertThat(module.project().getTestResources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.getDirectory())
                        .isEqualTo(dir.resolve("src/test/proto").toString()));
        assertThat(dir.resolve("target/generated-sources/proto2ffi/social/ffi/Fixture.java"))
                .doesNotExist();
    }

    @Test
    void generatesImportsFromTheMainRootsWhereNobodyElseDoes() throws Exception {
        module.generateTest();
        assertThat(generated().resolve("Fixture.java")).exists();
        assertThat(generated().resolve("User.java")).exists();
    }

    @Test
    void doesNothingWithoutTests() throws Exception {
        module.configuration.put("skipTests", true);
        module.generateTest();
        assertThat(module.log.lines).containsExactly("info Skipped");
        assertThat(generated()).doesNotExist();
    }
}
