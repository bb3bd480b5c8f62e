package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.model.Comments;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas built by hand, without a front end. Every definition's place is the first byte of an empty file.
 *
 * <pre>{@code
 * Schema schema = TestSchema.of(TestSchema.file("social/post.proto", "social")
 *         .add(TestSchema.message("Post").field("post_id", scalar(ScalarType.UINT64))));
 * }</pre>
 */
public final class TestSchema {
    private TestSchema() {}

    public static FileBuilder file(String path, String protoPackage) {
        return new FileBuilder(path, protoPackage);
    }

    public static MessageBuilder message(String name) {
        return new MessageBuilder(name);
    }

    public static EnumBuilder enumeration(String name) {
        return new EnumBuilder(name);
    }

    /** @param files dependencies before dependents */
    public static Schema of(FileBuilder... files) {
        Map<String, EnumDef> enums = new HashMap<>();
        for (FileBuilder file : files) {
            Place place = file.place();
            file.enums.forEach(e -> e.build(place, enums));
            file.messages.forEach(m -> m.buildEnums(place, enums));
        }
        List<FileDef> built = new ArrayList<>();
        for (FileBuilder file : files) {
            built.add(file.build(enums));
        }
        return new Schema(built);
    }

    /** Where a definition stands: its file and the messages around it. */
    private record Place(String path, String protoPackage, List<String> scope, Span span) {
        Place inside(String message) {
            return new Place(path, protoPackage, pathOf(message), span);
        }

        List<String> pathOf(String name) {
            List<String> path = new ArrayList<>(scope);
            path.add(name);
            return path;
        }

        String fullName(String name) {
            String local = String.join(".", pathOf(name));
            return protoPackage.isEmpty() ? local : protoPackage + "." + local;
        }
    }

    public static final class FileBuilder {
        private final String path;
        private final String protoPackage;
        private final List<String> imports = new ArrayList<>();
        private final List<MessageBuilder> messages = new ArrayList<>();
        private final List<EnumBuilder> enums = new ArrayList<>();
        private @Nullable String cPrefix;
        private @Nullable String rustModule;
        private String comment = "";

        private FileBuilder(String path, String protoPackage) {
            this.path = path;
            this.protoPackage = protoPackage;
        }

        public FileBuilder imports(String... paths) {
            imports.addAll(List.of(paths));
            return this;
        }

        public FileBuilder cPrefix(String prefix) {
            cPrefix = prefix;
            return this;
        }

        public FileBuilder rustModule(String module) {
            rustModule = module;
            return this;
        }

        public FileBuilder comment(String text) {
            comment = text;
            return this;
        }

        public FileBuilder add(MessageBuilder message) {
            messages.add(message);
            return this;
        }

        public FileBuilder add(EnumBuilder enumeration) {
            enums.add(enumeration);
            return this;
        }

        private Place place() {
            return new Place(path, protoPackage, List.of(), Span.startOf(SourceFile.of(path, "")));
        }

        private FileDef build(Map<String, EnumDef> known) {
            Place place = place();
            return new FileDef(
                    path,
                    protoPackage,
                    true,
                    imports,
                    protoPackage.isEmpty() ? "ffi" : protoPackage + ".ffi",
                    cPrefix,
                    rustModule,
                    messages.stream().map(m -> m.build(place, known)).toList(),
                    enums.stream().map(e -> e.build(place, known)).toList(),
                    List.of(),
                    comments(comment));
        }
    }

    public static final class MessageBuilder {
        private interface FieldMaker {
            FieldDef make(int number, Span span, Map<String, EnumDef> enums);
        }

        private final String name;
        private final List<FieldMaker> fields = new ArrayList<>();
        private final List<MessageBuilder> messages = new ArrayList<>();
        private final List<EnumBuilder> enums = new ArrayList<>();
        private MemberOrder order = MemberOrder.DECLARATION;
        private String comment = "";
        private boolean deprecated;

        private MessageBuilder(String name) {
            this.name = name;
        }

