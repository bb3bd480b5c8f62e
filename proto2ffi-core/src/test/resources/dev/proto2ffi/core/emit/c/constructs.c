/* Checks the helpers of every-construct.p2f.h and corners.p2f.h. C11 and C++17; every struct and every allocation is alone
 * on the heap, so that AddressSanitizer sees each byte beside it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corners.p2f.h"
#include "every-construct.p2f.h"

static int failures;

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            printf("line %d: %s\n", __LINE__, #condition);                                                           \
            failures++;                                                                                               \
        }                                                                                                             \
    } while (0)

/* Memory full of ones, as bad as it gets. The size is a multiple of the alignment. */
static void *dirty(uint64_t size, uint64_t align) {
    void *block = align > 16 ? aligned_alloc((size_t)align, (size_t)size) : malloc((size_t)size);
    if (block == NULL) {
        abort();
    }
    return memset(block, 0xFF, (size_t)size);
}

#define DIRTY(type) ((type *)dirty(sizeof(type), P2F_ALIGNOF(type)))

static bool same(p2f_str text, const char *expected) {
    return text.size == strlen(expected) && (text.size == 0 || memcmp(text.data, expected, text.size) == 0);
}

/* Gives each request a block of its own, until `left` have been served. */
typedef struct blocks {
    p2f_allocator allocator;
    int left;
    int used;
    void *all[256];
} blocks;

static void *blocks_allocate(struct p2f_allocator *self, uint64_t size, uint64_t align) {
    blocks *memory = (blocks *)self;
    if (memory->left == 0 || size > 1u << 20) {
        return NULL;
    }
    memory->left--;
    return memory->all[memory->used++] = dirty(size, align);
}

static blocks memory_of(int left) {
    blocks memory;
    memset(&memory, 0, sizeof memory);
    memory.allocator.allocate = blocks_allocate;
    memory.left = left;
    return memory;
}

static void release(blocks *memory) {
    while (memory->used > 0) {
        free(memory->all[--memory->used]);
    }
}

static void check_oneof(void) {
    every_Choice *c = DIRTY(every_Choice);
    every_Choice_init(c);
    CHECK(every_Choice_which_payload(c) == 0 && !every_Choice_has_number(c));
    every_Choice_set_number(c, 7);
    CHECK(c->payload_case == every_Choice_number_tag && every_Choice_number_tag == 2);
    CHECK(every_Choice_which_payload(c) == every_Choice_number_tag && every_Choice_get_number(c) == 7);
    CHECK(!every_Choice_has_text(c) && every_Choice_get_text(c)[0] == '\0' && every_Choice_text_size(c) == 0);
    CHECK(every_Choice_get_point(c) == NULL && every_Choice_get_hash(c)[15] == 0);
    every_Choice_clear_text(c);
    CHECK(every_Choice_has_number(c));

    /* A change of case zeroes all of the union, not only what the new member needs. */
    CHECK(every_Choice_set_hash(c, "0123456789abcdef", 16));
    every_Choice_set_flag(c, true);
    unsigned char zeros[sizeof c->payload] = {1}; /* the bool */
    CHECK(memcmp(&c->payload, zeros, sizeof zeros) == 0);
    /* Within a case nothing else changes. */
    CHECK(every_Choice_set_hash(c, "0123456789abcdef", 16));
    CHECK(every_Choice_set_hash(c, "fedcba9876543210", 16) && every_Choice_get_hash(c)[0] == 'f');

    /* What doesn't fit leaves the case alone. */
    CHECK(!every_Choice_set_text(c, "1234567890123", 13) && every_Choice_has_hash(c));
    CHECK(!every_Choice_set_text(c, "a\0b", 3) && !every_Choice_set_blob(c, "12345678", 8) && every_Choice_has_hash(c));
    CHECK(!every_Choice_set_hash(c, "", 0) && every_Choice_has_hash(c));
    CHECK(every_Choice_set_text(c, "123456789012", 12) && every_Choice_text_size(c) == 12);
    CHECK(every_Choice_set_text(c, c->payload.text + 1, 2) && strcmp(every_Choice_get_text(c), "23") == 0);
    /* A value may come from the field that it takes the place of; nothing else of that is left. */
    CHECK(every_Choice_set_hash(c, "0123456789\0bcdef", 16));
    CHECK(every_Choice_set_text(c, (const char *)c->payload.hash + 1, 5));
    CHECK(strcmp(every_Choice_get_text(c), "12345") == 0 && c->payload.text[6] == 0 && c->payload.hash[15] == 0);
    CHECK(every_Choice_set_blob(c, c->payload.text, 5) && every_Choice_blob_size(c) == 5);
    CHECK(memcmp(every_Choice_get_blob(c), "12345\0\0", 7) == 0);
    CHECK(every_Choice_set_blob(c, "1234567", 7) && every_Choice_blob_size(c) == 7);
    CHECK(memcmp(every_Choice_get_blob(c), "1234567", 7) == 0);

    every_Choice_init_point(c)->y = 4;
    CHECK(every_Choice_get_point(c) == &c->payload.point && c->payload.point.x <= 0);
    every_Point point = {1, 2};
    every_Choice_set_point(c, &point);
    CHECK(every_Choice_get_point(c)->y >= 2);
    every_Choice_set_tiny(c, every_Tiny_LOW);
    CHECK(every_Choice_get_tiny(c) == every_Tiny_LOW && every_Choice_get_real(c) <= 0);
    every_Choice_init_nothing(c);
    CHECK(every_Choice_has_nothing(c) && every_Choice_get_nothing(c) != NULL);
    CHECK(!every_Choice_set_small(c, 65536) && every_Choice_which_other(c) == 0);
    CHECK(every_Choice_set_small(c, 65535) && every_Choice_get_small(c) == 65535);
    every_Choice_clear_nothing(c);
    CHECK(c->payload_case == 0 && every_Choice_which_other(c) == every_Choice_small_tag);
    every_Choice_clear_other(c);
    CHECK(c->other_case == 0 && c->other.big == 0);
    free(c);
}

