package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.GeneratorBuild;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputException;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.InputException;
import dev.proto2ffi.core.source.InputProblem;
import dev.proto2ffi.core.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java, and where a directory is configured C and Rust, from the .proto files of a module. Does nothing when
 * neither these files nor what they may import, nor the settings, have changed.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public class GenerateMojo extends AbstractMojo {
    /** Directories whose .proto files are compiled; import names start from them. By default {@code src/main/proto}. */
    @Parameter(property = "proto2ffi.sourceRoots")
    private List<File> sourceRoots = List.of();

    /** Further directories in which imports are found. Those of the dependencies' jars are found without them. */
    @Parameter(property = "proto2ffi.importDirectories")
    private List<File> importDirectories = List.of();

    /** Take the files from this FileDescriptorSet, as protoc or buf write it, instead of from text. */
    @Parameter(property = "proto2ffi.descriptorSet")
    private @Nullable File descriptorSet;

    /** The names of the files to take from the descriptor set; needed with it, and of no use without. */
    @Parameter(property = "proto2ffi.files")
    private List<String> files = List.of();

    /** Where Java goes; added to the compile source roots. */
    @Parameter(
            property = "proto2ffi.javaOutput",
            defaultValue = "${project.build.directory}/generated-sources/proto2ffi")
    private @Nullable File javaOutput;

    /** Whether Java is generated at all. */
    @Parameter(property = "proto2ffi.java", defaultValue = "true")
    private boolean java = true;

    /** Where C headers go; none are generated without it. */
    @Parameter(property = "proto2ffi.cOutput")
    private @Nullable File cOutput;

    /** Where Rust goes; none is generated without it. */
    @Parameter(property = "proto2ffi.rustOutput")
    private @Nullable File rustOutput;

    /** Whether the Rust output gets a Cargo.toml, which makes it a crate. */
    @Parameter(property = "proto2ffi.cargoToml", defaultValue = "false")
    private boolean cargoToml;

    /**
     * Options of messages, fields, enums or files that are set from outside of the .proto files, as in a side file: {@code
     * social.Post.content max_size:64}. They win over side files, options in the .proto files win over both.
     */
    @Parameter(property = "proto2ffi.options")
    private List<String> options = List.of();

    /** Whether to do nothing at all. */
    @Parameter(property = "proto2ffi.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        getLog().debug("proto2ffi " + GeneratorBuild.description());
        MavenProject module = require(project);
        try {
            generate(module);
        } catch (InputException e) {
            for (InputProblem problem : e.problems()) {
                getLog().error(problem.message() + "\n   help: " + problem.help());
            }
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage() + "\n   help: " + e.help(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private void generate(MavenProject module) throws IOException, MojoFailureException {
        List<Path> roots = roots(module);
        List<Path> sources = descriptorSet == null
                ? ProtoFiles.below(roots)
                : files.stream().map(Path::of).toList();
        if (sources.isEmpty()) {
            getLog().info(
                            descriptorSet == null
                                    ? "No .proto files in " + roots
                                    : "No <files> named to take from " + descriptorSet);
            return;
        }
        Map<Language, Path> outputs = outputs();
        if (outputs.containsKey(Language.JAVA)) {
            module.addCompileSourceRoot(outputs.get(Language.JAVA).toString());
        }
        CompileRequest request = request(module, sources, roots, outputs);
        Freshness freshness =
                Freshness.of(request, outputs, module, require(execution).getExecutionId());
        if (freshness.isUpToDate()) {
            getLog().info("Nothing to generate: " + Log.files(sources.size()) + " and their imports are unchanged");
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        Generated generated = Compiler.generate(request, diagnostics);
        new Log(getLog()).report(diagnostics);
        if (generated == null || diagnostics.hasErrors()) {
            throw new MojoFailureException(Log.errors(diagnostics.errorCount()) + " in .proto files, see above");
        }
        List<Path> identity = descriptorSet == null ? sources : List.of(descriptorSet.toPath());
        OutputWriter.Result result = OutputWriter.write(generated, outputs, identity);
        for (Path kept : result.kept()) {
            getLog().warn(kept + " is no longer generated, but was edited, so it was kept");
        }
        freshness.remember(result);
        getLog().info(Log.files(result.written().size()) + " written, "
                + result.unchanged().size() + " unchanged, " + result.removed().size() + " removed");
    }

    private CompileRequest request(
            MavenProject module, List<Path> sources, List<Path> roots, Map<Language, Path> outputs) {
        List<Path> directories = new ArrayList<>(roots);
        importDirectories.forEach(directory -> directories.add(directory.toPath()));
        return new CompileRequest(
                sources,
                directories,
                Dependencies.importRoots(module),
                descriptorSet == null ? null : descriptorSet.toPath(),
                options.stream().map(rule -> SourceFile.of("<options>", rule)).toList(),
                outputs.keySet(),
                cargoToml,
                Freshness.version());
    }

    private List<Path> roots(MavenProject module) {
        if (!sourceRoots.isEmpty()) {
            return sourceRoots.stream().map(File::toPath).toList();
        }
        Path root = module.getBasedir().toPath().resolve("src/main/proto");
        return Files.isDirectory(root) ? List.of(root) : List.of();
    }

    private Map<Language, Path> outputs() throws MojoFailureException {
        Map<Language, Path> outputs = new EnumMap<>(Language.class);
        if (java) {
            outputs.put(Language.JAVA, require(javaOutput).toPath());
        }
        if (cOutput != null) {
            outputs.put(Language.C, cOutput.toPath());
        }
        if (rustOutput != null) {
            outputs.put(Language.RUST, rustOutput.toPath());
        }
        if (outputs.isEmpty()) {
            throw new MojoFailureException("Nothing to generate: java is false, and there is no cOutput or rustOutput");
        }
        return outputs;
    }

    private static <T> T require(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("Maven sets the parameters before it calls");
        }
        return injected;
    }
}
