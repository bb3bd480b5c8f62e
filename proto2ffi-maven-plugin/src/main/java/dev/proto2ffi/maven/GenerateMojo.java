package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java, and where a directory is configured C and Rust, from the {@code .proto} files of a module. Does nothing when
 * neither these files nor what they may import, nor the settings, nor the plugin, have changed.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyCollection = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {
    /** Compile only files that match one of these Ant patterns, relative to each source root, such as {@code social/**}{@code /*.proto}. By default all. */
    @Parameter(property = "proto2ffi.includes")
    private List<String> includes = List.of();

    /** Don't compile files that match one of these Ant patterns, relative to each source root. They can still be imported. */
    @Parameter(property = "proto2ffi.excludes")
    private List<String> excludes = List.of();

    /** Take the files from this {@code FileDescriptorSet}, as protoc or buf write it, instead of from text. */
    @Parameter(property = "proto2ffi.descriptorSet")
    private @Nullable File descriptorSet;

    /** The names of the files to take from the descriptor set; needed with it, and an error without. */
    @Parameter(property = "proto2ffi.files")
    private List<String> files = List.of();

    /** Where Java goes; added to the compile source roots. */
    @Parameter(
            property = "proto2ffi.javaOutput",
            defaultValue = "${project.build.directory}/generated-sources/proto2ffi")
    private @Nullable File javaOutput;

    /** Where C headers go; none are generated without it. */
    @Parameter(property = "proto2ffi.cOutput")
    private @Nullable File cOutput;

    /** Where Rust goes; none is generated without it. */
    @Parameter(property = "proto2ffi.rustOutput")
    private @Nullable File rustOutput;

    /** Also write the files' descriptors and those of their imports here, as protoc's {@code --descriptor_set_out --include_imports} does. */
    @Parameter(property = "proto2ffi.descriptorSetOutput")
    private @Nullable File descriptorSetOutput;

    /** Called by Maven, which sets the parameters afterwards. */
    @Inject
    public GenerateMojo(RepositorySystem repositories, BuildContext context, ToolchainManager toolchains) {
        super(repositories, context, toolchains);
    }

    @Override
    boolean isForTests() {
        return false;
    }

    @Override
    Input input() throws IOException, MojoFailureException {
        return Input.of(descriptorSet, files, Input.of(mainRoots(), includes, excludes));
    }

    @Override
    List<Path> moreRoots() {
        return List.of();
    }

    @Override
    @Nullable File output(Language language) {
        return switch (language) {
            case JAVA -> javaOutput;
            case C -> cOutput;
            case RUST -> rustOutput;
        };
    }

    @Override
    @Nullable File descriptorSetOutput() {
        return descriptorSetOutput;
    }
}