static void check_oneof_defaults(void) {
    corners_Choice *c = DIRTY(corners_Choice);
    corners_Choice_init(c);
    unsigned char zeros[sizeof c->payload];
    memset(zeros, 0, sizeof zeros);
    CHECK(c->payload_case == 0 && memcmp(&c->payload, zeros, sizeof zeros) == 0);
    CHECK(corners_Choice_get_number(c) == -5 && corners_Choice_get_closed(c) == corners_Closed_MINUS);
    CHECK(same(corners_Choice_get_text(c), "free") && strcmp(corners_Choice_get_bounded(c), "bound") == 0);
    CHECK(corners_Choice_bounded_size(c) == 5 && corners_Choice_get_narrow(c) == -7 && corners_Choice_get_truth(c));
    CHECK(corners_Choice_get_blob(c).size == 1 && corners_Choice_get_blob(c).data[0] == 1);
    CHECK(corners_Choice_bounded_blob_size(c) == 2 && corners_Choice_get_bounded_blob(c)[1] == 2);
    CHECK(corners_Choice_get_plain(c) == NULL && corners_Choice_get_self(c) == NULL);
    CHECK(!corners_Choice_set_narrow(c, 128) && !corners_Choice_set_narrow(c, -129) && c->payload_case == 0);
    CHECK(corners_Choice_set_narrow(c, -128) && corners_Choice_get_narrow(c) == -128);
    CHECK(!corners_Choice_set_byte(c, 256) && corners_Choice_set_byte(c, 255) && c->payload.byte == 255);
    CHECK(corners_Choice_get_narrow(c) == -7);
    corners_Plain *plain = corners_Choice_init_plain(c);
    CHECK(plain->number == -5 && plain->wide == 200 && plain->truth && same(plain->text, "free \"text\""));
    free(c);
}

static void check_loose_oneof(void) {
    blocks memory = memory_of(-1);
    every_LooseChoice *c = DIRTY(every_LooseChoice);
    every_LooseChoice_init(c);
    char text[] = "text";
    CHECK(every_LooseChoice_set_text(c, &memory.allocator, text, 4));
    text[0] = 'n';
    CHECK(same(every_LooseChoice_get_text(c), "text") && every_LooseChoice_get_blob(c).size == 0);
    every_LooseChoice_borrow_text(c, p2f_str_of(text, 4));
    CHECK(c->payload.text.data == text && same(every_LooseChoice_get_text(c), "next"));
    CHECK(every_LooseChoice_set_text(c, &memory.allocator, NULL, 0));
    CHECK(every_LooseChoice_has_text(c) && c->payload.text.data == NULL);

    blocks none = memory_of(0);
    CHECK(!every_LooseChoice_set_blob(c, &none.allocator, "x", 1) && every_LooseChoice_has_text(c));
    CHECK(every_LooseChoice_init_again(c, &none.allocator) == NULL && every_LooseChoice_has_text(c));
    CHECK(every_LooseChoice_set_blob(c, &none.allocator, NULL, 0) && every_LooseChoice_has_blob(c));

    every_LooseChoice *again = every_LooseChoice_init_again(c, &memory.allocator);
    CHECK(again != NULL && again->payload_case == 0 && every_LooseChoice_get_again(c) == again);
    every_LooseChoice_set_again(c, NULL);
    CHECK(!every_LooseChoice_has_again(c) && c->payload_case == every_LooseChoice_again_tag);
    every_Choice_set_real(every_LooseChoice_init_choice(c), 2);
    CHECK(every_LooseChoice_get_choice(c)->payload.real >= 2);
    every_LooseChoice_init_far_point(c, &memory.allocator)->x = 1;
    CHECK(every_LooseChoice_get_far_point(c)->x >= 1);
    release(&memory);
    free(c);
}