        public MessageBuilder field(String field, TestTypes.Ref type) {
            return field(field, type, false, null, "");
        }

        /** A field with a presence bit. */
        public MessageBuilder optional(String field, TestTypes.Ref type) {
            return field(field, type, true, null, "");
        }

        public MessageBuilder field(
                String field,
                TestTypes.Ref type,
                boolean presence,
                @Nullable DefaultValue defaultValue,
                String fieldComment) {
            return field(field, type, presence, defaultValue, fieldComment, false);
        }

        public MessageBuilder deprecatedField(String field, TestTypes.Ref type, boolean presence) {
            return field(field, type, presence, null, "", true);
        }

        private MessageBuilder field(
                String field,
                TestTypes.Ref type,
                boolean presence,
                @Nullable DefaultValue defaultValue,
                String fieldComment,
                boolean deprecatedField) {
            fields.add((number, span, known) -> {
                FieldType resolved = type.resolve(known);
                return new FieldDef(
                        field,
                        number,
                        TestTypes.protoName(resolved),
                        resolved,
                        presence,
                        defaultValue,
                        null,
                        1,
                        false,
                        comments(fieldComment),
                        deprecatedField,
                        span,
                        span);
            });
            return this;
        }

        public MessageBuilder add(MessageBuilder nested) {
            messages.add(nested);
            return this;
        }

        public MessageBuilder add(EnumBuilder nested) {
            enums.add(nested);
            return this;
        }

        public MessageBuilder order(MemberOrder memberOrder) {
            order = memberOrder;
            return this;
        }

        public MessageBuilder comment(String text) {
            comment = text;
            return this;
        }

        public MessageBuilder deprecated() {
            deprecated = true;
            return this;
        }

        private void buildEnums(Place place, Map<String, EnumDef> known) {
            Place inside = place.inside(name);
            enums.forEach(e -> e.build(inside, known));
            messages.forEach(m -> m.buildEnums(inside, known));
        }

        private StructDef build(Place place, Map<String, EnumDef> known) {
            Place inside = place.inside(name);
            List<FieldDef> built = new ArrayList<>();
            for (FieldMaker field : fields) {
                built.add(field.make(built.size() + 1, place.span(), known));
            }
            return new StructDef(
                    place.fullName(name),
                    place.pathOf(name),
                    place.path(),
                    built,
                    List.of(),
                    messages.stream().map(m -> m.build(inside, known)).toList(),
                    enums.stream().map(e -> e.build(inside, known)).toList(),
                    order,
                    false,
                    1,
                    0,
                    false,
                    comments(comment),
                    deprecated,
                    place.span());
        }
    }

    public static final class EnumBuilder {
        private record Value(String name, int number, String comment) {}

        private final String name;
        private final List<Value> values = new ArrayList<>();
        private int storageSize = 4;
        private boolean closed;
        private String comment = "";

        private EnumBuilder(String name) {
            this.name = name;
        }

        public EnumBuilder value(String value, int number) {
            return value(value, number, "");
        }

        public EnumBuilder value(String value, int number, String valueComment) {
            values.add(new Value(value, number, valueComment));
            return this;
        }

        /** @param bytes 1, 2 or 4 */
        public EnumBuilder storageSize(int bytes) {
            storageSize = bytes;
            return this;
        }

        public EnumBuilder closed() {
            closed = true;
            return this;
        }

        public EnumBuilder comment(String text) {
            comment = text;
            return this;
        }

        private EnumDef build(Place place, Map<String, EnumDef> known) {
            return known.computeIfAbsent(
                    place.fullName(name),
                    fullName -> new EnumDef(
                            fullName,
                            place.pathOf(name),
                            place.path(),
                            values.stream()
                                    .map(v -> new EnumValueDef(
                                            v.name(), v.number(), comments(v.comment()), false, place.span()))
                                    .toList(),
                            closed,
                            storageSize,
                            comments(comment),
                            false,
                            place.span()));
        }
    }

    private static Comments comments(String leading) {
        return leading.isEmpty() ? Comments.NONE : new Comments(leading, "");
    }
}
