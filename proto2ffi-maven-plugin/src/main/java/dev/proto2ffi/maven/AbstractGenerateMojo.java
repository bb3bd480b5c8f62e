package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.DescriptorSet;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.compile.UpToDate;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Lookups;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Generates code, for the main sources or the tests. */
abstract class AbstractGenerateMojo extends AbstractProtoMojo {
    /** Whether Java is generated at all. */
    @Parameter(property = "proto2ffi.java", defaultValue = "true")
    private boolean java = true;

    /** Whether the Rust output gets a {@code Cargo.toml}, which makes it a crate. */
    @Parameter(property = "proto2ffi.cargoToml", defaultValue = "false")
    private boolean cargoToml;

    /** Whether the {@code .proto} files, and the side files beside them, go into the module's jar, so that those that depend on it can import them. */
    @Parameter(property = "proto2ffi.attachProtos", defaultValue = "true")
    private boolean attachProtos = true;

    /**
     * Whether Java classes of imported {@code .proto} files are left to the dependencies that already have them, with the same layout. C and Rust
     * are always complete.
     */
    @Parameter(property = "proto2ffi.reuseClasses", defaultValue = "true")
    private boolean reuseClasses = true;

    /** Whether to fail when the module is compiled for a Java that is too old for generated code, and to warn of such a JDK. */
    @Parameter(property = "proto2ffi.checkJava", defaultValue = "true")
    private boolean checkJava = true;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    private final ToolchainManager toolchains;

    AbstractGenerateMojo(RepositorySystem repositories, BuildContext context, ToolchainManager toolchains) {
        super(repositories, context);
        this.toolchains = toolchains;
    }

    /** Whether it is the tests that code is generated for. */
    abstract boolean isForTests();

    abstract Input input() throws IOException, MojoFailureException;

    /** Directories of imports behind those of the sources, which need not exist. */
    abstract List<Path> moreRoots();

    abstract @Nullable File output(Language language);

    /** Where the descriptors of the files go; null for nowhere. */
    abstract @Nullable File descriptorSetOutput();

    @Override
    final void run(Messages messages) throws IOException, MojoExecutionException, MojoFailureException {
        Input input = input();
        Sibling.remember(project(), input.sources().roots(), isForTests());
        if (attachProtos) {
            ProtoResources.attach(project(), input.sources().roots(), isForTests());
        }
        input.warnOfIdlePatterns(messages);
        Map<Language, Path> outputs = outputs();
        ExecutionMemory memory = ExecutionMemory.read(memory("execution"));
        if (input.isEmpty()) {
            clear(messages, input, outputs, memory);
            return;
        }
        if (outputs.containsKey(Language.JAVA)) {
            prepareCompilation(messages, outputs.get(Language.JAVA));
        }
        List<Dependency> dependencies = dependencies();
        CompileRequest request = request(input, moreRoots(), dependencies, outputs.keySet(), cargoToml);
        UpToDate upToDate = UpToDate.of(request, outputs, memory("files"), InstantSource.system());
        if (memory.hasSettings(settings()) && upToDate.isUpToDate()) {
            tellThatNothingChanged(input, upToDate.warnings());
            return;
        }
        messages.forget(input.files());
        Lookups lookups = new Lookups();
        Diagnostics diagnostics = new Diagnostics();
        Generated generated = compile(messages, request, diagnostics, lookups);
        if (reuseClasses) {
            generated = new ShippedClasses(shippers(dependencies), lookups, getLog()).without(generated, input.names());
        }
        List<Path> sources = memory.filesAnd(input.identity());
        OutputWriter.Result result = OutputWriter.write(generated, outputs, sources);
        writeDescriptorSet(request, lookups);
        memory.write(settings(), sources);
        upToDate.remember(result, lookups, diagnostics);
        tell(messages, result);
    }

    /** What the compiler isn't told: the plugin itself, and switches that decide what becomes of the compiler's result. */
    private String settings() throws IOException {
        return "plugin " + PluginBuild.identity() + ", reuseClasses " + reuseClasses + ", descriptorSetOutput "
                + descriptorSetOutput();
    }

