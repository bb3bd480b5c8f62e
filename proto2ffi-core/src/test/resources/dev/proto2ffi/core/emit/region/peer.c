/*
 * The C program at a region: peer COMMAND FILE ARGUMENT... Twin of peer.rs; Share.java is at the other end.
 *
 *   note NAME             finds a note; says why, if it can't
 *   exchange              answers the notes of Java by notes of its own
 *   bounce ROUNDS         sends a ball back, with an atomic field as the flag
 *   race OWNER THREADS ROUNDS NAMES   allocates and publishes, each thread by a number of its own from OWNER on
 *   roots NAMES           counts the names of a race that it finds
 *
 * Ends with 0, or says in which line what was wrong.
 */
#define _POSIX_C_SOURCE 200809L
#define P2F_REGION_POSIX
#include "proto2ffi_region.h"
#include "share.p2f.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PATIENCE_SECONDS 60
#define MAX_THREADS 16

#define CHECK(condition)                                              \
    do {                                                              \
        if (!(condition)) {                                           \
            fprintf(stderr, "peer.c:%d: %s\n", __LINE__, #condition); \
            exit(3);                                                  \
        }                                                             \
    } while (0)

static p2f_region region;

static void *find(const char *name, uint64_t fingerprint, uint64_t size, uint64_t align, uint64_t count) {
    uint64_t found;
    p2f_region_status status;
    void *first = p2f_region_find(&region, name, fingerprint, size, align, &found, &status);
    if (first == NULL || found < count) {
        fprintf(stderr, "%s: %s\n", name, p2f_region_message(status));
        exit(3);
    }
    return first;
}

#define FIND(T, name, count) \
    ((share_##T *)find(name, share_##T##_FINGERPRINT, sizeof(share_##T), share_##T##_ALIGN, count))

/** For loops that wait for another: offers the core, which that one may want, and gives up in the end. */
static void pause_in(uint64_t *looks, time_t *deadline) {
    if (++*looks > 200) {
        sched_yield();
        if (*looks % 65536 == 0) {
            time_t now = time(NULL);
            *deadline = *deadline == 0 ? now + PATIENCE_SECONDS : *deadline;
            CHECK(now <= *deadline);
        }
    }
}

static int note(const char *name) {
    uint64_t count;
    p2f_region_status status;
    share_Note *found = (share_Note *)P2F_REGION_FIND(&region, share_Note, name, &count, &status);
    printf("%s\n", found == NULL ? p2f_region_message(status) : share_Note_get_text(found));
    return found == NULL;
}

static void exchange(void) {
    share_Note *notes = FIND(Note, "share.Note", 3), *mine;
    const share_Note *last;
    for (uint64_t i = 0; i < 3; i++) {
        CHECK(notes[i].id == 100 + i && strcmp(share_Note_get_text(&notes[i]), "gr\xc3\xbc\xc3\x9f" "e") == 0);
    }
    last = (const share_Note *)p2f_region_at(&region, notes[0].next, sizeof *last, share_Note_ALIGN);
    CHECK(last != NULL && last->id == 7 && last->next == 0);
    mine = (share_Note *)P2F_REGION_ALLOCATE(&region, share_Note, 2);
    CHECK(mine != NULL);
    for (uint64_t i = 0; i < 2; i++) {
        mine[i].id = 200 + i;
        mine[i].next = p2f_region_offset(&region, &notes[i]);
        CHECK(share_Note_set_text(&mine[i], "from c", 6));
    }
    CHECK(P2F_REGION_PUBLISH(&region, share_Note, "share.Note", mine, 2) == P2F_REGION_NAME_TAKEN);
    CHECK(P2F_REGION_PUBLISH(&region, share_Note, "answer", mine, 2) == P2F_REGION_OK);
}

/** What the other side writes to a word in a round. */
static uint64_t word(uint64_t round, uint64_t index) {
    return round * UINT64_C(0x9e3779b97f4a7c15) + index;
}

static void bounce(uint64_t rounds) {
    share_Ball *ball = FIND(Ball, "share.Ball", 1);
    for (uint64_t round = 1; round <= rounds; round++) {
        uint64_t looks = 0;
        time_t deadline = 0;
        while (share_Flag_load_turn(&ball->flag) != 2 * round - 1) {
            pause_in(&looks, &deadline);
        }
        for (size_t i = 0; i < 12; i++) {
            CHECK(ball->load.words[i] == word(round, i));
            ball->load.words[i] = ~word(round, i);
        }
        share_Flag_store_turn(&ball->flag, 2 * round);
    }
}

typedef struct racer {
    uint64_t owner, rounds, names;
} racer;

static bool is_zero(const void *memory, size_t size) {
    const unsigned char *bytes = (const unsigned char *)memory;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

/** So many small structs side by side, the first of them. */
static share_Small *small(const racer *self, uint64_t *number, uint64_t count) {
    share_Small *structs = (share_Small *)P2F_REGION_ALLOCATE(&region, share_Small, count);
    CHECK(structs != NULL && is_zero(structs, count * sizeof *structs));
    for (uint64_t i = 0; i < count; i++) {
        structs[i].owner = self->owner;
        structs[i].number = (*number)++;
        structs[i].bytes = sizeof *structs;
    }
    return structs;
}

static void large(const racer *self, uint64_t *number) {
    share_Large *all = (share_Large *)P2F_REGION_ALLOCATE(&region, share_Large, 1);
    CHECK(all != NULL && (uintptr_t)all % share_Large_ALIGN == 0 && is_zero(all, sizeof *all));
    all->owner = self->owner;
    all->number = (*number)++;
    all->bytes = sizeof *all;
    for (size_t i = 0; i < 13; i++) {
        all->fill[i] = word(all->owner, all->number);
    }
}

static void count_under_lock(share_Gate *gate, share_Tally *guarded) {
    uint64_t looks = 0;
    time_t deadline = 0;
    uint32_t expected = 0;
    while (!share_Gate_compare_exchange_lock(gate, &expected, 1)) {
        expected = 0;
        pause_in(&looks, &deadline);
    }
    guarded->calls++;
    share_Gate_store_lock(gate, 0);
}

static void publish(const racer *self, share_Tally *tally, uint64_t root, uint64_t *number) {
    char name[32];
    uint64_t count;
    p2f_region_status status;
    const share_Small *seen, *mine = small(self, number, 2);
    snprintf(name, sizeof name, "root %u", (unsigned)(root % self->names));
    status = P2F_REGION_PUBLISH(&region, share_Small, name, mine, 2);
    tally->published += status == P2F_REGION_OK;
    tally->taken += status == P2F_REGION_NAME_TAKEN;
    tally->refused += status == P2F_REGION_TOO_MANY_ROOTS;
    /* Whoever won: what is published is whole. One that is claimed only isn't there yet. */
    seen = (const share_Small *)P2F_REGION_FIND(&region, share_Small, name, &count, &status);
    CHECK(seen == NULL ? status == P2F_REGION_NO_ROOT : count == 2 && seen[0].owner != 0 && seen[0].bytes == 24);
    CHECK(seen == NULL || (seen[1].owner == seen[0].owner && seen[1].number == seen[0].number + 1));
}

static void *race(void *argument) {
    const racer *self = (const racer *)argument;
    share_Gate *gate = FIND(Gate, "share.Gate", 1);
    share_Tally *tallies = FIND(Tally, "share.Tally", self->owner + 1);
    uint64_t number = 0;
    for (uint32_t round = 0; round < self->rounds; round++) {
        uint64_t looks = 0;
        time_t deadline = 0;
        share_Gate_fetch_add_arrived(gate, 1);
        while (share_Gate_load_open(gate) <= round) {
            pause_in(&looks, &deadline);
        }
        /* Orders the rounds for the thread sanitizer too, which doesn't see that Java waits for all threads between. */
        CHECK(share_Gate_load_arrived(gate) > round);
        for (uint64_t i = 0; i < self->names; i++) {
            if (i % 4 == 3) {
                large(self, &number);
            } else {
                small(self, &number, i % 4 + 1);
            }
            share_Gate_fetch_add_allocations(gate, 1);
            if (i % 16 == 0) {
                count_under_lock(gate, &tallies[0]);
            }
            /* All in the same order, so that they meet at the same entry; or each in one of its own. */
            publish(self, &tallies[self->owner], round % 2 == 0 ? i : i + self->owner * 7, &number);
        }
    }
    tallies[self->owner].calls = number;
    return NULL;
}

static void race_all(uint64_t owner, uint64_t threads, uint64_t rounds, uint64_t names) {
    racer racers[MAX_THREADS];
    pthread_t running[MAX_THREADS];
    CHECK(threads <= MAX_THREADS);
    for (uint64_t i = 0; i < threads; i++) {
        racers[i].owner = owner + i;
        racers[i].rounds = rounds;
        racers[i].names = names;
        CHECK(pthread_create(&running[i], NULL, race, &racers[i]) == 0);
    }
    for (uint64_t i = 0; i < threads; i++) {
        CHECK(pthread_join(running[i], NULL) == 0);
    }
}

static void roots(uint64_t names) {
    uint64_t found = 0, count;
    p2f_region_status status;
    for (uint64_t i = 0; i < names; i++) {
        char name[32];
        snprintf(name, sizeof name, "root %u", (unsigned)i);
        found += P2F_REGION_FIND(&region, share_Small, name, &count, &status) != NULL;
        CHECK(status == P2F_REGION_OK || status == P2F_REGION_NO_ROOT);
    }
    printf("%u\n", (unsigned)found);
}

int main(int count, char **arguments) {
    uint64_t numbers[4] = {0, 0, 0, 0};
    p2f_region_status status;
    int result = 0;
    CHECK(count >= 3 && count <= 7);
    for (int i = 3; i < count; i++) {
        numbers[i - 3] = strtoull(arguments[i], NULL, 10);
    }
    status = p2f_region_open(&region, arguments[2]);
    if (status != P2F_REGION_OK) {
        printf("%s\n", p2f_region_message(status));
        return 1;
    }
    if (strcmp(arguments[1], "note") == 0) {
        CHECK(count == 4);
        result = note(arguments[3]);
    } else if (strcmp(arguments[1], "exchange") == 0) {
        exchange();
    } else if (strcmp(arguments[1], "bounce") == 0) {
        bounce(numbers[0]);
    } else if (strcmp(arguments[1], "race") == 0) {
        race_all(numbers[0], numbers[1], numbers[2], numbers[3]);
    } else {
        CHECK(strcmp(arguments[1], "roots") == 0);
        roots(numbers[0]);
    }
    p2f_region_close(&region);
    return result;
}