static void check_widths(void) {
    every_Widths *w = DIRTY(every_Widths);
    every_Widths_init(w);
    CHECK(every_Widths_set_small(w, -128) && !every_Widths_set_small(w, -129) && !every_Widths_set_small(w, 128));
    CHECK(w->small_ == -128);
    CHECK(every_Widths_set_small_unsigned(w, 65535) && !every_Widths_set_small_unsigned(w, 65536));
    CHECK(every_Widths_set_narrow(w, INT32_MIN) && !every_Widths_set_narrow(w, (int64_t)INT32_MAX + 1));
    CHECK(every_Widths_set_narrow_unsigned(w, 255) && !every_Widths_set_narrow_unsigned(w, UINT64_MAX));
    w->wide = INT64_MIN;
    w->wide_unsigned = UINT64_MAX;
    w->wide_enum = INT64_MAX;
    w->tiny = every_Tiny_LOW;
    CHECK(every_Widths_add_bytes(w, 127) && !every_Widths_add_bytes(w, 128) && w->bytes_count == 1);
    CHECK(every_Widths_set_bytes(w, 0, -128) && !every_Widths_set_bytes(w, 0, 1000) && *every_Widths_get_bytes(w, 0) == -128);
    CHECK(every_Widths_add_tinies(w, every_Tiny_HIGH) && w->tinies[0] == 127);
    CHECK(!every_Widths_set_maybe(w, 65536) && !every_Widths_has_maybe(w));
    CHECK(every_Widths_set_maybe(w, 65535) && every_Widths_get_maybe(w) == 65535);
    blocks memory = memory_of(-1);
    CHECK(every_Widths_allocate_span(w, &memory.allocator, 2) && w->span.data[1] == 0);
    CHECK(every_Widths_set_span(w, 1, UINT32_MAX) && !every_Widths_set_span(w, 1, (uint64_t)UINT32_MAX + 1));
    CHECK(!every_Widths_set_span(w, 2, 1) && *every_Widths_get_span(w, 1) == UINT32_MAX);
    release(&memory);
    free(w);

    corners_Marked *m = DIRTY(corners_Marked);
    corners_Marked_init(m);
    CHECK(corners_Marked_get_number(m) == -5 && corners_Marked_get_wide(m) == 200 && m->wide == 0);
    CHECK(corners_Marked_get_closed(m) == corners_Closed_THREE && m->closed == 0);
    CHECK(!corners_Marked_set_closed(m, 40000) && corners_Marked_set_closed(m, corners_Closed_MINUS));
    CHECK(corners_Marked_get_closed(m) == -1);
    free(m);
}

