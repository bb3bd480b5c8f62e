package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What a thread has for its calls to native code. All but {@link #owner} is touched by the owner alone, with plain
 * accesses; see {@link ThreadCache} for why that may be so when a slot passes from a dead thread to another.
 */
@SuppressWarnings("ReferenceEquality") // threads are what they are, not what they equal
final class CallSlot extends CallSlotState {
    /** In {@link #afterwards}: the slot was taken for one call and goes back after it. */
    static final int GIVE_BACK = 1;

    /** In {@link #afterwards}: an upcall threw during the call. */
    static final int THROWN = 2;

    /** From here on the stack is looked after, which costs about a microsecond. */
    private static final int DEEP = 16;

    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(CallSlotState.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // The other half of the padding; see CacheLinePadding.
    long unused0, unused1, unused2, unused3, unused4, unused5, unused6, unused7;
    long unused8, unused9, unused10, unused11, unused12, unused13, unused14, unused15;

    /** Makes the thread the owner, if there is none or a dead one, or if it is already. */
    boolean claim(Thread thread) {
        Thread seen = (Thread) OWNER.getVolatile(this);
        if (seen != thread) {
            // Not alive is also said of a thread that wasn't started; but an owner has claimed, so it was.
            if (seen != null && seen.isAlive() || !OWNER.compareAndSet(this, seen, thread)) {
                return false;
            }
            reset();
        }
        return true;
    }

    /** A thread may have died in the middle of a call. */
    void reset() {
        CallFrame current = frame;
        if (current == null) {
            current = new CallFrame(null);
        }
        while (current.previous != null) {
            current = current.previous;
        }
        current.leave();
        NativeError.clear(current.error);
        frame = current;
        error = current.error;
        afterwards = 0;
        calling = false;
        request = 0;
        response = 0;
        forgetSlabs();
    }

    /** Whether {@link #lend} may be called. */
    boolean knows(StructView message) {
        return firstSlab.refersTo(message.segment) && message.address >= 0 && request == 0;
    }

    /**
     * Whether both messages are in memory of confined pools of this thread, as far as this slot remembers, and stand
     * somewhere; and no other call is running that was lent messages, whose addresses are in the place for these.
     */
    boolean knows(StructView first, StructView second) {
        return firstSlab.refersTo(first.segment)
                && secondSlab.refersTo(second.segment)
                && (first.address | second.address) >= 0
                && request == 0;
    }

    /** A call that gets the message's address begins. Never in the checked mode, whose structs have memory of their own. */
    void lend(StructView message) {
        request = firstBase + message.address;
        calling = true;
    }

    /** A call that gets the messages' addresses begins. */
    void lend(StructView first, StructView second) {
        request = firstBase + first.address;
        response = secondBase + second.address;
        calling = true;
    }

    /** Looks now and then whether the message of a call that it doesn't know is of a confined pool. */
    void learn(StructView message) {
        if (isTimeToLearn() && ConfinedSlabs.isInOne(message.segment)) {
            long base = message.segment.address();
            WeakReference<MemorySegment> slab = new WeakReference<>(message.segment);
            firstBase = base; // nothing is stored before all is there: memory or stack may be at an end
            firstSlab = slab;
        }
    }

    /** The same for a call with two. */
    void learn(StructView first, StructView second) {
        if (isTimeToLearn() && ConfinedSlabs.isInOne(first.segment) && ConfinedSlabs.isInOne(second.segment)) {
            long base = first.segment.address();
            long otherBase = second.segment.address();
            WeakReference<MemorySegment> slab = new WeakReference<>(first.segment);
            WeakReference<MemorySegment> otherSlab = new WeakReference<>(second.segment);
            firstBase = base;
            secondBase = otherBase;
            firstSlab = slab;
            secondSlab = otherSlab;
        }
    }

    private boolean isTimeToLearn() {
        unknown++;
        return unknown % ConfinedSlabs.CALLS_PER_LESSON == 0;
    }

    void forgetSlabs() {
        firstSlab = NO_SLAB;
        secondSlab = NO_SLAB;
    }

    /** The frame of the next call, or of the one that is running. */
    CallFrame frame() {
        CallFrame current = frame;
        assert current != null : "only claimed slots are used";
        return current;
    }

    /** Ends a call that returned. The hot path of success is this one look. */
    void end(NativeFunction function, int code, long firstOfBatch) {
        calling = false;
        if ((code | afterwards) != 0) {
            finish(function, code, firstOfBatch);
        }
    }

    /** Ends a call that can't have called back. */
    void endCritical(NativeFunction function, int code, long firstOfBatch) {
        if ((code | afterwards) != 0) {
            finish(function, code, firstOfBatch);
        }
    }

    private void finish(NativeFunction function, int code, long firstOfBatch) {
        CallFrame current = frame();
        try {
            if (code != 0) {
                throw NativeError.toException(current.error, function.name(), code, firstOfBatch, current.thrown);
            }
            NativeError.clear(current.error); // an upcall may have failed, and the function made the best of it
        } finally {
            tidy();
        }
    }

    /** Ends a call that has no error of its own; what an upcall threw meanwhile, or null. */
    @Nullable Throwable endPlain() {
        calling = false;
        if (afterwards == 0) {
            return null;
        }
        Throwable thrown = frame().thrown;
        tidy();
        return thrown;
    }

    /** Ends a call that wasn't made, because an argument can't be passed. */
    RuntimeException abandon(Throwable reason) {
        calling = false;
        throw abandonCritical(reason);
    }

    /** The same for one that can't have called back. */
    RuntimeException abandonCritical(Throwable reason) {
        tidy();
        throw Thrown.asItIs(reason);
    }

    private void tidy() {
        frame().thrown = null;
        boolean giveBack = (afterwards & GIVE_BACK) != 0;
        afterwards = 0;
        if (giveBack) {
            CallSlots.giveBack(this);
        }
    }

    /** An upcall begins during a call of this slot: what it calls gets a frame of its own. */
    void enterUpcall() {
        CallFrame outer = frame();
        CallFrame inner = outer.next();
        outer.afterwards = afterwards;
        outer.request = request;
        outer.response = response;
        request = 0;
        response = 0;
        frame = inner;
        error = inner.error;
        afterwards = 0;
        calling = false;
    }

    /** @throws StackOverflowError if calls and upcalls are so deep in each other that little stack is left */
    void checkStack() {
        if (frame().depth >= DEEP) {
            StackProbe.check();
        }
    }

    /** The upcall ends. */
    void leaveUpcall(@Nullable Throwable thrown) {
        CallFrame outer = frame().previous;
        assert outer != null : "enterUpcall came before";
        frame = outer;
        error = outer.error;
        afterwards = outer.afterwards;
        request = outer.request;
        response = outer.response;
        calling = true;
        if (thrown != null) {
            outer.thrown = thrown;
            afterwards |= THROWN;
        }
    }
}

/** What a slot holds. */
class CallSlotState extends CacheLinePadding {
    static final WeakReference<MemorySegment> NO_SLAB = new WeakReference<>(null);

    /** The only thread that may touch the rest. Read plainly, since a thread only asks whether it is the owner itself. */
    @Nullable Thread owner;

    /** Native address of the {@code p2f_error} for the next call. */
    long error;

    /** What is to be done after the running call, as bits; 0 for nothing, as most often. */
    int afterwards;

    /** Whether an ordinary call is running, so that an upcall of this thread is one of that call. */
    boolean calling;

    @Nullable CallFrame frame;

    /** The addresses of the messages that the running call was lent, or 0: see {@link ConfinedSlabs}. */
    long request;

    long response;

    /** The slabs that the messages of a call may be in to be lent, and where they begin. */
    WeakReference<MemorySegment> firstSlab = NO_SLAB;

    WeakReference<MemorySegment> secondSlab = NO_SLAB;
    long firstBase;
    long secondBase;

    /** How many calls had other messages. */
    int unknown;
}
