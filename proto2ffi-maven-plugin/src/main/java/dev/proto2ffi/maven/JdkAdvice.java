package dev.proto2ffi.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;

/** Says before javac does that a module can't compile what is generated for it, and how it can. */
final class JdkAdvice {
    private static final String DOCUMENTATION =
            "see \"Java 22\" in docs/maven.md, or run the goal with -Dproto2ffi.checkJava=false";

    private final MavenProject project;
    private final MavenSession session;
    private final MojoExecution execution;
    private final ToolchainManager toolchains;

    JdkAdvice(MavenProject project, MavenSession session, MojoExecution execution, ToolchainManager toolchains) {
        this.project = project;
        this.session = session;
        this.execution = execution;
        this.toolchains = toolchains;
    }

    /**
     * Warns of a JDK that is too old: an IDE or another plugin may still choose a newer one.
     *
     * @throws MojoFailureException where the POM compiles for an older Java
     */
    void give(Messages messages, boolean tests) throws MojoFailureException {
        JavaRelease release = JavaRelease.of(project, session, tests);
        if (release != null && release.isTooOld()) {
            throw new MojoFailureException("the generated Java needs Java " + JavaRelease.NEEDED
                    + " (java.lang.foreign), and this module is compiled for Java " + release.version() + ": "
                    + release.origin() + "\n   help: set <maven.compiler.release>" + JavaRelease.NEEDED
                    + "</maven.compiler.release> or newer in <properties>; where only C or Rust is wanted, <java>false</java>; "
                    + DOCUMENTATION);
        }
        if (isCompiledHere() && Runtime.version().feature() < JavaRelease.NEEDED && !choosesJdk()) {
            messages.log()
                    .warn("the generated Java needs a JDK " + JavaRelease.NEEDED + ", Maven runs on "
                            + Runtime.version().feature() + ", and the build chooses no other"
                            + "\n   help: add maven-toolchains-plugin's select-jdk-toolchain with <version>["
                            + JavaRelease.NEEDED + ",)</version>, or set JAVA_HOME to a newer JDK; " + DOCUMENTATION);
        }
    }

    /** A goal named on the command line comes without the rest of the build; in an editor the editor compiles. */
    private boolean isCompiledHere() {
        return execution.getSource() != MojoExecution.Source.CLI && !Messages.isInEditor(session);
    }

    private boolean choosesJdk() {
        return toolchains.getToolchainFromBuildContext("jdk", session) != null
                || JavaRelease.choosesJdk(project, session);
    }
}