static void check_unbounded(void) {
    blocks memory = memory_of(-1);
    corners_Marked *m = DIRTY(corners_Marked);
    corners_Marked_init(m);
    CHECK(!corners_Marked_has_text(m) && m->text.data == NULL && same(corners_Marked_get_text(m), "free \"text\""));
    CHECK(corners_Marked_get_blob(m).size == 3 && corners_Marked_get_blob(m).data[2] == 0xFF);
    CHECK(corners_Marked_get_empty(m).data == NULL && corners_Marked_get_empty(m).size == 0);
    CHECK(corners_Marked_set_text(m, &memory.allocator, "a\0b", 3) && corners_Marked_get_text(m).size == 3);
    CHECK(corners_Marked_set_text(m, &memory.allocator, "", 0) && corners_Marked_has_text(m));
    CHECK(corners_Marked_get_text(m).size == 0);
    blocks none = memory_of(0);
    CHECK(!corners_Marked_set_empty(m, &none.allocator, "x", 1) && !corners_Marked_has_empty(m));
    corners_Marked_borrow_empty(m, p2f_str_of("kept", 4));
    CHECK(corners_Marked_has_empty(m) && same(corners_Marked_get_empty(m), "kept"));
    corners_Marked_clear_empty(m);
    CHECK(!corners_Marked_has_empty(m) && m->empty.data == NULL);
    CHECK(corners_Marked_get_sub(m) == NULL && corners_Marked_init_sub(m) == corners_Marked_get_sub(m));
    CHECK(corners_Marked_Sub_get_inner(corners_Marked_get_sub(m)) == 7);
    free(m);

    corners_Plain *p = DIRTY(corners_Plain);
    corners_Plain_init(p);
    CHECK(p->number == -5 && p->closed == corners_Closed_THREE && same(corners_Plain_get_text(p), "free \"text\""));
    CHECK(p->blob.size == 3 && p->counter == UINT64_MAX && p->more.data == NULL);
    CHECK(corners_Plain_allocate_more(p, &memory.allocator, 3) && corners_Plain_more_count(p) == 3);
    CHECK(p->more.data[2].number == -5 && same(p->more.data[2].text, "free \"text\""));
    free(p);

    every_Spans *s = DIRTY(every_Spans);
    every_Spans_init(s);
    int64_t numbers[] = {1, 2, 3};
    CHECK(every_Spans_copy_numbers(s, &memory.allocator, numbers, 3) && s->numbers.data != numbers);
    CHECK(*every_Spans_get_numbers(s, 2) == 3 && every_Spans_get_numbers(s, 3) == NULL);
    CHECK(!every_Spans_copy_numbers(s, &none.allocator, numbers, 1) && every_Spans_numbers_count(s) == 3);
    CHECK(every_Spans_copy_numbers(s, &none.allocator, NULL, 0) && s->numbers.data == NULL && s->numbers.size == 0);
    CHECK(!every_Spans_allocate_numbers(s, &memory.allocator, SIZE_MAX) && s->numbers.data == NULL);
    CHECK(!every_Spans_allocate_numbers(s, &memory.allocator, SIZE_MAX / 8 + 2));

    CHECK(every_Spans_allocate_texts(s, &memory.allocator, 2));
    CHECK(every_Spans_set_texts(s, &memory.allocator, 1, "one", 3) && same(every_Spans_get_texts(s, 1), "one"));
    CHECK(!every_Spans_set_texts(s, &memory.allocator, 2, "two", 3) && every_Spans_get_texts(s, 2).data == NULL);
    CHECK(!every_Spans_set_texts(s, &none.allocator, 1, "two", 3) && same(every_Spans_get_texts(s, 1), "one"));
    CHECK(every_Spans_allocate_blobs(s, &memory.allocator, 1) && every_Spans_set_blobs(s, &memory.allocator, 0, "\1", 1));
    CHECK(every_Spans_get_blobs(s, 0).data[0] == 1);

    CHECK(every_Spans_allocate_short_texts(s, &memory.allocator, 2) && every_Spans_set_short_texts(s, 1, "12345678", 8));
    CHECK(strcmp(every_Spans_get_short_texts(s, 1), "12345678") == 0 && every_Spans_short_texts_size(s, 1) == 8);
    CHECK(!every_Spans_set_short_texts(s, 1, "123456789", 9) && every_Spans_get_short_texts(s, 2) == NULL);
    CHECK(every_Spans_allocate_short_blobs(s, &memory.allocator, 2) && every_Spans_set_short_blobs(s, 1, "123456", 6));
    CHECK(every_Spans_short_blobs_size(s, 1) == 6 && every_Spans_get_short_blobs(s, 1)->data[5] == '6');
    CHECK(every_Spans_allocate_hashes(s, &memory.allocator, 2) && every_Spans_set_hashes(s, 1, "123", 3));
    CHECK(every_Spans_get_hashes(s, 1)[2] == '3' && !every_Spans_set_hashes(s, 1, "12", 2));

    every_Point points[] = {{1, 2}, {3, 4}};
    CHECK(every_Spans_copy_points(s, &memory.allocator, points, 2) && every_Spans_get_points(s, 1)->y >= 4);
    CHECK(every_Spans_set_points(s, 0, &points[1]) && every_Spans_get_points(s, 0)->x >= 3);
    CHECK(every_Spans_allocate_children(s, &memory.allocator, 2) && every_Spans_get_children(s, 1)->text.data == NULL);
    CHECK(every_Spans_set_text(&s->children.data[1], &memory.allocator, "child", 5));
    CHECK(every_Spans_allocate_nothings(s, &memory.allocator, 3) && every_Spans_nothings_count(s) == 3);
    CHECK(every_Spans_allocate_flags(s, &memory.allocator, 3) && every_Spans_set_flags(s, 2, true));
    every_Spans_clear_flags(s);
    CHECK(every_Spans_flags_count(s) == 0 && s->flags.data == NULL);
    free(s);

    every_Lists *l = DIRTY(every_Lists);
    every_Lists_init(l);
    CHECK(every_Lists_add_loose_texts(l, &memory.allocator, "a", 1) && !every_Lists_add_loose_texts(l, &none.allocator, "b", 1));
    CHECK(l->loose_texts_count == 1 && same(every_Lists_get_loose_texts(l, 0), "a"));
    CHECK(every_Lists_add_loose_texts(l, &memory.allocator, "b", 1) && !every_Lists_add_loose_texts(l, &memory.allocator, "c", 1));
    CHECK(every_Lists_set_loose_texts(l, &memory.allocator, 0, "long enough", 11) && every_Lists_get_loose_texts(l, 0).size == 11);
    CHECK(every_Lists_add_loose_blobs(l, &memory.allocator, "\2", 1) && every_Lists_get_loose_blobs(l, 1).data == NULL);
    every_Choice_set_number(every_Lists_add_choices(l), 5);
    CHECK(every_Choice_get_number(every_Lists_get_choices(l, 0)) == 5);
    free(l);

    every_HoldsAligned *h = DIRTY(every_HoldsAligned);
    every_HoldsAligned_init(h);
    CHECK(every_HoldsAligned_allocate_more(h, &memory.allocator, 2) && (uintptr_t)h->more.data % 64 == 0);
    CHECK(every_Aligned_POOL_SIZE == 50);
    free(h);
    release(&memory);
}

