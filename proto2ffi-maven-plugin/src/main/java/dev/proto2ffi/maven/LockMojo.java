package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.Comparison;
import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Lock;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.evolve.RuleSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;

/** Writes the lock file of a module's {@code .proto} files, or verifies that it is what would be written. */
@Mojo(name = "lock", requiresDependencyCollection = ResolutionScope.COMPILE, threadSafe = true)
public final class LockMojo extends AbstractSchemaMojo {
    private static final String WAY_OUT =
            "\n   help: mvn proto2ffi:lock writes it; commit it together with the change of the schema";

    /** Write nothing, and fail when the lock file differs in anything from what would be written. */
    @Parameter(property = "proto2ffi.verify", defaultValue = "false")
    private boolean verify;

    /** Called by Maven, which sets the parameters afterwards. */
    @Inject
    public LockMojo(RepositorySystem repositories, BuildContext context) {
        super(repositories, context);
    }

    @Override
    void look(CompileRequest request, Path lock, Messages messages) throws IOException, MojoFailureException {
        Diagnostics diagnostics = new Diagnostics();
        Lock now = Compiler.lock(request, diagnostics);
        messages.report(diagnostics);
        failOnErrors(diagnostics);
        String text = require(now).text();
        boolean same = Files.exists(lock) && Files.readString(lock).equals(text);
        if (same) {
            getLog().info(lock.getFileName() + " is up to date");
        } else if (verify) {
            throw differs(lock, require(now), messages);
        } else {
            OutputWriter.writeFile(lock, text.getBytes(StandardCharsets.UTF_8));
            messages.refreshFile(lock);
            getLog().info(lock + " written");
        }
    }

    /** Says what differs, as far as the old lock file can be read. */
    private static MojoFailureException differs(Path lock, Lock now, Messages messages) throws IOException {
        if (!Files.exists(lock)) {
            return new MojoFailureException("there is no " + lock + WAY_OUT);
        }
        Diagnostics findings = new Diagnostics();
        Lock old = Lock.read(lock, findings);
        if (old != null) {
            Comparison.of(old, now, RuleSettings.ALL).diagnostics().forEach(findings::add);
        }
        messages.report(findings);
        return new MojoFailureException(lock.getFileName() + " differs from the schema" + WAY_OUT);
    }
}
