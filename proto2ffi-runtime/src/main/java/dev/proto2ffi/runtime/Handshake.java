package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What happens before the first call: the library tells what it was built from, and is refused unless that is the schema
 * of the Java classes, to the last byte. All symbols are looked up now, so that none is found missing later.
 */
final class Handshake {
    private Handshake() {}

    /** The functions of a library that serves; errors as {@link ServiceType#bind} has them. */
    static ServiceFunctions bind(ServiceType<?> type, NativeLibrary library) {
        MemorySegment object = library.find(type.serviceSymbol())
                .orElseThrow(() -> new NativeLibraryException(
                        library.origin() + " doesn't serve " + type.name() + ": it has no symbol '"
                                + type.serviceSymbol() + "'; put " + type.cName()
                                + "_EXPORT; into one of its C source files, or export_" + rustName(type)
                                + "!(...); into its Rust crate",
                        null));
        check(type, object, library);
        Map<String, NativeFunction> singles = new HashMap<>();
        Map<String, NativeFunction> batches = new HashMap<>();
        List<RpcType<?>> missing = new ArrayList<>();
        for (RpcType<?> rpc : type.rpcs()) {
            Optional<MemorySegment> function = library.find(rpc.symbol());
            if (function.isPresent()) {
                (rpc.isBatch() ? batches : singles).put(rpc.name(), new NativeFunction(function.get(), rpc.fullName()));
            } else {
                missing.add(rpc);
            }
        }
        if (!missing.isEmpty()) {
            throw missing(type, missing, library);
        }
        return new ServiceFunctions(singles, batches);
    }

    /** The function of a library that takes tables; errors as {@link ServiceType#offer} has them. */
    static NativeFunction accept(ServiceType<?> type, NativeLibrary library) {
        Optional<MemorySegment> object = library.find(type.acceptsSymbol());
        Optional<MemorySegment> function = library.find(type.acceptSymbol());
        if (object.isEmpty() || function.isEmpty()) {
            throw new NativeLibraryException(
                    library.origin() + " doesn't accept a server of " + type.name() + ": it has no symbol '"
                            + (object.isEmpty() ? type.acceptsSymbol() : type.acceptSymbol()) + "'; put "
                            + type.cName() + "_ACCEPT(your_function); into one of its C source files, or accept_"
                            + rustName(type) + "!(your_function); into its Rust crate",
                    null);
        }
        check(type, object.get(), library);
        return new NativeFunction(function.get(), type.name() + ".accept");
    }

    private static void check(ServiceType<?> type, MemorySegment object, NativeLibrary library) {
        NativeService built = NativeService.read(object, library.origin());
        if (!built.name().equals(type.name())) {
            throw new NativeLibraryException(
                    library.origin() + ": its '" + type.cName() + "' is the service " + built.name() + ", not "
                            + type.name() + "; give one of the two schemas another c_prefix",
                    null);
        }
        if (built.fingerprint() != type.fingerprint()) {
            throw refused(type, library, SchemaDifferences.ofServices(type, built));
        }
        List<String> strangers = SchemaDifferences.ofClasses(type, built);
        if (!strangers.isEmpty()) {
            throw refused(type, library, strangers);
        }
    }

    private static NativeLibraryException refused(
            ServiceType<?> type, NativeLibrary library, List<String> differences) {
        return new NativeLibraryException(
                library.origin() + " was built from another schema of " + type.name() + " than these Java classes:\n  "
                        + String.join("\n  ", differences)
                        + "\nGenerate both from the same schema, and build the library again",
                null);
    }

    private static NativeLibraryException missing(
            ServiceType<?> type, List<RpcType<?>> missing, NativeLibrary library) {
        StringBuilder out = new StringBuilder(library.origin())
                .append(" says that it serves ")
                .append(type.name())
                .append(", but functions are missing:");
        for (RpcType<?> rpc : missing) {
            out.append("\n  '").append(rpc.symbol()).append("', ");
            if (rpc.isBatch()) {
                out.append("the array form of rpc ")
                        .append(rpc.name())
                        .append("; ")
                        .append(type.cName())
                        .append("_EXPORT defines it, unless ")
                        .append(type.cName())
                        .append('_')
                        .append(rpc.name())
                        .append("_OWN_BATCH says that the program does");
            } else {
                out.append("rpc ").append(rpc.name());
            }
        }
        return new NativeLibraryException(
                out.append("\nDefine each as the generated header declares it, and link it into the library")
                        .toString(),
                null);
    }

    /** The end of the names of a service's macros in Rust. */
    private static String rustName(ServiceType<?> type) {
        String simple = type.name().substring(type.name().lastIndexOf('.') + 1);
        return simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