static void check_pointers(void) {
    blocks memory = memory_of(4);
    every_Tree *t = DIRTY(every_Tree);
    every_Tree_init(t);
    CHECK(!every_Tree_has_left(t) && t->left == NULL);
    every_Tree *left = every_Tree_init_left(t, &memory.allocator);
    CHECK(left == t->left && every_Tree_has_left(t) && left->value == 0 && left->left == NULL);
    every_Forest *forest = every_Tree_init_forest(left, &memory.allocator);
    CHECK(every_Forest_allocate_trees(forest, &memory.allocator, 2));
    CHECK(every_Tree_init_origin(&forest->trees.data[1], &memory.allocator) != NULL);
    CHECK(every_Tree_init_right(t, &memory.allocator) == NULL && t->right == NULL);
    forest->first = t;
    CHECK(every_Forest_has_first(forest));
    free(t);

    corners_Points *p = DIRTY(corners_Points);
    corners_Points_init(p);
    memory.left = 5;
    CHECK(corners_Points_init_late(p, &memory.allocator)->value == 9);
    CHECK(corners_Points_allocate_lates(p, &memory.allocator, 2) && p->lates.data[1].value == 9);
    CHECK(far_Away_init_next(corners_Points_init_away(p, &memory.allocator), &memory.allocator) == p->away->next);
    CHECK(corners_Points_allocate_aligned(p, &memory.allocator, 1) && (uintptr_t)p->aligned.data % 128 == 0);
    free(p);
    release(&memory);
}

