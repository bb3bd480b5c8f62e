import java.lang.foreign.Arena;

/** Uses every accessor of every construct over real memory; ends with an exception at the first surprise. */
public final class Accessors {
    private Accessors() {}

    public static void main(String[] args) {
        try (Arena arena = Arena.ofConfined()) {
            Oneofs.run(arena);
            Spanned.run(arena);
            Pointed.run(arena);
            Numbers.run(arena);
            Shapes.run(arena);
        }
        System.out.println(Check.count + " checks");
    }
}
