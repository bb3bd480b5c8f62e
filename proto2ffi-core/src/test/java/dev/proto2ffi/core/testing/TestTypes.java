package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.util.Map;

/** Field types of hand-made schemas; those that name an enum are settled once all enums are known. */
public final class TestTypes {
    /** A type that may refer to enums by their full names. */
    public interface Ref {
        FieldType resolve(Map<String, EnumDef> enums);
    }

    private TestTypes() {}

    public static Ref scalar(ScalarType scalar) {
        return enums -> new FieldType.Scalar(scalar);
    }

    /** @param fullName such as {@code social.PostType}, declared in any file of the schema */
    public static Ref enumOf(String fullName) {
        return enums -> {
            EnumDef found = enums.get(fullName);
            if (found == null) {
                throw new IllegalArgumentException("no enum " + fullName);
            }
            return new FieldType.EnumValue(found);
        };
    }

    public static Ref string(int maxSize) {
        return enums -> new FieldType.BoundedString(maxSize);
    }

    public static Ref bytes(int maxSize) {
        return enums -> new FieldType.BoundedBytes(maxSize);
    }

    public static Ref fixedBytes(int size) {
        return enums -> new FieldType.FixedBytes(size);
    }

    /** @param fullName such as {@code social.Post} */
    public static Ref messageOf(String fullName) {
        return enums -> new FieldType.InlineMessage(fullName);
    }

    public static Ref repeated(Ref element, int maxCount) {
        return enums -> new FieldType.BoundedRepeated(element.resolve(enums), maxCount);
    }

    public static Ref fixedRepeated(Ref element, int count) {
        return enums -> new FieldType.FixedRepeated(element.resolve(enums), count);
    }

    /** The type as a reader of the schema knows it. */
    static String protoName(FieldType type) {
        return type.accept(new FieldType.Visitor<>() {
            @Override
            public String scalar(FieldType.Scalar type) {
                return type.scalar().protoName();
            }

            @Override
            public String enumValue(FieldType.EnumValue type) {
                return type.definition().fullName();
            }

            @Override
            public String boundedString(FieldType.BoundedString type) {
                return "string";
            }

            @Override
            public String boundedBytes(FieldType.BoundedBytes type) {
                return "bytes";
            }

            @Override
            public String fixedBytes(FieldType.FixedBytes type) {
                return "bytes";
            }

            @Override
            public String inlineMessage(FieldType.InlineMessage type) {
                return type.structName();
            }

            @Override
            public String boundedRepeated(FieldType.BoundedRepeated type) {
                return "repeated " + protoName(type.element());
            }

            @Override
            public String fixedRepeated(FieldType.FixedRepeated type) {
                return "repeated " + protoName(type.element());
            }

            @Override
            public String unboundedString(FieldType.UnboundedString type) {
                throw new IllegalStateException("unboundedString");
            }

            @Override
            public String unboundedBytes(FieldType.UnboundedBytes type) {
                throw new IllegalStateException("unboundedBytes");
            }

            @Override
            public String messagePointer(FieldType.MessagePointer type) {
                throw new IllegalStateException("messagePointer");
            }

            @Override
            public String mapEntry(FieldType.MapEntry type) {
                throw new IllegalStateException("mapEntry");
            }

            @Override
            public String unboundedRepeated(FieldType.UnboundedRepeated type) {
                throw new IllegalStateException("unboundedRepeated");
            }
        });
    }
}