static void check_maps(void) {
    blocks memory = memory_of(-1);
    blocks none = memory_of(0);
    every_Maps *m = DIRTY(every_Maps);
    every_Maps_init(m);
    CHECK(every_Maps_find_ages(m, "a", 1) == NULL && every_Maps_get_ages(m, "a", 1) == NULL);
    CHECK(every_Maps_put_ages(m, "a", 1, 1) && every_Maps_put_ages(m, "b", 1, 2) && every_Maps_put_ages(m, "", 0, 3));
    CHECK(every_Maps_put_ages(m, "a", 1, 4) && every_Maps_ages_count(m) == 3 && *every_Maps_get_ages(m, "a", 1) == 4);
    CHECK(m->ages[0].value == 4 && *every_Maps_get_ages(m, "", 0) == 3);
    CHECK(!every_Maps_put_ages(m, "12345678", 8, 1) && !every_Maps_put_ages(m, "a\0b", 3, 1));
    CHECK(every_Maps_find_ages(m, "a\0b", 3) == NULL && every_Maps_find_ages(m, "ab", 2) == NULL);
    CHECK(every_Maps_put_ages(m, "1234567", 7, 7) && !every_Maps_put_ages(m, "full", 4, 1));
    CHECK(every_Maps_put_ages(m, "b", 1, 20) && every_Maps_ages_count(m) == 4);
    CHECK(every_Maps_remove_ages(m, "b", 1) && !every_Maps_remove_ages(m, "b", 1) && every_Maps_ages_count(m) == 3);
    CHECK(strcmp(m->ages[1].key, "") == 0 && strcmp(m->ages[2].key, "1234567") == 0);

    /* Where other code left a key twice, the highest index counts, and all of them go. */
    strcpy(m->ages[2].key, "a");
    CHECK(*every_Maps_get_ages(m, "a", 1) == 7 && every_Maps_put_ages(m, "a", 1, 8) && m->ages[0].value == 4);
    CHECK(every_Maps_remove_ages(m, "a", 1) && every_Maps_ages_count(m) == 1);
    every_Maps_clear_ages(m);
    CHECK(every_Maps_ages_count(m) == 0);

    every_Point point = {1, 2};
    CHECK(every_Maps_put_points(m, INT64_MIN, &point) && every_Maps_get_points(m, INT64_MIN)->y >= 2);
    CHECK(every_Maps_put_names(m, 1, "123456789", 9) && !every_Maps_put_names(m, 2, "1234567890", 10));
    CHECK(every_Maps_names_count(m) == 1 && !every_Maps_put_names(m, 1, "1234567890", 10));
    CHECK(strcmp(every_Maps_get_names(m, 1), "123456789") == 0 && every_Maps_get_names(m, 2) == NULL);
    CHECK(every_Maps_put_tinies(m, true, every_Tiny_LOW) && *every_Maps_get_tinies(m, true) == -128);
    CHECK(every_Maps_get_tinies(m, false) == NULL);
    CHECK(every_Maps_put_blobs(m, &memory.allocator, -1, "\1\2", 2) && every_Maps_get_blobs(m, -1).size == 2);
    CHECK(!every_Maps_put_blobs(m, &none.allocator, 0, "x", 1) && every_Maps_blobs_count(m) == 1);
    CHECK(!every_Maps_put_far(m, 40000, &point) && every_Maps_put_far(m, -32768, &point));
    CHECK(every_Maps_get_far(m, -32768) == &point && every_Maps_get_far(m, 32768) == NULL);
    CHECK(every_Maps_find_far(m, 32768) == NULL);

    CHECK(every_Maps_allocate_loose(m, &memory.allocator, 2) && every_Maps_loose_count(m) == 2);
    CHECK(every_Maps_LooseEntry_set_key(&m->loose.data[1], &memory.allocator, "key", 3));
    CHECK(every_Maps_LooseEntry_set_value(&m->loose.data[1], &memory.allocator, "value", 5));
    CHECK(same(every_Maps_get_loose(m, "key", 3), "value") && every_Maps_get_loose(m, "none", 4).data == NULL);
    CHECK(every_Maps_find_loose(m, NULL, 0) == &m->loose.data[0]);
    CHECK(every_Maps_allocate_nested(m, &memory.allocator, 1));
    CHECK(every_Maps_put_ages(&m->nested.data[0].value, "deep", 4, 6));
    CHECK(*every_Maps_get_ages(every_Maps_get_nested(m, "", 0), "deep", 4) == 6);
    every_Maps_clear_nested(m);
    CHECK(every_Maps_find_nested(m, "", 0) == NULL);
    free(m);

    corners_Maps *c = DIRTY(corners_Maps);
    corners_Maps_init(c);
    CHECK(corners_Maps_put_texts(c, &memory.allocator, "k", 1, "v", 1) && same(corners_Maps_get_texts(c, "k", 1), "v"));
    CHECK(!corners_Maps_put_texts(c, &none.allocator, "k", 1, "w", 1) && same(corners_Maps_get_texts(c, "k", 1), "v"));
    CHECK(!corners_Maps_put_texts(c, &none.allocator, "l", 1, "w", 1) && corners_Maps_texts_count(c) == 1);
    blocks one = memory_of(1);
    CHECK(!corners_Maps_put_texts(c, &one.allocator, "l", 1, "w", 1) && corners_Maps_texts_count(c) == 1);
    release(&one);
    CHECK(corners_Maps_put_narrow(c, 255, -128) && !corners_Maps_put_narrow(c, 256, 0) && !corners_Maps_put_narrow(c, 1, 128));
    CHECK(corners_Maps_narrow_count(c) == 1 && *corners_Maps_get_narrow(c, 255) == -128);
    CHECK(corners_Maps_put_blobs(c, "key", 3, "\1\2", 2) && !corners_Maps_put_blobs(c, "key", 3, "\1\2\3", 3));
    CHECK(corners_Maps_get_blobs(c, "key", 3)->size == 2);
    CHECK(corners_Maps_put_truths(c, true, false) && corners_Maps_put_truths(c, false, true));
    CHECK(!*corners_Maps_get_truths(c, true) && *corners_Maps_get_truths(c, false));
    CHECK(corners_Maps_put_hashes(c, -1, "ab", 2) && corners_Maps_get_hashes(c, -1)[1] == 'b');
    CHECK(corners_Maps_put_open(c, 1, corners_Open_ALL) && *corners_Maps_get_open(c, 1) == -1 && !corners_Maps_put_open(c, 2, 300));
    free(c);
    release(&memory);
}

