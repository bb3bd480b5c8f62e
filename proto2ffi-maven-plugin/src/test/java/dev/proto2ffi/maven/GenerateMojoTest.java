package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path dir;

    private final RecordingLog log = new RecordingLog();
    private final Map<String, Object> configuration = new HashMap<>();
    private MavenProject project = new MavenProject();

    @BeforeEach
    void makeProject() throws IOException {
        project = new MavenProject();
        project.setFile(dir.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(dir.resolve("target").toString());
        configuration.put("javaOutput", java().toFile());
        write("src/main/proto/social/post.proto", "import \"social/user.proto\"; message Post { User author = 1; }");
        write("src/main/proto/social/user.proto", "message User { uint64 id = 1; }");
    }

    private Path java() {
        return dir.resolve("target/generated-sources/proto2ffi");
    }

    private Path write(String path, String body) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.resolveSibling("x").getParent());
        return Files.writeString(file, "syntax = \"proto3\";\npackage social;\n" + body);
    }

    /** Runs the goal as Maven would: parameters are set by name. */
    private void execute() throws MojoExecutionException, MojoFailureException {
        GenerateMojo mojo = new GenerateMojo();
        mojo.setLog(log);
        log.lines.clear();
        set(mojo, "project", project);
        set(mojo, "execution", new MojoExecution(new MojoDescriptor(), "default"));
        configuration.forEach((name, value) -> set(mojo, name, value));
        mojo.execute();
    }

    private static void set(GenerateMojo mojo, String name, Object value) {
        try {
            var field = GenerateMojo.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(mojo, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    @Test
    void generatesJavaFromTheDefaultDirectoryWithoutConfiguration() throws Exception {
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).exists();
        assertThat(java().resolve("social/ffi/User.java")).exists();
        assertThat(project.getCompileSourceRoots()).containsExactly(java().toString());
        assertThat(log.lines).singleElement().asString().startsWith("info ").contains("written");
    }

    @Test
    void generatesCAndRustOnlyWhereADirectoryIsConfigured() throws Exception {
        configuration.put("cOutput", dir.resolve("native/include").toFile());
        configuration.put("rustOutput", dir.resolve("native/src").toFile());
        configuration.put("java", false);
        execute();
        assertThat(dir.resolve("native/include/social/post.p2f.h")).exists();
        assertThat(dir.resolve("native/src/mod.rs")).exists();
        assertThat(java()).doesNotExist();
        assertThat(project.getCompileSourceRoots()).isEmpty();
    }

    @Test
    void writesTheCallsOfAServiceAndRemovesThemWithIt() throws Exception {
        String message = "message User { int32 id = 1; }";
        write("src/main/proto/social/user.proto", message + " service Users { rpc Find(User) returns (User); }");
        execute();
        assertThat(java().resolve("social/ffi/Users.java")).exists();
        assertThat(java().resolve("social/ffi/UsersClient.java")).exists();
        execute();
        assertThat(log.lines).singleElement().asString().contains("Nothing to generate");
        write("src/main/proto/social/user.proto", message);
        execute();
        assertThat(java().resolve("social/ffi")).isDirectoryContaining("glob:**/User.java");
        assertThat(java().resolve("social/ffi")).isDirectoryNotContaining("glob:**/Users*.java");
    }

    @Test
    void doesNothingWhenNothingHasChanged() throws Exception {
        execute();
        project.getCompileSourceRoots().clear();
        execute();
        assertThat(log.lines).containsExactly("info Nothing to generate: 2 files and their imports are unchanged");
        assertThat(project.getCompileSourceRoots()).containsExactly(java().toString());
    }

    @Test
    void runsAgainWhenAnImportChanges() throws Exception {
        Path lib = write("lib/unit.proto", "message Unit { int32 a = 1; }");
        configuration.put("importDirectories", List.of(dir.resolve("lib").toFile()));
        write("src/main/proto/social/post.proto", "import \"unit.proto\"; message Post { Unit unit = 1; }");
        execute();
        Files.setLastModifiedTime(lib, LONG_AGO);
        execute();
        assertThat(log.lines).singleElement().asString().contains("0 files written");
        execute();
        assertThat(log.lines).singleElement().asString().contains("Nothing to generate");
    }

    @Test
    void runsAgainWhenAnOutputOrASettingChanges() throws Exception {
        execute();
        Files.delete(java().resolve("social/ffi/Post.java"));
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).exists();
        configuration.put("cOutput", dir.resolve("c").toFile());
        execute();
        assertThat(dir.resolve("c/social/post.p2f.h")).exists();
    }

    @Test
    void runsAgainWhenASideFileOrAnOptionChanges() throws Exception {
        execute();
        Path user = java().resolve("social/ffi/User.java");
        String plain = Files.readString(user);
        Files.writeString(dir.resolve("src/main/proto/social/user.options"), "social.User.id int_size:IS_32");
        execute();
        String narrow = Files.readString(user);
        assertThat(narrow).isNotEqualTo(plain);
        execute();
        assertThat(log.lines).singleElement().asString().contains("Nothing to generate");
        configuration.put("options", List.of("*.id int_size:IS_16"));
        execute();
        assertThat(Files.readString(user)).isNotEqualTo(narrow).isNotEqualTo(plain);
        execute();
        assertThat(log.lines).singleElement().asString().contains("Nothing to generate");
    }

    @Test
    void anErrorInAnOptionStandsInTheOption() {
        configuration.put("options", List.of("social.User.id max_size:5"));
        assertThatThrownBy(this::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines).anyMatch(line -> line.contains("<options>:1:25: error: max_size is for strings"));
    }

    @Test
    void removesWhatADeletedSchemaLeftBehind() throws Exception {
        execute();
        Files.delete(dir.resolve("src/main/proto/social/post.proto"));
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).doesNotExist();
        assertThat(java().resolve("social/ffi/User.java")).exists();
    }

    @Test
    void findsImportsInTheJarsAndModulesThatTheProjectDependsOn() throws Exception {
        Path jar = dir.resolve("lib.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("lib/unit.proto"));
            zip.write("syntax = \"proto3\"; message Unit { int32 a = 1; }".getBytes(StandardCharsets.UTF_8));
        }
        write("other/target/classes/other/kind.proto", "message Kind { int32 a = 1; }");
        project.setArtifacts(Set.of(artifact("lib", jar), artifact("other", dir.resolve("other/target/classes"))));
        write(
                "src/main/proto/social/post.proto",
                "import \"lib/unit.proto\"; import \"other/kind.proto\"; message Post { .Unit a = 1; Kind b = 2; }");
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).exists();
    }

    private static Artifact artifact(String name, Path file) {
        Artifact artifact =
                new DefaultArtifact("g", name, "1", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(file.toFile());
        return artifact;
    }

    @Test
    void failsTheBuildWithFileLineAndColumn() throws Exception {
        Path file = write("src/main/proto/social/post.proto", "message Post { int32 a = 1 }");
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageMatching("\\d+ errors? in \\.proto files, see above");
        assertThat(log.lines.get(0)).startsWith("error " + file + ":3:28: error: ");
        assertThat(java()).doesNotExist();
    }

    @Test
    void failsAgainAfterAFailure() throws Exception {
        execute();
        write("src/main/proto/social/post.proto", "message Post { int32 a = 1 }");
        assertThatThrownBy(this::execute).isInstanceOf(MojoFailureException.class);
        assertThatThrownBy(this::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void saysWhatIsWrongWithTheEnvironmentAndHowToMendIt() throws Exception {
        configuration.put("importDirectories", List.of(dir.resolve("nowhere").toFile()));
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nowhere: there is no such directory");
        assertThat(log.lines).singleElement().asString().contains("help: ");
        configuration.remove("importDirectories");
        Files.createDirectories(java().getParent());
        Files.writeString(java(), "mine");
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("is a file, not a directory");
    }

    @Test
    void hasNothingToDoWithoutSchemasOrWhenSkipped() throws Exception {
        configuration.put("skip", true);
        execute();
        assertThat(log.lines).containsExactly("info Skipped");
        configuration.put("skip", false);
        configuration.put("sourceRoots", List.of(new File(dir.toFile(), "none")));
        execute();
        assertThat(log.lines).singleElement().asString().startsWith("info No .proto files in ");
        assertThat(java()).doesNotExist();
    }
}
