package dev.proto2ffi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.Linker;
import dev.proto2ffi.core.link.WellKnownFiles;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.build.ModelBuilder;
import dev.proto2ffi.core.model.rule.RuleText;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some public .proto files, compiled together.
 *
 * @param name of the artifact, and of the folder in it where it is not taken whole
 * @param files by their import names
 */
public record PublicSchemas(String name, List<String> files) {
    /** The files that come with protobuf itself. */
    private static final List<String> WELL_KNOWN = List.of(
            "google/protobuf/any.proto",
            "google/protobuf/api.proto",
            "google/protobuf/descriptor.proto",
            "google/protobuf/duration.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/source_context.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/timestamp.proto",
            "google/protobuf/type.proto",
            "google/protobuf/wrappers.proto");

    /** Artifacts of hundreds of files, and what is taken of them in every run. */
    private static final List<String> PARTS =
            List.of("api/envoy/type/", "api/envoy/config/core/v3/", "api/xds/", "proto-google-cloud-retail-v2/");

    /** @param all whether to take all files of the corpus, by artifact */
    public static Stream<PublicSchemas> groups(boolean all) {
        List<PublicSchemas> groups = new ArrayList<>();
        groups.add(new PublicSchemas("protobuf", WELL_KNOWN));
        for (Path artifact : artifacts()) {
            String artifactName = Objects.requireNonNull(artifact.getFileName()).toString();
            List<String> files = protosBelow(artifact);
            List<String> parts = PARTS.stream()
                    .filter(part -> part.startsWith(artifactName + "/"))
                    .map(part -> part.substring(artifactName.length() + 1))
                    .toList();
            if (all || files.size() < 100 && parts.isEmpty()) {
                groups.add(new PublicSchemas(artifactName, files));
            } else if (!parts.isEmpty()) {
                groups.add(new PublicSchemas(
                        artifactName,
                        files.stream()
                                .filter(file -> parts.stream().anyMatch(file::startsWith))
                                .toList()));
            }
        }
        return groups.stream();
    }

    private static List<Path> artifacts() {
        Path corpus = Path.of(System.getProperty("proto2ffi.corpus")).toAbsolutePath();
        try (Stream<Path> list = Files.list(corpus)) {
            return list.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> protosBelow(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".proto"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What their users must do by hand: leave out the calls that there is no form for. */
    private static RuleText withoutClientStreams(LinkedSchema linked) {
        String rules = linked.files().stream()
                .filter(LinkedFile::root)
                .flatMap(file -> file.descriptor().getServices().stream())
                .flatMap(service -> service.getMethods().stream())
                .filter(MethodDescriptor::isClientStreaming)
                .map(method -> method.getFullName() + " skip:true\n")
                .collect(Collectors.joining());
        return new RuleText(SourceFile.of("streams.options", rules), null);
    }

    /** Compiles the files through the whole front end; any error is a failure. */
    public SchemaLayout layOut() {
        List<ImportRoot> roots = new ArrayList<>();
        artifacts().stream()
                .sorted((a, b) -> Boolean.compare(b.endsWith(name), a.endsWith(name)))
                .forEach(artifact -> roots.add(new DirectoryRoot(artifact)));
        roots.add(WellKnownFiles.root());
        ImportPath path = new ImportPath(roots);
        Diagnostics diagnostics = new Diagnostics();
        try {
            List<SourceFile> sources = new ArrayList<>();
            for (String file : files) {
                sources.add(Objects.requireNonNull(path.find(file), file));
            }
            LinkedSchema linked = Linker.link(sources, path, diagnostics);
            assertThat(diagnostics.hasErrors()).as("%s", diagnostics.all()).isFalse();
            Schema schema = ModelBuilder.build(linked, List.of(withoutClientStreams(linked)), diagnostics);
            SchemaLayout layout = LayoutEngine.layOut(schema, diagnostics);
            assertThat(diagnostics.hasErrors()).as("%s", diagnostics.all()).isFalse();
            return layout;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + ", " + files.size() + " files";
    }
}