static void check_packed(void) {
    every_Packed *p = DIRTY(every_Packed);
    every_Packed_init(p);
    CHECK(every_Packed_add_numbers(p, 1) && every_Packed_add_numbers(p, UINT32_MAX));
    CHECK(every_Packed_get_numbers(p, 1) == UINT32_MAX && every_Packed_get_numbers(p, 2) == 0);
    CHECK(every_Packed_set_text(p, "ab", 2) && !every_Packed_set_text(p, "abc", 3));
    CHECK(strcmp(every_Packed_get_text(p), "ab") == 0 && every_Packed_set_blob(p, "12345", 5));
    every_Packed_add_points(p)->x = 3;
    CHECK(every_Packed_get_points(p, 0)->x >= 3 && every_Packed_get_points(p, 1) == NULL);
    every_Packed_set_real(p, 4);
    CHECK(every_Packed_get_real(p) >= 4 && every_Packed_get_number(p) == 0);
    every_Packed_init_place(p)->x = 5;
    CHECK(every_Packed_which_choice(p) == every_Packed_place_tag);
    CHECK(every_Packed_put_reals(p, 1, 1.5) && every_Packed_put_reals(p, 2, 2.5) && !every_Packed_put_reals(p, 3, 3.5));
    CHECK(every_Packed_get_reals(p, 2) >= 2.5 && every_Packed_get_reals(p, 3) <= 0 && every_Packed_remove_reals(p, 1));
    CHECK(every_Packed_find_reals(p, 2) == &p->reals[0]);
    CHECK(every_Packed_add_blobs(p, "12", 2) && every_Packed_blobs_size(p, 0) == 2);
    free(p);
}

static void check_atomics(void) {
    every_Counters *c = DIRTY(every_Counters);
    every_Counters_init(c);
    every_Counters_store_hits(c, -1);
    CHECK(every_Counters_load_hits(c) == -1 && c->hits == -1);
    CHECK(every_Counters_fetch_add_hits(c, 2) == -1 && c->hits == 1);
    CHECK(every_Counters_fetch_add_hits(c, INT32_MAX) == 1 && c->hits == INT32_MIN);
    int32_t expected = 0;
    CHECK(!every_Counters_compare_exchange_hits(c, &expected, 5) && expected == INT32_MIN);
    CHECK(every_Counters_compare_exchange_hits(c, &expected, 5) && c->hits == 5);
    every_Counters_store_misses(c, UINT64_MAX);
    CHECK(every_Counters_fetch_add_misses(c, 1) == UINT64_MAX && every_Counters_load_misses(c) == 0);
    every_Counters_store_wide(c, every_Wide_LEAST);
    every_Wide wide = every_Wide_LEAST;
    CHECK(every_Counters_compare_exchange_wide(c, &wide, every_Wide_MOST) && every_Counters_load_wide(c) == every_Wide_MOST);
    every_Counters_store_tall(c, UINT64_MAX);
    CHECK(every_Counters_load_tall(c) == UINT64_MAX);
    every_Counters_store_tiny(c, every_Tiny_LOW);
    CHECK(every_Counters_load_tiny(c) == every_Tiny_LOW);
    every_Counters_store_maybe(c, 3);
    CHECK(!every_Counters_has_maybe(c) && every_Counters_load_maybe(c) == 3);
    free(c);
}

