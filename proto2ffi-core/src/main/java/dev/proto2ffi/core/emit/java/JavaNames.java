package dev.proto2ffi.core.emit.java;

import java.util.Map;

/** All names of a run, settled by {@link NamingPass}; whoever prints only looks them up. */
record JavaNames(Map<String, StructNames> structs, Map<String, EnumNames> enums) {
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
}
