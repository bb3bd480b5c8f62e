package dev.proto2ffi.core.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.Lookups;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpToDateTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    /** To such a clock everything is too young to be told apart by its times. */
    private static final InstantSource EARLY = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    Path dir;

    private Path memory;
    private InstantSource clock = InstantSource.system();

    // What a test changes of the request.
    private List<Path> files = List.of();
    private List<Path> imports = List.of();
    private List<ImportRoot> more = List.of();
    private @Nullable Path set;
    private List<SourceFile> rules = List.of();
    private final Map<Language, Path> outputs = new EnumMap<>(Language.class);
    private boolean cargoToml;
    private String version = "1";

    @BeforeEach
    void makeSchemas() throws IOException {
        memory = dir.resolve("memory/of-this-run");
        Path post = write("a/social/post.proto", "import \"social/user.proto\"; message Post { User author = 1; }");
        write("b/social/user.proto", "message User { uint64 id = 1; string name = 2; }");
        files = List.of(post);
        imports = List.of(dir.resolve("a"), dir.resolve("b"));
        outputs.put(Language.JAVA, dir.resolve("java"));
        outputs.put(Language.C, dir.resolve("c"));
    }

    private Path write(String path, String body) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.resolveSibling("x").getParent());
        return Files.writeString(file, "syntax = \"proto3\";\npackage social;\n" + body);
    }

    private CompileRequest request() {
        return new CompileRequest(files, imports, more, set, rules, outputs.keySet(), cargoToml, version);
    }

    /** Generates unless that is up to date, and tells which it was. */
    private boolean works() throws IOException {
        CompileRequest request = request();
        UpToDate upToDate = UpToDate.of(request, outputs, memory, clock);
        if (upToDate.isUpToDate()) {
            return false;
        }
        Diagnostics diagnostics = new Diagnostics();
        Lookups lookups = new Lookups();
        Generated generated = Compiler.generate(request, diagnostics, lookups);
        assertThat(diagnostics.hasErrors()).as(diagnostics.all().toString()).isFalse();
        if (generated == null) {
            throw new AssertionError("null without errors");
        }
        upToDate.remember(OutputWriter.write(generated, outputs, request.files()), lookups, diagnostics);
        return true;
    }

    private void expectWorkOnce() throws IOException {
        assertThat(works()).as("works again").isTrue();
        assertThat(works()).as("works a third time").isFalse();
    }

    @Test
    void worksWhereAnotherRunOfTheCommandLeftFilesOfASourceThatHasGone() throws IOException {
        List<Path> one = files;
        expectWorkOnce();
        Path more = write("a/social/more.proto", "message More { uint64 id = 1; }");
        files = List.of(more, one.get(0));
        Path own = memory;
        memory = dir.resolve("memory/of-the-other-run");
        expectWorkOnce();
        Path header = dir.resolve("c/social/more.p2f.h");
        assertThat(header).exists();
        Files.delete(more);
        files = one;
        memory = own;
        expectWorkOnce();
        assertThat(header).doesNotExist();
    }

    @Test
    void commandsThatShareAnOutputDirectoryRestInTheEnd() throws IOException {
        List<Path> one = files;
        List<Path> both = List.of(write("a/social/more.proto", "message More { uint64 id = 1; }"), one.get(0));
        Path own = memory;
        Path other = dir.resolve("memory/of-the-other-run");
        for (int i = 0; i < 2; i++) {
            files = one;
            memory = own;
            works();
            files = both;
            memory = other;
            works();
        }
        assertThat(works()).isFalse();
        files = one;
        memory = own;
        assertThat(works()).isFalse();
    }

    /** Every file and directory with its time. */
    private Map<Path, FileTime> tree() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.toList()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        }
        return times;
    }

    @Test
    void aSecondRunHasNothingToDoAndTouchesNothing() throws IOException {
        assertThat(works()).isTrue();
        Map<Path, FileTime> before = tree();
        assertThat(works()).isFalse();
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void whatWasWrittenWithinATickOfTheClockIsToldByItsContent() throws IOException {
        clock = EARLY;
        assertThat(works()).isTrue();
        assertThat(memory).content().doesNotContainPattern("PUT \\d").contains("INPUT - ", "OUTPUT - ");
        assertThat(works()).isFalse();
        write("b/social/user.proto", "message User { uint32 id = 1; string name = 2; }");
        expectWorkOnce();
        Files.writeString(
                outputs.get(Language.JAVA).resolve("social/ffi/User.java"),
                Files.readString(user()).replace("a", "b"));
        expectWorkOnce();
    }

    private Path user() {
        return outputs.get(Language.JAVA).resolve("social/ffi/User.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/social/post.proto", "b/social/user.proto"})
    void worksAgainWhenAFileOrAnImportChanges(String file) throws IOException {
        works();
        Path path = dir.resolve(file);
        Files.writeString(path, Files.readString(path).replace("= 1;", "= 7;"));
        expectWorkOnce();
    }

    @Test
    void worksAgainWhenAChangeHidesItsTime() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("unix"));
        Path user = dir.resolve("b/social/user.proto");
        Files.setLastModifiedTime(user, LONG_AGO);
        works();
        write("b/social/user.proto", "message User { uint32 id = 1; string name = 2; }");
        Files.setLastModifiedTime(user, LONG_AGO);
        expectWorkOnce();
        Path replacement = write("new", "message User { uint16 id = 1; string name = 2; }".replace("uint16", "sint32"));
        Files.setLastModifiedTime(replacement, LONG_AGO);
        Files.move(replacement, user, StandardCopyOption.REPLACE_EXISTING);
        expectWorkOnce();
    }

    @Test
    void aFileThatWasMerelyTouchedIsNoReasonToWork() throws IOException {
        // Late enough for all times to be trusted.
        clock = InstantSource.fixed(Instant.now().plusSeconds(60));
        works();
        Files.setLastModifiedTime(dir.resolve("b/social/user.proto"), LONG_AGO);
        Files.setLastModifiedTime(user(), LONG_AGO);
        String before = Files.readString(memory);
        assertThat(works()).isFalse();
        assertThat(memory).content().isNotEqualTo(before);
        Map<Path, FileTime> tree = tree();
        assertThat(works()).isFalse();
        assertThat(tree()).isEqualTo(tree);
    }

    @Test
    void worksAgainWhenASideFileAppearsChangesOrGoes() throws IOException {
        works();
        Path side = dir.resolve("b/social/user.options");
        Files.writeString(side, "social.User.id int_size:IS_32");
        expectWorkOnce();
        Files.writeString(side, "social.User.id int_size:IS_16");
        expectWorkOnce();
        Files.delete(side);
        expectWorkOnce();
    }

    @Test
    void worksAgainWhenAnImportWouldNowBeFoundEarlierOnThePath() throws IOException {
        works();
        write("a/social/user.proto", "message User { bool other = 1; }");
        expectWorkOnce();
        assertThat(user()).content().contains("other");
        Files.delete(dir.resolve("a/social/user.proto"));
        expectWorkOnce();
    }

    @Test
    void worksAgainWhenAnOutputWasEditedOrRemoved() throws IOException {
        works();
        String text = Files.readString(user());
        Files.writeString(user(), text.replace("class", "clazz"));
        expectWorkOnce();
        assertThat(user()).hasContent(text);
        Files.delete(user());
        expectWorkOnce();
        assertThat(user()).hasContent(text);
        Files.delete(outputs.get(Language.C).resolve(Manifest.FILE_NAME));
        expectWorkOnce();
    }

    @Test
    void everySettingCounts() throws IOException {
        Map<String, Runnable> changes = new HashMap<>();
        changes.put("files", () -> files = List.of(files.get(0), dir.resolve("b/social/user.proto")));
        changes.put("importDirectories", () -> imports = List.of(dir.resolve("b"), dir.resolve("a")));
        changes.put("moreImports", () -> more = List.of(new DirectoryRoot(dir)));
        changes.put("descriptorSet", () -> {
            set = dir.resolve("set.binpb");
            files = List.of(Path.of("social/post.proto"));
        });
        changes.put("optionRules", () -> rules = List.of(SourceFile.of("--option", "social.User.id int_size:IS_32")));
        changes.put("languages", () -> outputs.put(Language.RUST, dir.resolve("rust")));
        changes.put("cargoToml", () -> cargoToml = true);
        changes.put("version", () -> version = "2");
        List<String> components = Arrays.stream(CompileRequest.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(changes.keySet()).containsExactlyInAnyOrderElementsOf(components);
        writeDescriptorSet();
        for (String component : components) {
            works();
            changes.get(component).run();
            assertThat(works()).as(component).isTrue();
            assertThat(works()).as(component + ", again").isFalse();
        }
        outputs.put(Language.JAVA, dir.resolve("elsewhere"));
        expectWorkOnce();
    }

    private void writeDescriptorSet() throws IOException {
        DescriptorSet made = Compiler.descriptors(request(), new Diagnostics());
        if (made == null) {
            throw new AssertionError("the schemas are right");
        }
        Files.write(dir.resolve("set.binpb"), made.bytes(true, false));
    }

    @Test
    void worksAgainWhenTheDescriptorSetChanges() throws IOException {
        writeDescriptorSet();
        set = dir.resolve("set.binpb");
        files = List.of(Path.of("social/post.proto"));
        works();
        assertThat(works()).isFalse();
        Files.write(set, new byte[0], StandardOpenOption.APPEND);
        assertThat(works()).isFalse();
        write("b/social/user.proto", "message User { uint32 id = 1; }");
        Path from = set;
        set = null;
        files = List.of(dir.resolve("a/social/post.proto"));
        writeDescriptorSet();
        set = from;
        files = List.of(Path.of("social/post.proto"));
        expectWorkOnce();
    }

    @Test
    void worksAgainWhenAnArchiveOfImportsChanges() throws IOException {
        Path jar = dir.resolve("lib.jar");
        imports = List.of(dir.resolve("a"));
        more = List.of(new ArchiveRoot(jar));
        zip(jar, "message User { uint64 id = 1; }");
        Files.setLastModifiedTime(jar, LONG_AGO);
        // An archive isn't read as a whole: its times must be told apart.
        clock = InstantSource.fixed(Instant.now().plusSeconds(60));
        works();
        assertThat(works()).isFalse();
        zip(jar, "message User { uint32 id = 1; }");
        Files.setLastModifiedTime(jar, LONG_AGO);
        expectWorkOnce();
        clock = EARLY;
        version = "2";
        works();
        assertThat(works()).as("an archive too young to tell").isTrue();
    }

    private static void zip(Path jar, String body) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("social/user.proto"));
            zip.write(("syntax = \"proto3\"; package social; " + body).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void neverRestsOnPlacesThatItDoesNotKnow() throws IOException {
        more = List.of(new ImportRoot() {
            @Override
            public @Nullable SourceFile find(String importName) {
                return null;
            }

            @Override
            public String description() {
                return "of another kind";
            }
        });
        assertThat(works()).isTrue();
        assertThat(works()).isTrue();
    }

    @Test
    void aDamagedMemoryCountsAsNone() throws IOException {
        works();
        byte[] good = Files.readAllBytes(memory);
        for (int length = 0; length < good.length; length += 1 + length / 4) {
            Files.write(memory, Arrays.copyOf(good, length));
            assertThat(UpToDate.of(request(), outputs, memory, clock).isUpToDate())
                    .isFalse();
        }
        for (int i = 0; i < good.length; i += 1 + i / 4) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(memory, bad);
            assertThat(UpToDate.of(request(), outputs, memory, clock).isUpToDate())
                    .isFalse();
        }
        expectWorkOnce();
    }

    @Test
    void doesItsWorkWhereItCannotRemember() throws IOException {
        memory = Files.writeString(dir.resolve("a-file"), "").resolve("memory");
        assertThat(works()).isTrue();
        assertThat(works()).isTrue();
        memory = Files.createDirectories(dir.resolve("a-directory/with-something"));
        Files.writeString(memory.resolve("x"), "");
        assertThat(works()).isTrue();
        assertThat(works()).isTrue();
        assertThat(dir.resolve("a-directory")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void remembersBesideTheManifestOfTheFirstDirectoryOutOfTheWayOfVersionControl() throws IOException {
        memory = UpToDate.memoryBeside(request(), outputs);
        assertThat(memory).startsWithRaw(outputs.get(Language.JAVA));
        expectWorkOnce();
        assertThat(memory.resolveSibling(".gitignore")).hasContent("*");
        Path first = memory;
        files = List.of(files.get(0), dir.resolve("b/social/user.proto"));
        assertThat(UpToDate.memoryBeside(request(), outputs))
                .as("one more file")
                .isEqualTo(first);
        files = List.of(dir.resolve("b/social/user.proto"));
        assertThat(UpToDate.memoryBeside(request(), outputs))
                .as("another command")
                .isNotEqualTo(first);
    }

    @Test
    void countsTheWarningsOfWhatItRestsOn() throws IOException {
        write("a/social/post.proto", "import \"social/user.proto\"; message Post { int32 author = 1; }");
        works();
        UpToDate upToDate = UpToDate.of(request(), outputs, memory, clock);
        assertThat(upToDate.isUpToDate()).isTrue();
        assertThat(upToDate.warnings()).as("unused imports").isEqualTo(1);
    }

    /** Runs with different settings fight for the same outputs; whoever rests must find its own. */
    @Test
    void runsAtTheSameTimeNeverRestOnTheOutputsOfAnother() throws Exception {
        for (int round = 0; round < 5; round++) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String own = "v" + i % 2;
                runs.add(threads.submit(() -> {
                    generate(own);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            threads.shutdown();
            for (String own : List.of("v0", "v1")) {
                if (upToDate(own).isUpToDate()) {
                    assertThat(user()).content().contains("proto2ffi " + own);
                }
            }
        }
    }

    private CompileRequest request(String version) {
        return new CompileRequest(files, imports, more, null, rules, Set.of(Language.JAVA), false, version);
    }

    private UpToDate upToDate(String version) {
        return UpToDate.of(
                request(version),
                Map.of(Language.JAVA, outputs.get(Language.JAVA)),
                memory.resolveSibling(version),
                clock);
    }

    private void generate(String version) throws IOException {
        UpToDate upToDate = upToDate(version);
        if (upToDate.isUpToDate()) {
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        Lookups lookups = new Lookups();
        Generated generated = Compiler.generate(request(version), diagnostics, lookups);
        if (generated != null) {
            Map<Language, Path> java = Map.of(Language.JAVA, outputs.get(Language.JAVA));
            upToDate.remember(OutputWriter.write(generated, java, files), lookups, diagnostics);
        }
    }
}