/* Cases, counts, sizes, bools and missing NULs that another program has left in flat memory. */
static void check_nonsense(void) {
    every_Choice *c = DIRTY(every_Choice);
    CHECK(every_Choice_which_payload(c) == 0 && !every_Choice_has_number(c) && every_Choice_get_number(c) == 0);
    CHECK(every_Choice_get_text(c)[0] == '\0' && every_Choice_text_size(c) == 0 && every_Choice_get_point(c) == NULL);
    CHECK(!every_Choice_get_flag(c) && every_Choice_blob_size(c) == 0 && every_Choice_get_hash(c)[15] == 0);
    every_Choice_clear_number(c);
    CHECK(c->payload_case == -1);
    c->payload_case = every_Choice_text_tag;
    CHECK(every_Choice_get_text(c)[0] == '\0' && every_Choice_text_size(c) == 0);
    c->payload_case = every_Choice_blob_tag;
    CHECK(every_Choice_blob_size(c) == 7);
    c->payload_case = every_Choice_flag_tag;
    CHECK(every_Choice_get_flag(c));
    c->payload_case = 99;
    every_Choice_set_number(c, 1);
    CHECK(every_Choice_which_payload(c) == every_Choice_number_tag && c->payload.hash[15] == 0);
    free(c);

    every_Lists *l = DIRTY(every_Lists);
    CHECK(every_Lists_texts_count(l) == 3 && every_Lists_get_texts(l, 2)[0] == '\0' && every_Lists_texts_size(l, 2) == 0);
    CHECK(every_Lists_get_texts(l, 3) == NULL && !every_Lists_add_texts(l, "", 0) && every_Lists_add_choices(l) == NULL);
    CHECK(every_Lists_blobs_size(l, 2) == 5 && every_Choice_which_payload(every_Lists_get_choices(l, 1)) == 0);
    CHECK(every_Lists_loose_texts_count(l) == 2 && every_Lists_get_loose_texts(l, 2).size == 0);
    memset(&l->loose_texts[0].data, 0, sizeof l->loose_texts[0].data);
    CHECK(every_Lists_get_loose_texts(l, 0).size == 0);
    free(l);

    every_Maps *m = DIRTY(every_Maps);
    CHECK(every_Maps_ages_count(m) == 4 && every_Maps_find_ages(m, "", 0) == NULL);
    CHECK(every_Maps_find_ages(m, "\377\377\377\377\377\377\377\377", 8) == NULL && !every_Maps_put_ages(m, "a", 1, 1));
    CHECK(!every_Maps_remove_ages(m, "", 0) && m->ages_count == 4);
    CHECK(every_Maps_get_names(m, UINT32_MAX)[0] == '\0' && every_Maps_find_names(m, 1) == NULL);
    CHECK(every_Maps_find_tinies(m, true) == &m->tinies[1] && every_Maps_find_tinies(m, false) == NULL);
    CHECK(every_Maps_put_tinies(m, true, every_Tiny_ZERO) && m->tinies[1].value == 0);
    CHECK(every_Maps_remove_tinies(m, true) && m->tinies_count == 0);
    CHECK(every_Maps_remove_points(m, -1) && m->points_count == 0);
    free(m);

    every_Packed *p = DIRTY(every_Packed);
    CHECK(every_Packed_get_text(p)[0] == '\0' && every_Packed_which_choice(p) == 0);
    CHECK(every_Packed_numbers_count(p) == 3 && every_Packed_get_numbers(p, 2) == UINT32_MAX);
    CHECK(every_Packed_blobs_size(p, 1) == 2 && every_Packed_reals_count(p) == 2 && !every_Packed_add_numbers(p, 1));
    free(p);

    /* A NULL with a length, and a length without: not flat, but the mistake is common. */
    every_Spans *s = DIRTY(every_Spans);
    every_Spans_init(s);
    s->text.size = s->blob.size = s->numbers.size = s->short_texts.size = UINT64_MAX;
    CHECK(every_Spans_get_text(s).size == 0 && every_Spans_get_blob(s).size == 0);
    CHECK(every_Spans_numbers_count(s) == 0 && every_Spans_get_numbers(s, 0) == NULL && !every_Spans_set_numbers(s, 0, 1));
    CHECK(every_Spans_get_short_texts(s, 0) == NULL && every_Spans_short_texts_size(s, 0) == 0);
    free(s);
}

int main(void) {
    check_oneof();
    check_oneof_defaults();
    check_loose_oneof();
    check_widths();
    check_unbounded();
    check_pointers();
    check_maps();
    check_packed();
    check_atomics();
    check_nonsense();
    return failures == 0 ? 0 : 1;
}