    private void tellThatNothingChanged(Input input, int warnings) {
        getLog().info("Nothing to generate: " + Messages.count(input.files().size(), "file")
                + " and their imports are unchanged"
                + (warnings == 0 ? "" : "; " + Messages.count(warnings, "warning") + " of the last run not repeated"));
    }

    private void prepareCompilation(Messages messages, Path javaOutput) throws MojoFailureException {
        if (isForTests()) {
            project().addTestCompileSourceRoot(javaOutput.toString());
        } else {
            project().addCompileSourceRoot(javaOutput.toString());
        }
        if (checkJava) {
            new JdkAdvice(project(), session(), require(execution), toolchains).give(messages, isForTests());
        }
    }

    private static Generated compile(
            Messages messages, CompileRequest request, Diagnostics diagnostics, Lookups lookups)
            throws IOException, MojoFailureException {
        Generated generated = Compiler.generate(request, diagnostics, lookups);
        messages.report(diagnostics);
        failOnErrors(diagnostics);
        return require(generated);
    }

    /** A test has the module's own classes, too. */
    private List<Dependency> shippers(List<Dependency> dependencies) {
        if (!isForTests()) {
            return dependencies;
        }
        List<Dependency> all = new ArrayList<>();
        all.add(new Dependency(
                "this module",
                List.of(),
                project().getCompileSourceRoots().stream().map(Path::of).toList(),
                Path.of(project().getBuild().getOutputDirectory())));
        all.addAll(dependencies);
        return all;
    }

    private void writeDescriptorSet(CompileRequest request, Lookups lookups) throws IOException {
        File file = descriptorSetOutput();
        if (file != null) {
            DescriptorSet set = require(Compiler.descriptors(request, new Diagnostics()));
            OutputWriter.writeFile(file.toPath(), set.bytes(true, false));
            lookups.present(file.toPath());
        }
    }

    /** The last .proto file may have gone, and what it became must go with it. */
    private void clear(Messages messages, Input input, Map<Language, Path> outputs, ExecutionMemory memory)
            throws IOException {
        List<Path> roots = new ArrayList<>(input.sources().roots());
        roots.addAll(input.sources().absentRoots());
        getLog().info("No .proto files in " + roots);
        if (memory.hasFiles()) {
            OutputWriter.Result result =
                    OutputWriter.write(Generated.nothing(outputs.keySet()), outputs, memory.filesAnd(List.of()));
            memory.write(settings(), List.of());
            tell(messages, result);
        }
    }

    private void tell(Messages messages, OutputWriter.Result result) {
        for (Path kept : result.kept()) {
            getLog().warn(kept + " is no longer generated, but was edited, so it was kept"
                    + "\n   help: remove it by hand once you have saved what you need");
        }
        List<Path> changed = new ArrayList<>(result.written());
        changed.addAll(result.removed());
        messages.refresh(changed);
        getLog().info(Messages.count(result.written().size(), "file") + " written, "
                + result.unchanged().size() + " unchanged, " + result.removed().size() + " removed");
    }

    private Map<Language, Path> outputs() throws MojoFailureException {
        Map<Language, Path> outputs = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            File output = output(language);
            if (output != null && (language != Language.JAVA || java)) {
                outputs.put(language, output.toPath());
            }
        }
        if (outputs.isEmpty() && descriptorSetOutput() == null) {
            throw new MojoFailureException(
                    "nothing to generate: java is false, and there is no directory for C or Rust"
                            + "\n   help: configure cOutput or rustOutput (for tests testCOutput, testRustOutput), or take the goal out");
        }
        return outputs;
    }

    /** A goal and the id of its execution are one of a kind in a module. */
    private Path memory(String kind) {
        MojoExecution me = require(execution);
        return Path.of(
                project().getBuild().getDirectory(),
                "proto2ffi",
                (isForTests() ? "generate-test-" : "generate-") + me.getExecutionId() + "." + kind);
    }
}
