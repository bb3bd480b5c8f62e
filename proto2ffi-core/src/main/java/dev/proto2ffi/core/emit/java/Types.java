package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The types that generated code names. */
final class Types {
    private static final String RUNTIME = "dev.proto2ffi.runtime";

    static final ClassName ACCESS = ClassName.get(RUNTIME, "Access");
    static final ClassName ATOMICS = ClassName.get(RUNTIME, "Atomics");
    static final ClassName CONTENTS = ClassName.get(RUNTIME, "Contents");
    static final ClassName COUNTS = ClassName.get(RUNTIME, "Counts");
    static final ClassName FIELD_LIST = ClassName.get(RUNTIME, "FieldList");
    static final ClassName FIELD_OVERFLOW = ClassName.get(RUNTIME, "FieldOverflowException");
    static final ClassName CORRUPT_STRUCT = ClassName.get(RUNTIME, "CorruptStructException");
    static final ClassName FIXED_BYTES = ClassName.get(RUNTIME, "FixedBytes");
    static final ClassName NARROW_ARRAYS = ClassName.get(RUNTIME, "NarrowArrays");
    static final ClassName NARROW = ClassName.get(RUNTIME, "Narrow");
    static final ClassName ONEOFS = ClassName.get(RUNTIME, "Oneofs");
    static final ClassName POINTERS = ClassName.get(RUNTIME, "Pointers");
    static final ClassName PRESENCE = ClassName.get(RUNTIME, "Presence");
    static final ClassName SCALAR_ARRAYS = ClassName.get(RUNTIME, "ScalarArrays");
    static final ClassName SCRATCH_ARENA = ClassName.get(RUNTIME, "ScratchArena");
    static final ClassName SCRATCH_BUILDER = ClassName.get(RUNTIME, "ScratchBuilder");
    static final ClassName SIZED_BYTES = ClassName.get(RUNTIME, "SizedBytes");
    static final ClassName SPANS = ClassName.get(RUNTIME, "Spans");
    static final ClassName STRINGS = ClassName.get(RUNTIME, "Strings");
    static final ClassName STRUCT = ClassName.get(RUNTIME, "Struct");
    static final ClassName STRUCT_ARRAY = ClassName.get(RUNTIME, "StructArray");
    static final ClassName STRUCT_POOL = ClassName.get(RUNTIME, "StructPool");
    static final ClassName POOL_BUILDER = ClassName.get(RUNTIME, "PoolBuilder");
    static final ClassName STRUCT_ENUM = ClassName.get(RUNTIME, "StructEnum");
    static final ClassName STRUCT_FIELD = ClassName.get(RUNTIME, "StructField");
    static final ClassName STRUCT_ITERATOR = ClassName.get(RUNTIME, "StructIterator");
    static final ClassName STRUCT_TEXT = ClassName.get(RUNTIME, "StructText");
    static final ClassName STRUCT_TYPE = ClassName.get(RUNTIME, "StructType");
    static final ClassName STRUCT_VIEW = ClassName.get(RUNTIME, "StructView");

    static final ClassName UNBOUNDED_BYTES = ClassName.get(RUNTIME, "UnboundedBytes");
    static final ClassName UNBOUNDED_STRINGS = ClassName.get(RUNTIME, "UnboundedStrings");

    static final ClassName BYTES = ClassName.get(RUNTIME, "Bytes");
    static final ClassName DEEP_COPY = ClassName.get(RUNTIME, "DeepCopy");
    static final ClassName LITERALS = ClassName.get(RUNTIME, "Literals");
    static final ClassName MAP_ENTRIES = ClassName.get(RUNTIME, "MapEntries");
    static final ClassName SNAPSHOTS = ClassName.get(RUNTIME, "Snapshots");
    static final ClassName SNAPSHOT_READER = ClassName.get(RUNTIME, "SnapshotReader");
    static final ClassName SNAPSHOT_WRITER = ClassName.get(RUNTIME, "SnapshotWriter");
    static final ClassName STRUCT_MAP = ClassName.get(RUNTIME, "StructMap");
    static final ClassName WELL_KNOWN_TYPES = ClassName.get(RUNTIME, "WellKnownTypes");

    static final ClassName BATCHES = ClassName.get(RUNTIME, "Batches");
    static final ClassName DOWNCALLS = ClassName.get(RUNTIME, "Downcalls");
    static final ClassName NATIVE_CALL_EXCEPTION = ClassName.get(RUNTIME, "NativeCallException");
    static final ClassName NATIVE_FUNCTION = ClassName.get(RUNTIME, "NativeFunction");
    static final ClassName NATIVE_LIBRARY = ClassName.get(RUNTIME, "NativeLibrary");
    static final ClassName NATIVE_LIBRARY_EXCEPTION = ClassName.get(RUNTIME, "NativeLibraryException");
    static final ClassName SERVICE_FUNCTIONS = ClassName.get(RUNTIME, "ServiceFunctions");
    static final ClassName SERVICE_TABLE = ClassName.get(RUNTIME, "ServiceTable");
    static final ClassName SERVICE_TYPE = ClassName.get(RUNTIME, "ServiceType");

    private static final String FOREIGN = "java.lang.foreign";

    static final ClassName ARENA = ClassName.get(FOREIGN, "Arena");
    static final ClassName MEMORY_LAYOUT = ClassName.get(FOREIGN, "MemoryLayout");
    static final ClassName PATH_ELEMENT = MEMORY_LAYOUT.nestedClass("PathElement");
    static final ClassName MEMORY_SEGMENT = ClassName.get(FOREIGN, "MemorySegment");
    static final ClassName SEGMENT_ALLOCATOR = ClassName.get(FOREIGN, "SegmentAllocator");
    static final ClassName STRUCT_LAYOUT = ClassName.get(FOREIGN, "StructLayout");
    static final ClassName VALUE_LAYOUT = ClassName.get(FOREIGN, "ValueLayout");
    static final ClassName VAR_HANDLE = ClassName.get("java.lang.invoke", "VarHandle");

    static final ClassName ITERATOR = ClassName.get("java.util", "Iterator");
    static final ClassName LIST = ClassName.get("java.util", "List");
    static final ClassName OBJECTS = ClassName.get("java.util", "Objects");
    static final ClassName STRING = ClassName.get(String.class);
    static final TypeName BYTE_ARRAY = ArrayTypeName.of(TypeName.BYTE);

    static final ClassName CONSUMER = ClassName.get("java.util.function", "Consumer");
    static final ClassName ARRAYS = ClassName.get("java.util", "Arrays");
    static final ClassName MAP = ClassName.get("java.util", "Map");
    static final ClassName DURATION = ClassName.get("java.time", "Duration");
    static final ClassName INSTANT = ClassName.get("java.time", "Instant");

    private Types() {}
}
