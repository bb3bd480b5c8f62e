package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.List;

/** Gives a message its fields. */
final class MessageFiller {
    private static final int MAX_FIELDS = 10;
    private static final int MAX_DEPTH = 2;
    private static final String LEGACY_REQUIRED = "features.field_presence = LEGACY_REQUIRED";

    private final MessageSpec message;
    private final Dice dice;
    private final int depth;
    private final TypeChooser types;
    private final OptionChooser options;
    private final DefaultText defaults;

    private MessageFiller(MessageSpec message, Dice dice, int depth) {
        this.message = message;
        this.dice = dice;
        this.depth = depth;
        this.types = new TypeChooser(message, dice);
        this.options = new OptionChooser(message, dice);
        this.defaults = new DefaultText(dice);
    }

    /** Fills the messages nested in it first, so that it may hold them in arrays. */
    static void fill(MessageSpec message, Dice dice) {
        List.copyOf(message.messages).forEach(nested -> fill(nested, dice));
        new MessageFiller(message, dice, 0).fill();
    }

    private void fill() {
        // Now and then more presence bits than fit in one word.
        int count = dice.percent(4) ? 40 : dice.between(0, MAX_FIELDS);
        for (int i = 0; i < count; i++) {
            switch (dice.random.nextInt(10)) {
                case 0, 1 -> add(repeated());
                case 2 -> add(map());
                case 3 -> oneof();
                case 4 -> add(mayHaveGroups() ? group(dice.of("optional", "required", "repeated"), true) : singular());
                default -> add(singular());
            }
        }
        message.filled = true;
    }

    private boolean mayHaveGroups() {
        return message.file.syntax == Syntax.PROTO2 && depth < MAX_DEPTH;
    }

    private void add(FieldSpec field) {
        message.parts.add(new MessageSpec.Part("", List.of(field)));
    }

    private int number() {
        return message.nextNumber(dice.percent(5) ? dice.random.nextInt(20_000) : 0);
    }

    private FieldSpec field(String label, String type, String name) {
        return dress(new FieldSpec(label, type, name, number(), null));
    }

    private FieldSpec dress(FieldSpec field) {
        field.aggregate = dice.percent(50);
        if (dice.percent(6)) {
            field.comment = dice.of("About it. */ */", "Ends in \\", "{@code x} <b> & \\u0041 ??/", "* [x](y) `z");
        }
        if (dice.percent(4)) {
            field.others.add("deprecated = true");
        }
        return field;
    }

    private FieldSpec singular() {
        TypeSpec type = types.singular();
        Syntax syntax = message.file.syntax;
        String label = switch (syntax) {
            case PROTO2 -> dice.percent(65) ? "optional" : "required";
            case PROTO3 -> dice.percent(35) ? "optional" : "";
            case EDITION_2023 -> "";
        };
        FieldSpec field = field(label, type.text(), Names.pick(dice.random, message.taken));
        boolean implicit = syntax == Syntax.EDITION_2023 && features(type, field);
        one(type, field);
        boolean required = label.equals("required") || field.others.contains(LEGACY_REQUIRED);
        options.alone(type, required, field.ffi);
        if (syntax != Syntax.PROTO3 && !implicit && dice.percent(30)) {
            addDefault(type, field);
        }
        return field;
    }

    /** Features of a singular field of an edition; true where it has no presence, and so no default. */
    private boolean features(TypeSpec type, FieldSpec field) {
        boolean isMessage = type.kind() == TypeSpec.Kind.MESSAGE;
        if (isMessage && dice.percent(15)) {
            field.others.add("features.message_encoding = DELIMITED");
        }
        boolean isClosed = type.enumeration() != null && type.requireEnum().closed;
        String presence = dice.of("", "", "", "IMPLICIT", "LEGACY_REQUIRED", "EXPLICIT");
        boolean implicit = presence.equals("IMPLICIT");
        if (presence.isEmpty() || (implicit && (isMessage || isClosed))) {
            return false;
        }
        field.others.add("features.field_presence = " + presence);
        return implicit;
    }

