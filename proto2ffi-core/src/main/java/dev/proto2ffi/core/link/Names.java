package dev.proto2ffi.core.link;

import java.util.Locale;

/** The names that protobuf derives from other names. */
final class Names {
    private Names() {}

    /** {@code foo_bar} to {@code fooBar}; the first letter stays as it is. */
    static String json(String field) {
        if (field.indexOf('_') < 0) {
            return field;
        }
        return camel(field, false);
    }

    /** {@code foo_bar} to {@code FooBarEntry}: the message that a map field implies. */
    static String mapEntry(String field) {
        return camel(field, true) + "Entry";
    }

    /** The field of {@code group Foo}. */
    static String groupField(String group) {
        return group.toLowerCase(Locale.ROOT);
    }

    private static String camel(String name, boolean upperFirst) {
        StringBuilder out = new StringBuilder(name.length() + 5);
        boolean upper = upperFirst;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return out.toString();
    }
}
