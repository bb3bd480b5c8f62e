package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.testing.Protoc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the same files to protoc and to the linker, and compares descriptors and verdicts. */
final class ProtocComparison {
    static final List<String> WELL_KNOWN = List.of(
            "google/protobuf/any.proto",
            "google/protobuf/api.proto",
            "google/protobuf/descriptor.proto",
            "google/protobuf/duration.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/java_features.proto",
            "google/protobuf/source_context.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/timestamp.proto",
            "google/protobuf/type.proto",
            "google/protobuf/wrappers.proto");

    private final Path scratch;
    private final List<Path> importPath = new ArrayList<>();

    /** @param scratch an empty folder */
    ProtocComparison(Path scratch, List<Path> importPath) {
        this.scratch = scratch;
        this.importPath.addAll(importPath);
        Path wellKnown = scratch.resolve("well-known");
        for (String each : WELL_KNOWN) {
            unpack(each, wellKnown.resolve(each));
        }
        this.importPath.add(wellKnown);
    }

    private static void unpack(String resource, Path target) {
        try (InputStream in = DescriptorProtos.class.getResourceAsStream("/" + resource)) {
            assertThat(in).as(resource).isNotNull();
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the linker made of the files. */
    record Outcome(LinkedSchema schema, Diagnostics diagnostics) {
        Optional<Diagnostic> firstError() {
            return diagnostics.all().stream()
                    .filter(each -> each.severity() == Severity.ERROR)
                    .findFirst();
        }
    }

    Outcome link(List<String> files) {
        List<ImportRoot> roots = new ArrayList<>();
        for (Path each : importPath) {
            roots.add(new DirectoryRoot(each));
        }
        ImportPath path = new ImportPath(roots);
        Diagnostics diagnostics = new Diagnostics();
        try {
            List<SourceFile> sources = new ArrayList<>();
            for (String each : files) {
                SourceFile source = path.find(each);
                assertThat(source).as(each).isNotNull();
                sources.add(source);
            }
            return new Outcome(Linker.link(sources, path, diagnostics), diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Expects that both accept the files and that all bytes of the descriptor sets are equal. */
    void assertEqualDescriptors(List<String> files) {
        Protoc.Outcome theirs = Protoc.compile(scratch, importPath, files);
        byte[] expected = theirs.descriptorSet();
        assertThat(expected).as(theirs.messages()).isNotNull();
        Outcome ours = link(files);
        assertThat(ours.firstError()).isEmpty();
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        for (LinkedFile each : ours.schema().files()) {
            set.addFile(each.proto());
        }
        if (!Arrays.equals(expected, set.build().toByteArray())) {
            showDifference(expected, set.getFileList());
        }
    }

    private static void showDifference(byte[] expected, List<FileDescriptorProto> actual) {
        try {
            List<FileDescriptorProto> wanted =
                    FileDescriptorSet.parseFrom(expected).getFileList();
            assertThat(actual.stream().map(FileDescriptorProto::getName).toList())
                    .isEqualTo(wanted.stream().map(FileDescriptorProto::getName).toList());
            for (int i = 0; i < wanted.size(); i++) {
                assertThat(actual.get(i).toString()).isEqualTo(wanted.get(i).toString());
                assertThat(actual.get(i).toByteString())
                        .as(wanted.get(i).getName())
                        .isEqualTo(wanted.get(i).toByteString());
            }
            throw new AssertionError("equal when parsed, unequal in bytes");
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Expects that both give the files the same SourceCodeInfo, to the byte, with stripped options and without. */
    void assertEqualSourceInfo(List<String> files) {
        List<LinkedFile> ours = link(files).schema().files();
        compareSourceInfo(files, ours, "--include_source_info");
        compareSourceInfo(files, ours, "--include_source_info", "--retain_options");
    }

    private void compareSourceInfo(List<String> files, List<LinkedFile> ours, String... flags) {
        Protoc.Outcome theirs = Protoc.compile(scratch, importPath, files, flags);
        assertThat(theirs.descriptorSet()).as(theirs.messages()).isNotNull();
        try {
            List<FileDescriptorProto> wanted =
                    FileDescriptorSet.parseFrom(theirs.descriptorSet()).getFileList();
            assertThat(ours).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                FileDescriptorProto actual = flags.length == 1
                        ? ours.get(i).protoWithSourceInfo()
                        : ours.get(i).fullProtoWithSourceInfo();
                compareSourceInfo(wanted.get(i), actual);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static void compareSourceInfo(FileDescriptorProto wanted, FileDescriptorProto actual) {
        if (actual.getSourceCodeInfo()
                .toByteString()
                .equals(wanted.getSourceCodeInfo().toByteString())) {
            return;
        }
        for (int i = 0; i < wanted.getSourceCodeInfo().getLocationCount(); i++) {
            String there = i < actual.getSourceCodeInfo().getLocationCount()
                    ? actual.getSourceCodeInfo().getLocation(i).toString()
                    : "nothing";
            assertThat(there)
                    .as("%s, location %d", wanted.getName(), i)
                    .isEqualTo(wanted.getSourceCodeInfo().getLocation(i).toString());
        }
        throw new AssertionError(wanted.getName() + ": more locations than protoc's, or other bytes");
    }

    /** Expects that both reject the file, the first errors being on the same line where protoc names one. */
    void assertSameRejection(String file) {
        Protoc.Outcome theirs = Protoc.compile(scratch, importPath, List.of(file));
        assertThat(theirs.accepted()).as("protoc accepts %s", file).isFalse();
        Optional<Diagnostic> ours = link(List.of(file)).firstError();
        assertThat(ours).as("we accept %s; protoc: %s", file, theirs.messages()).isPresent();
        if (theirs.firstErrorLine() > 0) {
            assertThat(ours.get().span()).isNotNull();
            assertThat(ours.get().span().line())
                    .as("%s%nprotoc: %s", ours.get(), theirs.messages())
                    .isEqualTo(theirs.firstErrorLine());
        }
    }

    /** How the verdicts about a file differ; null where both accept it, or both find the first error on the same line. */
    @Nullable String disagreement(String file) {
        Protoc.Outcome theirs = Protoc.compile(scratch, importPath, List.of(file));
        Diagnostic ours = link(List.of(file)).firstError().orElse(null);
        boolean same = (ours == null) == theirs.accepted()
                && (ours == null
                        || theirs.firstErrorLine() == 0
                        || (ours.span() != null && ours.span().line() == theirs.firstErrorLine()));
        return same ? null : "we: " + ours + "; protoc: " + theirs.messages();
    }

    /** All .proto files below a folder, relative to it, sorted. */
    static List<String> protosBelow(Path folder) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(each -> each.toString().endsWith(".proto"))
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
