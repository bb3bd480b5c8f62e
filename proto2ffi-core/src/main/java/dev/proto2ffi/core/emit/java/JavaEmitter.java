package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Emitter;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.List;

/** Java: a source file for each top-level message and enum of the files that were asked for, and three for each service. */
public final class JavaEmitter implements Emitter {
    /** The target {@code java}. */
    public JavaEmitter() {}

    @Override
    public String target() {
        return "java";
    }

    @Override
    public List<OutputFile> emit(SchemaLayout layout, Generator generator, Diagnostics diagnostics) {
        PackageCheck.check(layout.schema(), diagnostics);
        ClassLimits.check(layout.schema(), diagnostics);
        JavaNames names = NamingPass.settle(layout.schema(), diagnostics);
        if (diagnostics.hasErrors()) {
            // Nothing will be written, and what is too large for a class takes long to print.
            return List.of();
        }
        Run run = new Run(layout, names, DefaultedStructs.of(layout));
        List<OutputFile> files = new ArrayList<>();
        for (FileDef file : layout.schema().files()) {
            addFiles(file, run, generator, files);
        }
        return files;
    }

    private static void addFiles(FileDef file, Run run, Generator generator, List<OutputFile> files) {
        String banner = generator.banner(file.path());
        String source = file.path();
        for (StructDef struct : file.structs()) {
            String fingerprint =
                    fingerprint(run.schema().struct(struct.fullName()).fingerprint());
            files.add(print(
                    run,
                    source,
                    run.names().struct(struct.fullName()).type(),
                    StructClass.of(struct, run),
                    banner + "\n" + fingerprint,
                    run.hasDeprecatedTypes()));
        }
        for (EnumDef enumeration : file.enums()) {
            files.add(print(
                    run,
                    source,
                    run.names().enumeration(enumeration.fullName()).type(),
                    EnumClass.of(enumeration, run),
                    banner,
                    run.hasDeprecatedTypes()));
        }
        run.schema()
                .servicesOf(file.path())
                .forEach(service -> addFiles(ServiceScope.of(run, service), source, banner, files));
    }

    private static void addFiles(ServiceScope scope, String source, String banner, List<OutputFile> files) {
        ServiceNames names = scope.names();
        String comment = banner + "\n" + fingerprint(scope.layout().fingerprint());
        boolean deprecated = scope.hasDeprecated();
        files.add(print(scope.run(), source, names.type(), ServiceInterface.of(scope), comment, deprecated));
        files.add(print(scope.run(), source, names.client(), ServiceClient.of(scope), comment, deprecated));
        files.add(print(scope.run(), source, names.description(), ServiceDescription.of(scope), comment, deprecated));
    }

    private static String fingerprint(long fingerprint) {
        return String.format("Fingerprint 0x%016x", fingerprint);
    }

    /** @param usesDeprecated whether it refers to a type or method of the schema that is deprecated */
    private static OutputFile print(
            Run run, String source, ClassName name, TypeSpec.Builder type, String comment, boolean usesDeprecated) {
        // A schema's deprecation is for its users; generated classes may refer to each other in peace.
        if (usesDeprecated) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        JavaFile file = JavaFile.builder(name.packageName(), type.build())
                .addFileComment("$L", comment)
                .indent("    ")
                .skipJavaLangImports(!run.names().hidesJavaLang(name.packageName()))
                .build();
        String folder = name.packageName().isEmpty() ? "" : name.packageName().replace('.', '/') + "/";
        return new OutputFile(folder + name.simpleName() + ".java", CommentShape.shape(file.toString()), source);
    }
}
