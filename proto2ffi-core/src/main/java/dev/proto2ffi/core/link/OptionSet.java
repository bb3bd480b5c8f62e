package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldOptions.OptionTargetType;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.OptionNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options written on one declaration, and what they turned out to mean. */
final class OptionSet {
    /** What kind of declaration, and with it which options message, it is about. */
    enum Target {
        FILE("FileOptions", "file", OptionTargetType.TARGET_TYPE_FILE),
        EXTENSION_RANGE("ExtensionRangeOptions", "extension range", OptionTargetType.TARGET_TYPE_EXTENSION_RANGE),
        MESSAGE("MessageOptions", "message", OptionTargetType.TARGET_TYPE_MESSAGE),
        FIELD("FieldOptions", "field", OptionTargetType.TARGET_TYPE_FIELD),
        ONEOF("OneofOptions", "oneof", OptionTargetType.TARGET_TYPE_ONEOF),
        ENUM("EnumOptions", "enum", OptionTargetType.TARGET_TYPE_ENUM),
        ENUM_VALUE("EnumValueOptions", "enum value", OptionTargetType.TARGET_TYPE_ENUM_ENTRY),
        SERVICE("ServiceOptions", "service", OptionTargetType.TARGET_TYPE_SERVICE),
        METHOD("MethodOptions", "method", OptionTargetType.TARGET_TYPE_METHOD);

        final String messageName;
        final String word;
        final OptionTargetType type;

        Target(String messageName, String word, OptionTargetType type) {
            this.messageName = "google.protobuf." + messageName;
            this.word = word;
            this.type = type;
        }
    }

    /** Where an option's name and its value stand. */
    record Place(Span name, Span value) {}

    /**
     * Where an option ended up in the options message.
     *
     * @param steps the fields that its name leads through
     * @param index of the element behind a repeated field, otherwise 0
     */
    record Landing(List<FieldSymbol> steps, int index) {
        /** Field numbers, and behind a repeated field the index of the element. */
        int[] path() {
            boolean repeated = steps.get(steps.size() - 1).isRepeated();
            int[] path = new int[steps.size() + (repeated ? 1 : 0)];
            for (int i = 0; i < steps.size(); i++) {
                path[i] = steps.get(i).number;
            }
            if (repeated) {
                path[steps.size()] = index;
            }
            return path;
        }

        /** Whether it has retention SOURCE; known when the options of all fields are. */
        boolean isSourceOnly() {
            for (FieldSymbol step : steps) {
                if (MessageValue.isSourceOnly(step)) {
                    return true;
                }
                if (step.isDelimited()) {
                    return false;
                }
            }
            return false;
        }
    }

    final Target target;
    final FileUnit file;

    /** Null for those of a file and of extension ranges. */
    final @Nullable Symbol owner;

    /** Names in the options are looked up as if from this full name: beside it first, then further out. */
    final String scope;

    /** The place of the declaration. */
    final Span ownerSpan;

    final List<OptionNode> nodes;

    /** Null until interpretation begins. */
    @Nullable MessageValue value;

    /** Whether all of the options have been interpreted. */
    boolean complete;

    /** By dotted path, extensions by their full names: {@code deprecated}, {@code a.b.ext.field}. */
    final Map<String, Place> places = new HashMap<>();

    /** Where each option of {@link #nodes} ended up, by identity. */
    final IdentityHashMap<OptionNode, Landing> landings = new IdentityHashMap<>();

    /** The features set here and nothing else; null for none. */
    @Nullable FeatureSet ownFeatures;

    /** With what is inherited; null until asked for. */
    @Nullable FeatureSet mergedFeatures;

    OptionSet(
            Target target,
            FileUnit file,
            @Nullable Symbol owner,
            String scope,
            Span ownerSpan,
            List<OptionNode> nodes) {
        this.target = target;
        this.file = file;
        this.owner = owner;
        this.scope = scope;
        this.ownerSpan = ownerSpan;
        this.nodes = nodes;
    }

    /**
     * Whether nothing is left once what has retention SOURCE is gone. Of extension ranges, and of nothing else, protoc then
     * drops the options message itself.
     */
    boolean isEmptied() {
        return target == Target.EXTENSION_RANGE && value != null && value.toBytes(true).length == 0;
    }
}
