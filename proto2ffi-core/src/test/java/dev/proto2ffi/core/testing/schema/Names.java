package dev.proto2ffi.core.testing.schema;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Names that hurt: words of the target languages and of generated code, and names that look alike once converted. */
final class Names {
    private static final List<String> WORDS = List.of((
            // alike
            "a b c x y z X id ID Id value Value VALUE values fooBar foo_bar FooBar foo_bar_ FOO_BAR foo_Bar _ __ _x x_ x__y x1 "
                    + "x_1 X_1 x1_ size Size SIZE data Data type TYPE Type key Key text Text point Point "
                    // keywords
                    + "self Self class get_class int long short struct union template fn match crate mod async "
                    + "default record yield var sealed permits enum_ interface goto const static volatile register "
                    + "typename namespace operator this super new delete try catch throw final native impl trait "
                    + "where loop dyn move ref box abstract in do typeof unsized virtual become priv macro extern "
                    + "unsafe pub use let mut await gen alignas alignof nullptr constexpr noexcept export and or "
                    + "not xor asm auto inline restrict signed unsigned sizeof typedef void _Bool _Atomic strictfp "
                    + "synchronized transient assert instanceof implements package null "
                    // names of generated code
                    + "at allocate clear clear_x has_x set_x add_x get_x x_count xCount x_size x_case xCase x_at init "
                    + "init_x copy_from to_string hash_code equals wait notify segment address offset index base "
                    + "count p2f_has p2f_has_ p2f_empty p2f o_case o payload payload_case layout snapshot builder "
                    + "from to_snapshot content_equals Snapshot Builder Case PayloadCase X_OFFSET TYPE_ entry Entry "
                    + "put get remove for_each contains allocate_x x_map allocator unrecognized UNRECOGNIZED NOT_SET "
                    + "x_number xNumber number Number x_unsigned compare_and_set_x get_and_add_x x_acquire x_release "
                    + "x_tag x_t payload_t "
                    // names of libraries
                    + "String Object Option Result Vec Some None Ok Err u8 str errno EOF NULL bool true false "
                    + "uint8_t INT32_MAX UINT8_C I linux core std alloc java dev Struct StructView MemorySegment "
                    + "LAYOUT ALIGNMENT Handles Elements Each List Map Iterator Override Access Flat Bool Bytes "
                    + "BytesView Str Span Error Default Copy Clone Debug Drop Sync Box Integer Long Instant "
                    + "Duration Arena SegmentAllocator stdin NAN INFINITY assert_ main")
            .split(" "));

    private Names() {}

    /** A name that the scope doesn't have yet, which it then has. */
    static String pick(Random random, Set<String> taken) {
        while (true) {
            String name = WORDS.get(random.nextInt(WORDS.size()));
            if (!taken.contains(name)) {
                taken.add(name);
                return name;
            }
        }
    }

    /** As {@link #pick}, for a group, whose field has the name in lower case. */
    static String pickGroup(Random random, Set<String> taken) {
        while (true) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            String name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
            String field = name.toLowerCase(Locale.ROOT);
            if (Character.isUpperCase(name.charAt(0))
                    && !name.equals(field)
                    && !taken.contains(name)
                    && !taken.contains(field)) {
                taken.add(name);
                taken.add(field);
                return name;
            }
        }
    }

    /** As {@link #pick}, for a map, whose entry is a message of its own. */
    static String pickMap(Random random, Set<String> taken) {
        while (true) {
            String name = WORDS.get(random.nextInt(WORDS.size()));
            String entry = entry(name);
            if (!taken.contains(name) && !taken.contains(entry) && !name.equals(entry)) {
                taken.add(name);
                taken.add(entry);
                return name;
            }
        }
    }

    /** What must tell a value from the others of its enum: its name without case, underscores and the enum's name. */
    static String bare(String value, String enumName) {
        String bare = value.replace("_", "").toLowerCase(Locale.ROOT);
        String prefix = enumName.replace("_", "").toLowerCase(Locale.ROOT);
        return bare.startsWith(prefix) && bare.length() > prefix.length() ? bare.substring(prefix.length()) : bare;
    }

    /** The message that protobuf makes of a map field. */
    private static String entry(String field) {
        StringBuilder name = new StringBuilder();
        boolean upper = true;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return name.append("Entry").toString();
    }
}
