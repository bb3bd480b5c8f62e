package dev.proto2ffi.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One .proto file, as far as structs and calls are concerned.
 *
 * @param path import name, such as {@code social/post.proto}
 * @param protoPackage empty where the file has none
 * @param requested whether the user named it; false for files that come in through imports
 * @param imports import names of the files whose types this one may use directly, those of public imports included, in
 *     the order of the import statements; only files that are part of the {@link Schema}
 * @param javaPackage package of the generated classes
 * @param cPrefix what takes the place of the proto package in C names; null where not given
 * @param rustModule path such as {@code a::b} in place of the proto package; null where not given
 * @param structs top-level messages, in declaration order
 * @param enums top-level enums, in declaration order
 * @param services in declaration order; none in files that the user didn't name
 * @param comments those of the file's syntax declaration, as a rule a licence
 */
public record FileDef(
        String path,
        String protoPackage,
        boolean requested,
        List<String> imports,
        String javaPackage,
        @Nullable String cPrefix,
        @Nullable String rustModule,
        List<StructDef> structs,
        List<EnumDef> enums,
        List<ServiceDef> services,
        Comments comments) {
    public FileDef {
        imports = List.copyOf(imports);
        structs = List.copyOf(structs);
        enums = List.copyOf(enums);
        services = List.copyOf(services);
    }
}
