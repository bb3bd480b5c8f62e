package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @SuppressWarnings("NullAway.Init")
    private TestModule module;

    @SuppressWarnings("NullAway.Init")
    private RecordingLog log;

    @SuppressWarnings("NullAway.Init")
    private Map<String, Object> configuration;

    @BeforeEach
    void makeModule() throws IOException {
        module = new TestModule(dir);
        log = module.log;
        configuration = module.configuration;
        write("src/main/proto/social/post.proto", "import \"social/user.proto\"; message Post { User author = 1; }");
        write("src/main/proto/social/user.proto", "message User { uint64 id = 1; }");
    }

    private Path java() {
        return dir.resolve("target/generated-sources/proto2ffi");
    }

    private Path write(String path, String body) throws IOException {
        return module.write(path, body);
    }

    private void execute() throws MojoExecutionException, MojoFailureException {
        module.generate();
    }

    @Test
    void generatesJavaFromTheDefaultDirectoryWithoutConfiguration() throws Exception {
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).exists();
        assertThat(java().resolve("social/ffi/User.java")).exists();
        assertThat(module.project().getCompileSourceRoots()).containsExactly(java().toString());
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
        assertThat(module.project().getCompileSourceRoots()).isEmpty();
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
        module.project().getCompileSourceRoots().clear();
        execute();
        assertThat(log.lines).containsExactly("info Nothing to generate: 2 files and their imports are unchanged");
        assertThat(module.project().getCompileSourceRoots()).containsExactly(java().toString());
    }

    @Test
    void runsAgainWhenAnImportChanges() throws Exception {
        Path lib = write("lib/unit.proto", "message Unit { int32 a = 1; }");
        configuration.put("importDirectories", List.of(dir.resolve("lib").toFile()));
        write("src/main/proto/social/post.proto", "import \"unit.proto\"; message Post { Unit unit = 1; }");
        execute();
        Files.setLastModifiedTime(lib, LONG_AGO);
        execute();
        assertThat(log.lines).singleElement().asString().contains("Nothing to generate");
        write("lib/unit.proto", "message Unit { int32 a = 1; int32 b = 2; }");
        execute();
        assertThat(log.lines).singleElement().asString().contains("2 files written");
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
        module.project()
                .setArtifacts(Set.of(
                        TestModule.artifact("lib", jar),
                        TestModule.artifact("other", dir.resolve("other/target/classes"))));
        write(
                "src/main/proto/social/post.proto",
                "import \"lib/unit.proto\"; import \"other/kind.proto\"; message Post { .Unit a = 1; Kind b = 2; }");
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).exists();
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

    @Test
    void compilesOnlyWhatThePatternsChooseAndStillFindsTheRest() throws Exception {
        configuration.put("includes", List.of("social/p*.proto", "nowhere/"));
        configuration.put("excludes", List.of("**/draft/**"));
        write("src/main/proto/social/draft/post2.proto", "message Post2 { int32 a = 1; }");
        write("src/main/proto/other.proto", "message Other { int32 a = 1; }");
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).exists();
        assertThat(java().resolve("social/ffi/User.java")).exists();
        assertThat(java().resolve("social/ffi/Other.java")).doesNotExist();
        assertThat(java().resolve("social/ffi/Post2.java")).doesNotExist();
        assertThat(log.lines.get(0)).startsWith("warn <include>nowhere/</include> matches no .proto file in ");
    }

    @Test
    void removesWhatANewPatternExcludesThoughItsFileIsStillThere() throws Exception {
        write("src/main/proto/social/extra.proto", "message Extra { int32 a = 1; }");
        execute();
        assertThat(java().resolve("social/ffi/Extra.java")).exists();
        configuration.put("excludes", List.of("social/extra.proto"));
        execute();
        assertThat(java().resolve("social/ffi/Extra.java")).doesNotExist();
        Files.delete(dir.resolve("src/main/proto/social/post.proto"));
        execute();
        assertThat(java().resolve("social/ffi/Post.java")).doesNotExist();
        assertThat(java().resolve("social/ffi/User.java")).exists();
    }

    @Test
    void removesAllWhenTheLastSchemaIsGone() throws Exception {
        execute();
        Files.delete(dir.resolve("src/main/proto/social/post.proto"));
        Files.delete(dir.resolve("src/main/proto/social/user.proto"));
        execute();
        assertThat(java().resolve("social/ffi"))
                .satisfiesAnyOf(
                        path -> assertThat(path).doesNotExist(),
                        path -> assertThat(path).isEmptyDirectory());
        assertThat(log.lines).anyMatch(line -> line.endsWith("0 files written, 0 unchanged, 2 removed"));
    }

    @Test
    void putsTheSchemasIntoTheJarUnlessToldOtherwise() throws Exception {
        execute();
        Resource resource = module.project().getResources().get(0);
        assertThat(resource.getDirectory())
                .isEqualTo(dir.resolve("src/main/proto").toString());
        assertThat(resource.getIncludes()).containsExactly("**/*.proto", "**/*.options");
        module.beginNextBuild();
        configuration.put("attachProtos", false);
        execute();
        assertThat(module.project().getResources()).isEmpty();
    }

    @Test
    void putsTheSchemasIntoTheJarBesideAResourceThatHasOtherFilesOfTheirDirectory() throws Exception {
        Resource texts = new Resource();
        texts.setDirectory(dir.resolve("src/main/proto").toString());
        texts.setIncludes(List.of("**/*.txt"));
        module.project().addResource(texts);
        execute();
        execute();
        assertThat(module.project().getResources())
                .extracting(Resource::getIncludes)
                .containsExactly(List.of("**/*.txt"), List.of("**/*.proto", "**/*.options"));
    }

    @Test
    void findsImportsInTheSourcesOfAModuleThatIsNotCompiledYet() throws Exception {
        MavenProject common = common("message Unit { int32 a = 1; }");
        write("app/src/main/proto/app.proto", "import \"common/unit.proto\"; message App { Unit unit = 1; }");
        TestModule app = appThatDependsOn(common);
        app.generate();
        Path generated = app.dir.resolve("target/generated-sources/proto2ffi/social/ffi");
        assertThat(generated.resolve("App.java")).exists();
        assertThat(generated.resolve("Unit.java")).exists();
    }

    @Test
    void leavesClassesToTheModuleThatHasGeneratedThem() throws Exception {
        MavenProject common = common("message Unit { int32 a = 1; } enum Kind { NONE = 0; }");
        write(
                "app/src/main/proto/app.proto",
                "import \"common/unit.proto\"; message App { Unit unit = 1; Kind kind = 2; }");
        TestModule library = new TestModule(dir.resolve("common"));
        library.generate();
        common.addCompileSourceRoot(
                dir.resolve("common/target/generated-sources/proto2ffi").toString());
        TestModule app = appThatDependsOn(common);
        app.generate();
        Path generated = app.dir.resolve("target/generated-sources/proto2ffi/social/ffi");
        assertThat(generated.resolve("App.java")).exists();
        assertThat(generated.resolve("Unit.java")).doesNotExist();
        assertThat(generated.resolve("Kind.java")).doesNotExist();

        app.configuration.put("options", List.of("*.Unit.a int_size:IS_8"));
        app.generate();
        assertThat(generated.resolve("Unit.java")).exists();
        assertThat(app.log.lines).anyMatch(line -> line.contains("has another layout of social.ffi.Unit"));

        app.configuration.remove("options");
        app.configuration.put("reuseClasses", false);
        app.generate();
        assertThat(generated.resolve("Unit.java")).exists();
        assertThat(generated.resolve("Kind.java")).exists();
    }

    private MavenProject common(String body) throws IOException {
        write("common/src/main/proto/common/unit.proto", body);
        return new TestModule(dir.resolve("common")).project();
    }

    private TestModule appThatDependsOn(MavenProject common) {
        TestModule app = new TestModule(dir.resolve("app"));
        app.reactor.add(common);
        app.project().setArtifacts(Set.of(TestModule.artifact("common", dir.resolve("common/target/classes"))));
        return app;
    }

    @Test
    void marksErrorsInTheEditorAndRefreshesWhatChanged() throws Exception {
        Path user = write("src/main/proto/social/user.proto", "message User { uint64 id = 0; }");
        assertThatThrownBy(this::execute).isInstanceOf(MojoFailureException.class);
        assertThat(module.editor).isEmpty();

        module.setUserProperty("m2e.version", "2.0");
        assertThatThrownBy(this::execute).isInstanceOf(MojoFailureException.class);
        assertThat(module.editor)
                .anyMatch(call -> call.startsWith("removeMessages[" + user))
                .anyMatch(call -> call.startsWith("addMessage[" + user + ", 3, "));

        write("src/main/proto/social/user.proto", "message User { uint64 id = 1; }");
        module.beginNextBuild();
        execute();
        assertThat(module.editor).contains("refresh[" + java().resolve("social/ffi") + "]");
    }

    @Test
    void writesTheDescriptorsOfTheFilesAndOfTheirImports() throws Exception {
        Path set = dir.resolve("target/all.binpb");
        configuration.put("descriptorSetOutput", set.toFile());
        execute();
        assertThat(Files.readString(set, StandardCharsets.ISO_8859_1))
                .contains("social/post.proto", "social/user.proto");
        Files.delete(set);
        execute();
        assertThat(set).exists();
        configuration.remove("descriptorSetOutput");
        configuration.put("descriptorSet", set.toFile());
        configuration.put("files", List.of("social/user.proto"));
        execute();
        assertThat(log.lines).singleElement().asString().contains("written");
        configuration.put("files", List.of());
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no <files> are named to take from " + set)
                .hasMessageContaining("help: ");
    }

    @Test
    void saysBeforeJavacDoesThatTheModulesJavaIsTooOld() throws Exception {
        module.project().getProperties().setProperty("maven.compiler.release", "17");
        assertThatThrownBy(this::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("needs Java 22 (java.lang.foreign), and this module is compiled for Java 17: "
                        + "<maven.compiler.release>")
                .hasMessageContaining("help: set <maven.compiler.release>22</maven.compiler.release>");
        configuration.put("checkJava", false);
        execute();
        configuration.remove("checkJava");
        module.setUserProperty("maven.compiler.release", "25");
        execute();
    }
}
