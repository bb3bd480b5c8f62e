package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.RpcDef;
import java.util.List;
import java.util.Locale;

/** Sources, C and C++ alike, of servers that answer nothing, and of a program that prints what they tell of themselves. */
public final class CHandshakeProgram {
    private final SchemaLayout layout;
    private final CNames names;

    public CHandshakeProgram(SchemaLayout layout) {
        this.layout = layout;
        this.names = CNames.of(layout);
    }

    /** Serves and takes servers of all services. */
    String library() {
        StringBuilder out = new StringBuilder();
        for (FileDef file : layout.schema().files()) {
            out.append("#include \"").append(names.header(file)).append("\"\n");
        }
        int services = 0;
        for (ServiceLayout service : layout.services()) {
            ServiceNames own = names.service(service.service().fullName());
            String keep = "keep" + services++;
            out.append("static int32_t ").append(keep).append("(const ").append(own.table());
            out.append(" *server, p2f_error *error) {\n    (void)server;\n    return p2f_fail(error, 1, \"\");\n}\n");
            service.service().rpcs().forEach(rpc -> define(rpc, own, out));
            out.append(own.macros().export()).append(";\n");
            out.append(own.macros().accept()).append('(').append(keep).append(");\n");
        }
        return out.toString();
    }

    private void define(RpcDef rpc, ServiceNames own, StringBuilder out) {
        Signature signature = Signature.call(rpc, layout, names);
        out.append(signature.declare("", "int32_t " + own.rpc(rpc).function())).append(" {\n");
        for (String parameter : signature.parameters()) {
            out.append("    (void)")
                    .append(parameter.replaceFirst(".*[ *]", ""))
                    .append(";\n");
        }
        out.append("    return P2F_OK;\n}\n");
    }

    /** The library and its printer in one. */
    public String printer() {
        StringBuilder out = new StringBuilder("#include <inttypes.h>\n#include <stdio.h>\n").append(library());
        out.append("""
                static void print(const p2f_service *service) {
                    printf("%" PRIu32 " %016" PRIx64 " %s\\n%s", service->abi, service->fingerprint, service->name,
                            service->text);
                    for (uint32_t i = 0; i < service->layout_count; i++) {
                        const p2f_layout *layout = service->layouts + i;
                        printf("%016" PRIx64 " %s\\n%s", layout->fingerprint, layout->name, layout->text);
                    }
                }
                int main(void) {
                """);
        for (ServiceLayout service : layout.services()) {
            ServiceNames own = names.service(service.service().fullName());
            for (String symbol : List.of(own.symbols().service(), own.symbols().accepts())) {
                out.append("    print(&").append(symbol).append(");\n");
            }
        }
        return out.append("    return 0;\n}\n").toString();
    }

    /** What the printer prints, by the layouts. */
    public String expected() {
        StringBuilder out = new StringBuilder();
        for (ServiceLayout service : layout.services()) {
            StringBuilder one = new StringBuilder();
            one.append(String.format(
                    Locale.ROOT,
                    "1 %016x %s\n%s",
                    service.fingerprint(),
                    service.service().fullName(),
                    service.text()));
            for (StructLayout struct : service.structs()) {
                one.append(String.format(
                        Locale.ROOT,
                        "%016x %s\n%s",
                        struct.fingerprint(),
                        struct.struct().fullName(),
                        struct.text()));
            }
            out.append(one).append(one);
        }
        return out.toString();
    }

    /** A program that loads {@code ./library} and prints each symbol that it finds there. */
    static String finder(List<String> symbols) {
        StringBuilder out = new StringBuilder("""
                #include <dlfcn.h>
                #include <stdio.h>
                static void find(void *library, const char *symbol) {
                    if (dlsym(library, symbol) != NULL) {
                        puts(symbol);
                    }
                }
                int main(void) {
                    void *library = dlopen("./library", RTLD_NOW);
                    if (library == NULL) {
                        puts(dlerror());
                        return 1;
                    }
                """);
        symbols.forEach(
                symbol -> out.append("    find(library, \"").append(symbol).append("\");\n"));
        return out.append("    return 0;\n}\n").toString();
    }
}
