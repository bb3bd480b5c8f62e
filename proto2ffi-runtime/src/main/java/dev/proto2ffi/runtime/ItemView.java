package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The view of a stream's items: one for all, poisoned between them. In the checked mode each has its own, whose memory
 * has a lifetime that ends with the item's.
 */
final class ItemView {
    private final StructType<?> type;
    private CallMemory memory = CallMemory.ofViews();
    private @Nullable Struct view;

    ItemView(StructType<?> type) {
        this.type = type;
    }

    boolean fits(long address) {
        return CallMemory.isUsable(type, address);
    }

    /** Shows the item at an address. */
    void begin(long address) {
        if (Checks.ON) {
            memory = CallMemory.ofViews();
        }
        if (view == null || Checks.ON) {
            view = memory.view(type, address, "item");
        } else {
            ((StructView) view).address = address;
        }
    }

    @SuppressWarnings("unchecked") // of the type that this was made with
    <T extends Struct> T get(StructType<T> same) {
        assert same == type;
        return (T) view;
    }

    void end() {
        CallMemory.poison(view);
        if (Checks.ON) {
            memory.end();
        }
    }
}
