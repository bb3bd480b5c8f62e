package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.GeneratorBuild;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputException;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.InputException;
import dev.proto2ffi.core.source.InputProblem;
import dev.proto2ffi.core.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: where .proto files and their imports are, and how a failure is told. */
abstract class AbstractProtoMojo extends AbstractMojo {
    private static final String DEFAULT_ROOT = "src/main/proto";

    /** Directories whose {@code .proto} files are compiled; import names start from them. By default {@code src/main/proto}. */
    @Parameter(property = "proto2ffi.sourceRoots")
    private List<File> sourceRoots = List.of();

    /** Further directories in which imports are found. Those of the dependencies are found without them. */
    @Parameter(property = "proto2ffi.importDirectories")
    private List<File> importDirectories = List.of();

    /**
     * Options of messages, fields, enums or files that are set from outside of the {@code .proto} files, as in a side file: {@code
     * social.Post.content max_size:64}. They win over side files; options in the {@code .proto} files win over both.
     */
    @Parameter(property = "proto2ffi.options")
    private List<String> options = List.of();

    /** Whether to do nothing at all. */
    @Parameter(property = "proto2ffi.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    private final Dependencies dependencies;
    private final BuildContext context;

    AbstractProtoMojo(RepositorySystem repositories, BuildContext context) {
        this.dependencies = new Dependencies(repositories);
        this.context = context;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        getLog().debug("proto2ffi " + GeneratorBuild.description());
        if (skip || isSkippedToo()) {
            getLog().info("Skipped");
            return;
        }
        try {
            run(Messages.of(getLog(), context, session()));
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

    abstract void run(Messages messages) throws IOException, MojoExecutionException, MojoFailureException;

    /** Further reasons to do nothing. */
    boolean isSkippedToo() {
        return false;
    }

    MavenProject project() {
        return require(project);
    }

    MavenSession session() {
        return require(session);
    }

    /** In which the module's main .proto files are. */
    List<Path> mainRoots() {
        return roots(sourceRoots, DEFAULT_ROOT);
    }

    /** @param byDefault below the module's directory */
    List<Path> roots(List<File> configured, String byDefault) {
        return configured.isEmpty()
                ? List.of(project().getBasedir().toPath().resolve(byDefault))
                : configured.stream().map(this::inModule).toList();
    }

    /** Maven doesn't resolve the relative paths of a list that is given as a property. */
    private Path inModule(File path) {
        return project().getBasedir().toPath().resolve(path.toPath());
    }

    List<Dependency> dependencies() throws MojoExecutionException {
        return dependencies.of(project(), session());
    }

    /** @param moreRoots import directories behind those of the sources */
    CompileRequest request(
            Input input, List<Path> moreRoots, List<Dependency> found, Set<Language> languages, boolean cargoToml) {
        List<Path> directories = new ArrayList<>(input.sources().roots());
        directories.addAll(moreRoots);
        importDirectories.forEach(directory -> directories.add(inModule(directory)));
        List<ImportRoot> imports = new ArrayList<>();
        found.forEach(dependency -> imports.addAll(dependency.importRoots()));
        return new CompileRequest(
                input.files(),
                directories,
                imports,
                input.descriptorSet(),
                options.stream().map(rule -> SourceFile.of("<options>", rule)).toList(),
                languages,
                cargoToml,
                GeneratorBuild.version());
    }

    /** Fails the build when there was an error. */
    static void failOnErrors(Diagnostics diagnostics) throws MojoFailureException {
        if (diagnostics.hasErrors()) {
            throw new MojoFailureException(
                    Messages.count(diagnostics.errorCount(), "error") + " in .proto files, see above");
        }
    }

    static <T> T require(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("Maven sets the parameters before it calls");
        }
        return injected;
    }
}
