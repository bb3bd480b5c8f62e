package dev.proto2ffi.core.emit.java;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java spellings of schema names, before collisions are settled. */
final class Identifiers {
    /** Members of Object and of the runtime's StructView, and those that every generated class has. */
    private static final Set<String> FIXED_METHODS = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "structType",
            "structSegment",
            "structAddress",
            "at",
            "allocate",
            "allocateArray",
            "pool",
            "sharedPool",
            "arrayIn",
            "arrayOver",
            "copyFrom",
            "clear",
            "contentEquals",
            "toSnapshot",
            "from",
            "structSnapshot",
            "structRestore");

    /**
     * Type names that would hide a package of generated code, or be hidden by a constant, parameter or inherited field
     * of it: where a name could be a variable or a type, Java takes the variable.
     */
    private static final Set<String> HIDING_TYPES = Set.of(
            "java",
            "dev",
            "SIZE",
            "ALIGNMENT",
            "LAYOUT",
            "SERVICE",
            "TYPE",
            "UNRECOGNIZED",
            "address",
            "allocator",
            "elements",
            "index",
            "length",
            "number",
            "offset",
            "parent",
            "segment",
            "source",
            "that",
            "utf8",
            "value",
            "values");

    /**
     * The fields, parameters and local variables of generated code. Where a name could be a variable or a type, Java takes
     * the variable.
     */
    private static final Set<String> VARIABLES = Set.of(
            "address",
            "allocator",
            "base",
            "count",
            "delta",
            "element",
            "elements",
            "entries",
            "entry",
            "expected",
            "field",
            "found",
            "from",
            "i",
            "in",
            "index",
            "key",
            "length",
            "map",
            "member",
            "missing",
            "number",
            "offset",
            "out",
            "parent",
            "segment",
            "snapshot",
            "source",
            "that",
            "to",
            "utf8",
            "value",
            "values",
            "view",
            "visitor",
            "written");

    /** No keywords, but not allowed as names of types. */
    private static final Set<String> RESTRICTED_TYPES = Set.of("var", "yield", "record", "sealed", "permits");

    private Identifiers() {}

    static Set<String> fixedMethods() {
        return FIXED_METHODS;
    }

    /** {@code post_id} as {@code postId}: as records name their accessors. */
    static String accessor(String protoName) {
        StringBuilder name = new StringBuilder();
        for (String word : protoName.split("_", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            name.append(name.isEmpty() ? first(word) : upperFirst(word));
        }
        return legal(name.isEmpty() ? protoName : name.toString());
    }

    /** {@code URL} as {@code url}, {@code fooBar} as it is. */
    private static String first(String word) {
        boolean isAcronym = word.equals(word.toUpperCase(Locale.ROOT));
        return isAcronym ? word.toLowerCase(Locale.ROOT) : lowerFirst(word);
    }

    /** {@code post_id} and {@code postId} as {@code POST_ID}. */
    static String constant(String protoName) {
        return legal(protoName.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
    }

    /** The name of a message or enum, as it is. */
    static String type(String protoName) {
        return isHidden(protoName) || HIDING_TYPES.contains(protoName) || RESTRICTED_TYPES.contains(protoName)
                ? protoName + "_"
                : legal(protoName);
    }

    /** Whether a variable or a constant of generated code could have this name. */
    private static boolean isHidden(String type) {
        return VARIABLES.contains(type) || type.endsWith("_OFFSET");
    }

    /** Keywords get an underscore behind, names that begin with a digit one in front. */
    static String legal(String name) {
        if (!SourceVersion.isIdentifier(name)) {
            return "_" + name;
        }
        // yield is no keyword, but a call of a method named so must be qualified.
        boolean isReserved = SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || name.equals("yield");
        return isReserved ? name + "_" : name;
    }

    static String upperFirst(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
