package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Generates code from the {@code .proto} files of a module's tests. Imports are found in the module's main source roots and in the dependencies
 * of its tests as well; classes that the main code has aren't generated again.
 */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyCollection = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {
    private static final String DEFAULT_ROOT = "src/test/proto";

    /** Directories whose {@code .proto} files are compiled for the tests. By default {@code src/test/proto}. */
    @Parameter(property = "proto2ffi.testSourceRoots")
    private List<File> testSourceRoots = List.of();

    /** Compile only files that match one of these Ant patterns, relative to each root of the tests. By default all. */
    @Parameter(property = "proto2ffi.testIncludes")
    private List<String> testIncludes = List.of();

    /** Don't compile files that match one of these Ant patterns, relative to each root of the tests. They can still be imported. */
    @Parameter(property = "proto2ffi.testExcludes")
    private List<String> testExcludes = List.of();

    /** Where Java goes; added to the source roots of the tests. */
    @Parameter(
            property = "proto2ffi.testJavaOutput",
            defaultValue = "${project.build.directory}/generated-test-sources/proto2ffi")
    private @Nullable File testJavaOutput;

    /** Where C headers go; none are generated without it. */
    @Parameter(property = "proto2ffi.testCOutput")
    private @Nullable File testCOutput;

    /** Where Rust goes; none is generated without it. */
    @Parameter(property = "proto2ffi.testRustOutput")
    private @Nullable File testRustOutput;

    /** Tests aren't compiled when this is set, and so nothing is generated for them. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    /** Called by Maven, which sets the parameters afterwards. */
    @Inject
    public GenerateTestMojo(RepositorySystem repositories, BuildContext context, ToolchainManager toolchains) {
        super(repositories, context, toolchains);
    }

    @Override
    boolean isForTests() {
        return true;
    }

    @Override
    boolean isSkippedToo() {
        return skipTests;
    }

    @Override
    Input input() throws IOException {
        return Input.of(roots(testSourceRoots, DEFAULT_ROOT), testIncludes, testExcludes);
    }

    @Override
    List<Path> moreRoots() {
        return mainRoots().stream().filter(Files::isDirectory).toList();
    }

    @Override
    @Nullable File output(Language language) {
        return switch (language) {
            case JAVA -> testJavaOutput;
            case C -> testCOutput;
            case RUST -> testRustOutput;
        };
    }

    @Override
    @Nullable File descriptorSetOutput() {
        return null;
    }
}
