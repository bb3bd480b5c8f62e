package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.model.option.SchemaOption;

/** The Java package of a file's classes. */
final class JavaPackage {
    /** Keeps our classes apart from those that protobuf-java generates for the same schema. */
    private static final String SUFFIX = "ffi";

    private JavaPackage() {}

    static String of(FileDescriptor file, Options options) {
        String chosen = options.text(SchemaOption.FILE_JAVA_PACKAGE);
        if (chosen != null) {
            return chosen;
        }
        String protobufs =
                file.getOptions().hasJavaPackage() ? file.getOptions().getJavaPackage() : file.getPackage();
        return protobufs.isEmpty() ? SUFFIX : protobufs + "." + SUFFIX;
    }
}
