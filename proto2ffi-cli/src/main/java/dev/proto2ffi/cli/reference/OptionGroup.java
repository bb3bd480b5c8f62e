package dev.proto2ffi.cli.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Options that help and manual show together, under a heading. Stands on the class that declares them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OptionGroup {
    /** The heading, such as {@code Input options}. */
    String value();
}