    private void addDefault(TypeSpec type, FieldSpec field) {
        String text = defaults.of(type, field.ffi, message.file.ffi.get("max_size"));
        if (text != null) {
            field.others.add("default = " + text);
        }
    }

    /** What singular fields and members of oneofs have in common. */
    private void one(TypeSpec type, FieldSpec field) {
        long size = options.storage(type, "", field.ffi);
        MessageSpec held = type.message();
        if (held != null && !message.packed() && dice.percent(20)) {
            field.ffi.put("indirect", "true");
        } else if (held != null && !(held.filled && held.solid)) {
            message.solid = false;
        }
        message.estimate += 12 + size;
    }

    private FieldSpec repeated() {
        boolean inline = dice.percent(70) || message.packed();
        TypeSpec type = inline ? types.element() : types.singular();
        FieldSpec field = field("repeated", type.text(), Names.pick(dice.random, message.taken));
        long size = options.storage(type, "", field.ffi);
        MessageSpec held = type.message();
        boolean isHeld = held == null || TypeChooser.isHeld(held);
        message.estimate += options.count(size, isHeld, field.ffi);
        if (!isHeld && message.file.ffi.containsKey("max_count")) {
            message.solid = false;
        }
        return field;
    }

    private FieldSpec map() {
        boolean inline = dice.percent(70) || message.packed();
        TypeSpec key = types.key();
        TypeSpec value = types.mapValue(inline);
        FieldSpec field =
                field("", "map<" + key.text() + ", " + value.text() + ">", Names.pickMap(dice.random, message.taken));
        long size = options.storage(key, "key.", field.ffi) + options.storage(value, "value.", field.ffi);
        message.estimate += options.align("", field.ffi);
        MessageSpec held = value.message();
        boolean indirect = held != null && !message.packed() && dice.percent(25);
        if (indirect) {
            field.ffi.put("value.indirect", "true");
        }
        boolean isHeld = held == null || indirect || TypeChooser.isHeld(held);
        message.estimate += options.count(size + 8, isHeld, field.ffi);
        field.ffi.remove("fixed_count");
        if (!isHeld && message.file.ffi.containsKey("max_count")) {
            message.solid = false;
        }
        return field;
    }

    private void oneof() {
        String name = Names.pick(dice.random, message.taken);
        List<FieldSpec> fields = new ArrayList<>();
        int count = dice.between(1, 5);
        for (int i = 0; i < count; i++) {
            if (mayHaveGroups() && dice.percent(8)) {
                fields.add(group("", false));
                continue;
            }
            TypeSpec type = types.singular();
            FieldSpec field = field("", type.text(), Names.pick(dice.random, message.taken));
            one(type, field);
            if (message.file.syntax != Syntax.PROTO3 && dice.percent(10)) {
                addDefault(type, field);
            }
            fields.add(field);
        }
        message.estimate += 16;
        message.parts.add(new MessageSpec.Part(name, fields));
    }

    private FieldSpec group(String label, boolean alone) {
        String name = Names.pickGroup(dice.random, message.taken);
        MessageSpec body = new MessageSpec(name, message.fullName + "." + name, message.file);
        if (message.packed()) {
            body.ffi.put("packed", "true");
        } else if (dice.percent(30)) {
            body.ffi.put("order", "SMALLEST");
        }
        message.messages.add(body);
        FieldSpec field = dress(new FieldSpec(label, "group", name, number(), body));
        new MessageFiller(body, dice, depth + 1).fill();
        TypeSpec type = TypeSpec.of(body);
        if (label.equals("repeated")) {
            boolean isHeld = message.packed() || TypeChooser.isHeld(body);
            message.estimate += options.count(options.storage(type, "", field.ffi), isHeld, field.ffi);
            if (!body.solid) {
                message.solid = false;
            }
        } else {
            one(type, field);
            if (alone) {
                options.alone(type, label.equals("required"), field.ffi);
            }
        }
        return field;
    }
}
