import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.UnionLayout;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prints what every generated class below a folder says of its layout. */
final class PrintLayouts {
    private PrintLayouts() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, java.io.IOException {
        for (Class<? extends Struct> type : structs(Path.of(arguments[0]))) {
            print((StructType<?>) type.getField("TYPE").get(null));
        }
    }

    /** The generated classes among the compiled ones. */
    static List<Class<? extends Struct>> structs(Path classes) throws ReflectiveOperationException, java.io.IOException {
        List<Class<? extends Struct>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = classes.relativize(file).toString();
                if (name.endsWith(".class") && !name.startsWith("dev/proto2ffi/runtime/") && !name.endsWith("-info.class")) {
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                    if (Struct.class.isAssignableFrom(type)) {
                        found.add(type.asSubclass(Struct.class));
                    }
                }
            }
        }
        return found;
    }

    private static void print(StructType<?> type) throws ReflectiveOperationException {
        System.out.println(type.name() + " " + type.size() + " " + type.alignment());
        for (MemoryLayout member : type.layout().memberLayouts()) {
            if (member.name().isPresent()) {
                String name = member.name().get();
                long offset = type.layout().byteOffset(PathElement.groupElement(name));
                if (member instanceof UnionLayout union) {
                    for (MemoryLayout inner : union.memberLayouts()) {
                        inner.name().ifPresent(own -> System.out.println(
                                type.name() + "." + name + "." + own + " " + offset + " " + inner.byteSize()));
                    }
                } else {
                    System.out.println(type.name() + "." + name + " " + offset + " " + member.byteSize());
                }
            }
        }
        Method words = StructField.class.getDeclaredMethod("presenceOffset");
        Method bit = StructField.class.getDeclaredMethod("presenceBit");
        words.setAccessible(true);
        bit.setAccessible(true);
        for (StructField field : type.fields()) {
            System.out.println("constants " + type.name() + "." + field.name() + " " + field.offset() + " " + field.size()
                    + " " + field.elementSize() + " count " + field.countOffset() + " presence " + words.invoke(field)
                    + " " + bit.invoke(field));
        }
    }
}
