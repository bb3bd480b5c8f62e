package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run; each is exposed by the command line and by the Maven plugin.
 *
 * @param files what to compile: paths on disk, or names to be found in the import directories; none means all files of a
 *     descriptor set but those that come with protobuf and proto2ffi
 * @param importDirectories where imports are looked for, in order; empty means the working directory, and for files
 *     outside of it their own directory
 * @param moreImports further places, behind the directories, such as the jars of a build's dependencies
 * @param descriptorSet a serialized {@code FileDescriptorSet} to take the files from instead of text; null for text
 * @param optionRules further rules that set options, behind those of the side files, such as {@code social.Post.content
 *     max_size:64}; messages name each by its display path
 * @param languages what to generate
 * @param cargoToml whether the Rust output gets a {@code Cargo.toml}
 * @param version of proto2ffi, for the banner of generated files
 */
public record CompileRequest(
        List<Path> files,
        List<Path> importDirectories,
        List<ImportRoot> moreImports,
        @Nullable Path descriptorSet,
        List<SourceFile> optionRules,
        Set<Language> languages,
        boolean cargoToml,
        String version) {
    public CompileRequest {
        files = List.copyOf(files);
        importDirectories = List.copyOf(importDirectories);
        moreImports = List.copyOf(moreImports);
        optionRules = List.copyOf(optionRules);
        languages = Set.copyOf(languages);
    }
}
