package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.CompileRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Looks at a module's main .proto files and at its lock file; generates nothing. */
abstract class AbstractSchemaMojo extends AbstractProtoMojo {
    /** Look only at files that match one of these Ant patterns, relative to each source root. By default all. */
    @Parameter(property = "proto2ffi.includes")
    private List<String> includes = List.of();

    /** Don't look at files that match one of these Ant patterns, relative to each source root. They can still be imported. */
    @Parameter(property = "proto2ffi.excludes")
    private List<String> excludes = List.of();

    /** Take the files from this {@code FileDescriptorSet}, as protoc or buf write it, instead of from text. */
    @Parameter(property = "proto2ffi.descriptorSet")
    private @Nullable File descriptorSet;

    /** The names of the files to take from the descriptor set; needed with it, and an error without. */
    @Parameter(property = "proto2ffi.files")
    private List<String> files = List.of();

    /** The layouts and wire facts that others depend on, as reviewable text; to be committed. */
    @Parameter(property = "proto2ffi.lockFile", defaultValue = "${project.basedir}/proto2ffi.lock")
    private @Nullable File lockFile;

    AbstractSchemaMojo(RepositorySystem repositories, BuildContext context) {
        super(repositories, context);
    }

    @Override
    final void run(Messages messages) throws IOException, MojoExecutionException, MojoFailureException {
        Input input = Input.of(descriptorSet, files, Input.of(mainRoots(), includes, excludes));
        messages.forget(input.files());
        input.warnOfIdlePatterns(messages);
        Path lock = require(lockFile).toPath();
        if (input.isEmpty() && !Files.exists(lock)) {
            getLog().info("No .proto files");
            return;
        }
        look(request(input, List.of(), dependencies(), Set.of(), false), lock, messages);
    }

    /** @param lock the lock file, which need not exist */
    abstract void look(CompileRequest request, Path lock, Messages messages)
            throws IOException, MojoExecutionException, MojoFailureException;
}
