package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.wire.WireFile;
import dev.proto2ffi.core.model.wire.WireService;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of a schema. Of imported files it takes what the files that were asked for use. */
public final class FactsBuilder {
    private final SchemaLayout layout;
    private final UsedTypes used;
    private final Map<String, Integer> enumSizes = new HashMap<>();
    private final Map<String, ServiceLayout> services = new HashMap<>();

    private FactsBuilder(SchemaLayout layout) {
        this.layout = layout;
        this.used = UsedTypes.of(layout);
        for (EnumDef definition : layout.schema().enums()) {
            enumSizes.put(definition.fullName(), definition.storageSize());
        }
        layout.services().forEach(service -> services.put(service.service().fullName(), service));
    }

    /** @param wire all files of the schema, those among them that have no part in structs ignored */
    public static SchemaFacts build(List<WireFile> wire, SchemaLayout layout) {
        Map<String, WireFile> byPath = new HashMap<>();
        wire.forEach(file -> byPath.put(file.path(), file));
        FactsBuilder builder = new FactsBuilder(layout);
        List<FileFacts> files = new ArrayList<>();
        for (FileDef file : layout.schema().files()) {
            WireFile own = byPath.get(file.path());
            if (own == null) {
                throw new IllegalArgumentException("no wire facts of " + file.path());
            }
            FileFacts facts = builder.file(file, own);
            if (file.requested()
                    || !facts.messages().isEmpty()
                    || !facts.enums().isEmpty()) {
                files.add(facts);
            }
        }
        return new SchemaFacts(files);
    }

    private FileFacts file(FileDef file, WireFile wire) {
        return new FileFacts(
                file.path(),
                !file.requested(),
                file.protoPackage(),
                file.javaPackage(),
                file.cPrefix(),
                file.rustModule(),
                wire.enums().stream()
                        .filter(next -> file.requested() || used.enums().contains(next.fullName()))
                        .map(next -> new EnumFacts(next, file.path(), enumSizes.getOrDefault(next.fullName(), 4)))
                        .toList(),
                wire.messages().stream()
                        .filter(next -> file.requested() || used.structs().contains(next.fullName()))
                        .map(next -> new MessageFacts(next, file.path(), struct(layout.struct(next.fullName()))))
                        .toList(),
                file.requested()
                        ? wire.services().stream()
                                .map(next -> service(next, file.path()))
                                .toList()
                        : List.of(),
                wire.span());
    }

    private static StructFacts struct(StructLayout layout) {
        Map<Integer, Integer> bits = new HashMap<>();
        Set<Integer> atomic = new HashSet<>();
        for (FieldLayout field : layout.fields()) {
            if (field.presenceBit() >= 0) {
                bits.put(field.field().number(), field.presenceBit());
            }
            if (field.field().atomic()) {
                atomic.add(field.field().number());
            }
        }
        return new StructFacts(
                layout.size(), layout.align(), layout.flat(), layout.fingerprint(), members(layout), bits, atomic);
    }

    private static List<MemberFacts> members(StructLayout layout) {
        List<MemberFacts> members = new ArrayList<>();
        for (Member member : layout.members()) {
            members.add(member(member.name(), member, layout));
            if (member.kind() == Member.Kind.UNION) {
                for (FieldLayout field : layout.oneof(member).fields()) {
                    members.add(member(member.name() + "." + field.data().name(), field.data(), layout));
                }
            }
        }
        return members;
    }

    private static MemberFacts member(String path, Member member, StructLayout layout) {
        return new MemberFacts(
                member.kind(),
                path,
                member.canonicalType(),
                member.offset(),
                member.size(),
                member.align(),
                span(member, layout));
    }

    private static Span span(Member member, StructLayout layout) {
        if (member.field() != null) {
            return member.field().span();
        }
        return member.oneof() != null ? member.oneof().span() : layout.struct().span();
    }

    private ServiceFacts service(WireService service, String file) {
        ServiceLayout calls = services.get(service.fullName());
        return new ServiceFacts(
                service.fullName(),
                file,
                calls == null ? null : calls.fingerprint(),
                service.rpcs().stream().map(rpc -> rpc(rpc, calls)).toList(),
                service.span());
    }

    private static ServiceFacts.RpcFacts rpc(WireService.Rpc wire, @Nullable ServiceLayout calls) {
        if (calls != null) {
            for (RpcDef rpc : calls.service().rpcs()) {
                if (rpc.name().equals(wire.name())) {
                    return new ServiceFacts.RpcFacts(wire, false, rpc.critical(), rpc.batch());
                }
            }
        }
        return new ServiceFacts.RpcFacts(wire, true, false, false);
    }
}
