package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.Comparison;
import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Lock;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.evolve.Ignore;
import dev.proto2ffi.core.evolve.RuleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;

/**
 * Says what is wrong with the {@code .proto} files of a module, and what could be better. Where there is a lock file, fails when the schema
 * breaks what the lock file records.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyCollection = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CheckMojo extends AbstractSchemaMojo {
    /** Whether a warning fails the build, as an error does. */
    @Parameter(property = "proto2ffi.failOnWarnings", defaultValue = "false")
    private boolean failOnWarnings;

    /**
     * Breaks that are accepted: {@code RULE:SUBJECT}, such as {@code member-appended:social.Post.*}, where a star stands for any characters. The rules
     * are those of {@code proto2ffi diff}.
     */
    @Parameter(property = "proto2ffi.ignores")
    private List<String> ignores = List.of();

    /** Called by Maven, which sets the parameters afterwards. */
    @Inject
    public CheckMojo(RepositorySystem repositories, BuildContext context) {
        super(repositories, context);
    }

    @Override
    void look(CompileRequest request, Path lock, Messages messages) throws IOException, MojoFailureException {
        RuleSettings settings = settings();
        Diagnostics diagnostics = new Diagnostics();
        Compiler.check(request, diagnostics);
        messages.report(diagnostics);
        failOnErrors(diagnostics);
        long warnings = warnings(diagnostics);
        if (Files.exists(lock)) {
            warnings += compare(request, lock, settings, messages);
        }
        if (failOnWarnings && warnings > 0) {
            throw new MojoFailureException(Messages.count((int) warnings, "warning")
                    + " about .proto files, see above, and failOnWarnings is set");
        }
    }

    private RuleSettings settings() throws MojoFailureException {
        List<Ignore> accepted = new ArrayList<>();
        for (String text : ignores) {
            Ignore ignore = Ignore.parse(text.trim());
            if (ignore == null) {
                throw new MojoFailureException(
                        "<ignore>" + text + "</ignore> names no rule"
                                + "\n   help: write RULE:SUBJECT, such as member-appended:social.Post.*; docs/evolution.md lists the rules");
            }
            accepted.add(ignore);
        }
        return RuleSettings.ALL.ignoring(accepted);
    }

    /** @return how many warnings there were */
    private long compare(CompileRequest request, Path lock, RuleSettings settings, Messages messages)
            throws IOException, MojoFailureException {
        Diagnostics reading = new Diagnostics();
        Lock old = Lock.read(lock, reading);
        messages.report(reading);
        if (old == null || reading.hasErrors()) {
            throw new MojoFailureException(lock + " can't be read, see above"
                    + "\n   help: take it from version control, or write it again: mvn proto2ffi:lock");
        }
        Lock now = require(Compiler.lock(request, new Diagnostics()));
        Comparison comparison = Comparison.of(old, now, settings);
        Diagnostics findings = new Diagnostics();
        comparison.diagnostics().forEach(findings::add);
        messages.report(findings);
        for (Ignore unused : comparison.unusedIgnores()) {
            getLog().warn("<ignore>" + unused.text() + "</ignore> accepts nothing that was found"
                    + "\n   help: take it out, so that it doesn't accept the next break");
        }
        if (comparison.hasBreaking()) {
            throw new MojoFailureException(
                    "the schema breaks what " + lock.getFileName() + " records, see above"
                            + "\n   help: undo the change; or, when nobody depends on the old layout any more, mvn proto2ffi:lock writes the new one");
        }
        if (!comparison.isSame()) {
            getLog().info("The schema differs from " + lock.getFileName()
                    + " without breaking it; mvn proto2ffi:lock brings it up to date");
        }
        return warnings(findings) + comparison.unusedIgnores().size();
    }

    private static long warnings(Diagnostics diagnostics) {
        return diagnostics.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .count();
    }
}
