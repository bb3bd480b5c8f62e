package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All names of a run, settled by {@link NamingPass}; whoever prints only looks them up.
 *
 * @param hidingPackages packages that have a class with the name of one in java.lang
 */
record JavaNames(
        Map<String, StructNames> structs,
        Map<String, EnumNames> enums,
        Map<String, ServiceNames> services,
        Set<String> hidingPackages) {
    /** The classes of java.lang that generated code uses. */
    private static final Set<String> JAVA_LANG = Set.of(
            "Boolean",
            "Byte",
            "Deprecated",
            "Double",
            "Float",
            "FunctionalInterface",
            "IllegalArgumentException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "Integer",
            "Long",
            "Object",
            "Override",
            "Runnable",
            "Short",
            "String",
            "SuppressWarnings");

    static JavaNames of(
            Map<String, StructNames> structs, Map<String, EnumNames> enums, Map<String, ServiceNames> services) {
        Set<String> hiding = Stream.of(
                        structs.values().stream().map(StructNames::type),
                        enums.values().stream().map(EnumNames::type),
                        services.values().stream().map(ServiceNames::type))
                .flatMap(Function.identity())
                .filter(type -> JAVA_LANG.contains(type.simpleName()))
                .map(ClassName::packageName)
                .collect(Collectors.toUnmodifiableSet());
        return new JavaNames(Map.copyOf(structs), Map.copyOf(enums), Map.copyOf(services), hiding);
    }

    /** Whether a class of the package has the name of one in java.lang, which then must be imported. */
    boolean hidesJavaLang(String packageName) {
        return hidingPackages.contains(packageName);
    }

    /** The names of a message's class, by the message's full name. */
    StructNames struct(String fullName) {
        StructNames names = structs.get(fullName);
        if (names == null) {
            throw new IllegalStateException("no names for " + fullName);
        }
        return names;
    }

    /** The names of an enum, by its full name. */
    EnumNames enumeration(String fullName) {
        EnumNames names = enums.get(fullName);
        if (names == null) {
            throw new IllegalStateException("no names for " + fullName);
        }
        return names;
    }

    /** The names of a service, by its full name. */
    ServiceNames service(String fullName) {
        ServiceNames names = services.get(fullName);
        if (names == null) {
            throw new IllegalStateException("no names for " + fullName);
        }
        return names;
    }
}
