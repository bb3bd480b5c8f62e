package dev.proto2ffi.maven;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/** A module in a directory, on which goals are run as Maven runs them: parameters are set by name. */
final class TestModule {
    final Path dir;
    final RecordingLog log = new RecordingLog();
    final Map<String, Object> configuration = new HashMap<>();
    final List<MavenProject> reactor = new ArrayList<>();

    /** What an editor was told: the method's name and its arguments. */
    final List<String> editor = new ArrayList<>();

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private MavenProject project;

    TestModule(Path dir) {
        this.dir = dir;
        this.project = newProject();
    }

    private MavenProject newProject() {
        MavenProject made = new MavenProject();
        made.setGroupId("org.example");
        made.setArtifactId(String.valueOf(dir.getFileName()));
        made.setVersion("1");
        made.setFile(dir.resolve("pom.xml").toFile());
        made.getBuild().setDirectory(dir.resolve("target").toString());
        made.getBuild().setOutputDirectory(dir.resolve("target/classes").toString());
        made.getBuild()
                .setTestOutputDirectory(dir.resolve("target/test-classes").toString());
        return made;
    }

    MavenProject project() {
        return project;
    }

    /** As in the next build: what goals left in Maven's memory is gone, what they left on disk isn't. */
    void beginNextBuild() {
        project = newProject();
        log.lines.clear();
        editor.clear();
    }

    void setUserProperty(String name, String value) {
        request.getUserProperties().setProperty(name, value);
    }

    Path write(String path, String body) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.resolveSibling("x").getParent());
        return Files.writeString(file, "syntax = \"proto3\";\npackage social;\n" + body);
    }

    void generate() throws MojoExecutionException, MojoFailureException {
        configuration.putIfAbsent(
                "javaOutput", dir.resolve("target/generated-sources/proto2ffi").toFile());
        run(new GenerateMojo(fake(RepositorySystem.class), context(), fake(ToolchainManager.class)));
    }

    void generateTest() throws MojoExecutionException, MojoFailureException {
        configuration.putIfAbsent(
                "testJavaOutput",
                dir.resolve("target/generated-test-sources/proto2ffi").toFile());
        run(new GenerateTestMojo(fake(RepositorySystem.class), context(), fake(ToolchainManager.class)));
    }

    void check() throws MojoExecutionException, MojoFailureException {
        configuration.putIfAbsent("lockFile", dir.resolve("proto2ffi.lock").toFile());
        run(new CheckMojo(fake(RepositorySystem.class), context()));
    }

    void lock() throws MojoExecutionException, MojoFailureException {
        configuration.putIfAbsent("lockFile", dir.resolve("proto2ffi.lock").toFile());
        run(new LockMojo(fake(RepositorySystem.class), context()));
    }

    private void run(AbstractProtoMojo mojo) throws MojoExecutionException, MojoFailureException {
        mojo.setLog(log);
        log.lines.clear();
        set(mojo, "project", project);
        set(mojo, "session", session());
        set(mojo, "execution", new MojoExecution(new MojoDescriptor(), "default"));
        configuration.forEach((name, value) -> set(mojo, name, value));
        mojo.execute();
    }

    @SuppressWarnings("deprecation") // Maven's container has nothing to do here
    private MavenSession session() {
        MavenSession session =
                new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
        List<MavenProject> projects = new ArrayList<>(reactor);
        projects.add(project);
        session.setProjects(projects);
        return session;
    }

    private static void set(AbstractProtoMojo mojo, String name, Object value) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    try {
                        field.setAccessible(true);
                        field.set(mojo, value);
                    } catch (IllegalAccessException e) {
                        throw new LinkageError(name, e);
                    }
                    return;
                }
            }
        }
    }

    /** Does nothing and knows nothing. */
    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (unused, method, arguments) -> null));
    }

    private BuildContext context() {
        return (BuildContext) Proxy.newProxyInstance(
                BuildContext.class.getClassLoader(),
                new Class<?>[] {BuildContext.class},
                (unused, method, arguments) -> {
                    editor.add(method.getName() + Arrays.toString(arguments));
                    return null;
                });
    }

    /** On the class path. */
    static Artifact artifact(String name, Path file) {
        Artifact artifact = new DefaultArtifact(
                "org.example", name, "1", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(file.toFile());
        return artifact;
    }
}
