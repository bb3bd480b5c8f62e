package dev.proto2ffi.core.testing.schema;

import dev.proto2ffi.core.model.ScalarType;
import java.util.List;

/** Types that fields of one message may have. */
final class TypeChooser {
    private static final List<ScalarType> SCALARS = List.of(ScalarType.values());
    private static final List<ScalarType> KEYS = SCALARS.stream()
            .filter(scalar -> scalar.kind() != ScalarType.Kind.FLOATING)
            .toList();

    /** A message of more bytes isn't held in arrays, lest structs grow without end. */
    static final long MAX_HELD = 1_500;

    private final MessageSpec owner;
    private final Dice dice;

    TypeChooser(MessageSpec owner, Dice dice) {
        this.owner = owner;
        this.dice = dice;
    }

    /** Any type of a singular field, or of a map's value. */
    TypeSpec singular() {
        return choose(owner.packed());
    }

    /** A type that many elements of may be stored inline. */
    TypeSpec element() {
        return choose(true);
    }

    TypeSpec mapValue(boolean inline) {
        while (true) {
            TypeSpec type = choose(inline || owner.packed());
            boolean refused = type.kind() == TypeSpec.Kind.ENUM
                    && (!type.requireEnum().beginsWithZero()
                            || (type.requireEnum().closed && owner.file.syntax != Syntax.PROTO2));
            if (!refused) {
                return type;
            }
        }
    }

    TypeSpec key() {
        int choice = dice.random.nextInt(KEYS.size() + 3);
        return choice < KEYS.size() ? TypeSpec.of(KEYS.get(choice)) : TypeSpec.string();
    }

    /** @param solid whether messages must be known to be small and free of whoever holds them */
    private TypeSpec choose(boolean solid) {
        switch (dice.random.nextInt(12)) {
            case 0, 1:
                return TypeSpec.string();
            case 2, 3:
                return TypeSpec.bytes();
            case 4, 5:
                List<EnumSpec> enums = owner.file.visible().stream()
                        .flatMap(file -> file.allEnums().stream())
                        .filter(next -> owner.file.syntax != Syntax.PROTO3 || !next.closed)
                        .toList();
                return enums.isEmpty() ? scalar() : TypeSpec.of(dice.of(enums));
            case 6, 7, 8:
                List<MessageSpec> messages = owner.file.visible().stream()
                        .flatMap(file -> file.allMessages().stream())
                        .filter(next -> !owner.packed() || next.packed())
                        .filter(next -> !solid || isHeld(next))
                        .toList();
                return messages.isEmpty() ? scalar() : TypeSpec.of(dice.of(messages));
            default:
                return scalar();
        }
    }

    static boolean isHeld(MessageSpec message) {
        return message.filled && message.solid && message.estimate <= MAX_HELD;
    }

    private TypeSpec scalar() {
        return TypeSpec.of(dice.of(SCALARS));
    }
}
