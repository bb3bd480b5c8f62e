package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.FileDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that calls every function of every struct on memory that holds nonsense: all ones, small numbers, noise. Only
 * what holds pointers is zero. It reads what pointers that come back lead to. A sanitizer is to watch it; its last line
 * says how many calls it made.
 */
final class CNonsense {
    private static final Pattern FUNCTION =
            Pattern.compile("(?m)^static inline (.*?)(\\w+)\\(((?:const )?(\\w+) \\*self.*?)\\) \\{$");

    private final CNames names;
    private final SchemaLayout layout;

    /** By the type of {@code self}. */
    private final Map<String, List<String>> calls = new LinkedHashMap<>();

    private CNonsense(SchemaLayout layout, CNames names) {
        this.layout = layout;
        this.names = names;
    }

    static String program(SchemaLayout layout, List<OutputFile> headers) {
        CNonsense nonsense = new CNonsense(layout, CNames.of(layout));
        headers.forEach(header -> nonsense.read(header.text()));
        return nonsense.print();
    }

    private void read(String header) {
        Matcher function = FUNCTION.matcher(header);
        while (function.find()) {
            String call = call(function.group(1), function.group(2), function.group(3));
            calls.computeIfAbsent(function.group(4), type -> new ArrayList<>()).add(call);
        }
    }

    private static String call(String result, String name, String params) {
        List<String> args = new ArrayList<>(List.of("self"));
        StringBuilder locals = new StringBuilder();
        for (String param : params.split(", ", -1)) {
            int end = param.lastIndexOf(param.contains("*") ? '*' : ' ');
            String type = param.substring(0, end).strip();
            String word = param.substring(end + 1);
            if (word.equals("self")) {
                continue;
            }
            if (type.equals("p2f_str") || type.equals("p2f_bytes")) {
                args.add(type + "_of(TEXT, (uint64_t)n % 20)");
            } else if (type.equals("p2f_allocator")) {
                args.add("&none");
            } else if (!param.contains("*")) {
                args.add("(" + type + ")(n % 20)");
            } else if (type.equals("const char") || type.equals("const void")) {
                args.add("TEXT");
            } else {
                String plain = type.replace("const ", "");
                locals.append("static ").append(plain).append(' ').append(word).append("_other; ");
                locals.append("fill(&")
                        .append(word)
                        .append("_other, sizeof ")
                        .append(word)
                        .append("_other); ");
                args.add("&" + word + "_other");
            }
        }
        String call = name + "(" + String.join(", ", args) + ")";
        String use = result.equals("const char *")
                ? "const char *seen = " + call + "; touch(seen, seen == NULL ? 0 : strlen(seen) + 1);"
                : result.endsWith("*") ? result + "seen = " + call + "; touch(seen, sizeof *seen);" : call + ";";
        return "{ " + locals + "refill(self); " + use + " calls++; }\n";
    }

    private String print() {
        StringBuilder out = new StringBuilder("""
                #include <stdint.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>

                """);
        for (FileDef file : layout.schema().files()) {
            out.append("#include \"").append(names.header(file)).append("\"\n");
        }
        out.append("""

                static const char TEXT[] = "a text that is longer than any size that is passed";
                static uint64_t noise = 1;
                static int kind;
                static int calls;
                static volatile unsigned char sink;

                static void fill(void *data, size_t size) {
                    unsigned char *bytes = (unsigned char *)data;
                    for (size_t i = 0; i < size; i++) {
                        noise = noise * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
                        unsigned byte = (unsigned)(noise >> 56);
                        bytes[i] = (unsigned char)(kind == 0 ? 0xFFu : kind == 1 ? (i % 4 == 0 ? byte % 20 : 0u) : byte);
                    }
                }

                static void touch(const void *data, size_t size) {
                    for (size_t i = 0; data != NULL && i < size; i++) {
                        sink = (unsigned char)(sink + ((const unsigned char *)data)[i]);
                    }
                }

                static void *refuse(struct p2f_allocator *self, uint64_t size, uint64_t align) {
                    sink = (unsigned char)((self == NULL) + size + align);
                    return NULL;
                }

                static p2f_allocator none = {refuse};

                static void *block(size_t size, size_t align) {
                    void *memory = align > 16 ? aligned_alloc(align, size) : malloc(size);
                    if (memory == NULL) {
                        abort();
                    }
                    return memory;
                }

                """);
        StringBuilder main = new StringBuilder();
        int index = 0;
        for (StructLayout struct : layout.structs()) {
            String type = names.type(struct.struct());
            if (struct.size() < 1 << 16 && calls.containsKey(type)) {
                out.append(tries(struct, type, index));
                main.append("        try_").append(index++).append("();\n");
            }
        }
        return out.append("int main(void) {\n    touch(&none, sizeof none);\n    for (kind = 0; kind < 3; kind++) {\n")
                .append(main)
                .append("    }\n    printf(\"%d calls\\n\", calls);\n    return 0;\n}\n")
                .toString();
    }

    private String tries(StructLayout struct, String type, int index) {
        StringBuilder pointers = new StringBuilder();
        for (FieldLayout field : struct.fields()) {
            if (holdsPointers(field.field().type())) {
                zero(names.path(struct.struct(), field.data()), pointers);
                Member caseMember = field.caseMember();
                if (caseMember != null) {
                    zero(names.path(struct.struct(), caseMember), pointers);
                }
            }
        }
        return Scope.EMPTY
                .with("T", type)
                .with("index", index)
                .with("pointers", pointers.toString().stripTrailing())
                .with(
                        "calls",
                        String.join("", calls.getOrDefault(type, List.of()))
                                .replace("refill", "refill_" + index)
                                .stripTrailing())
                .expand("""
                        static void refill_$index($T *self) {
                            fill(self, sizeof *self);
                            $pointers
                        }

                        static void try_$index(void) {
                            $T *self = ($T *)block(sizeof($T), P2F_ALIGNOF($T));
                            for (int n = 0; n < 100; n++) {
                                $calls
                            }
                            free(self);
                        }

                        """);
    }

    private boolean holdsPointers(FieldType type) {
        String held = type.inlineStruct();
        return type.hasPointer() || (held != null && !layout.struct(held).flat());
    }

    private static void zero(String member, StringBuilder out) {
        out.append("memset(&self->")
                .append(member)
                .append(", 0, sizeof self->")
                .append(member)
                .append(");\n");
    }
}
