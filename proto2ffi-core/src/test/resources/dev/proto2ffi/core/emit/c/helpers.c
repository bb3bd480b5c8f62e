/* Checks the helpers of every/construct.p2f.h. C11 and C++17; every struct is alone on the heap, so that AddressSanitizer
 * sees each byte beside it. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "every/construct.p2f.h"

static int failures;

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            printf("line %d: %s\n", __LINE__, #condition);                                                           \
            failures++;                                                                                               \
        }                                                                                                             \
    } while (0)

/* Memory full of ones, as bad as it gets. */
#define DIRTY(type) ((type *)memset(malloc(sizeof(type)), 0xFF, sizeof(type)))

static const char A_UMLAUT[] = "\303\244";

static void check_defaults(void) {
    every_Defaults *d = DIRTY(every_Defaults);
    every_Defaults_init(d);
    CHECK(d->i32 == INT32_MIN);
    CHECK(d->i64 == INT64_MIN);
    CHECK(d->j64 == -1);
    CHECK(d->u32 == UINT32_MAX);
    CHECK(d->u64 == UINT64_MAX);
    CHECK(d->f >= 0.1f && d->f <= 0.1f);
    CHECK(isinf(d->f_inf) && d->f_inf < 0);
    CHECK(d->f_max >= FLT_MAX);
    CHECK(d->d >= -1e100 && d->d <= -1e100);
    CHECK(d->d_tiny > 0 && d->d_tiny / 2 <= 0);
    CHECK(isnan(d->d_nan));
    CHECK(d->b);
    CHECK(d->wide == every_Wide_LEAST);
    CHECK(strcmp(d->text, "a\"\\?" "?/\n\303\244" "7\001") == 0);
    CHECK(every_Defaults_long_text_size(d) == 6000);
    CHECK(d->long_text[0] == '\'' && d->long_text[1] == '\\' && memcmp(d->long_text + 2, A_UMLAUT, 2) == 0);
    CHECK(d->blob.size == 3 && memcmp(d->blob.data, "\001\377\000", 3) == 0);
    CHECK(memcmp(d->hash, "hash", 4) == 0);
    free(d);

    every_OptionalDefaults *o = DIRTY(every_OptionalDefaults);
    every_OptionalDefaults_init(o);
    CHECK(!every_OptionalDefaults_has_i32(o));
    CHECK(every_OptionalDefaults_get_i32(o) == INT32_MIN && o->i32 == 0);
    CHECK(every_OptionalDefaults_get_b(o));
    CHECK(every_OptionalDefaults_get_wide(o) == every_Wide_LEAST);
    CHECK(isnan(every_OptionalDefaults_get_d_nan(o)));
    CHECK(strlen(every_OptionalDefaults_get_text(o)) == every_OptionalDefaults_text_size(o));
    CHECK(every_OptionalDefaults_long_text_size(o) == 6000);
    CHECK(strlen(every_OptionalDefaults_get_long_text(o)) == 6000);
    CHECK(every_OptionalDefaults_blob_size(o) == 3);
    CHECK(memcmp(every_OptionalDefaults_get_blob(o), "\001\377\000", 3) == 0);
    CHECK(memcmp(every_OptionalDefaults_get_hash(o), "hash", 4) == 0);
    CHECK(every_OptionalDefaults_set_text(o, "", 0));
    CHECK(every_OptionalDefaults_has_text(o) && every_OptionalDefaults_get_text(o)[0] == '\0');
    every_OptionalDefaults_clear_text(o);
    CHECK(!every_OptionalDefaults_has_text(o) && every_OptionalDefaults_text_size(o) == 11);
    free(o);

    every_Plain *p = DIRTY(every_Plain);
    every_Plain_init(p);
    CHECK(p->defaults.i32 == INT32_MIN);
    CHECK(p->text[0] == '\0' && p->blob.size == 0);
    CHECK(every_Plain_set_text(p, NULL, 0) && !every_Plain_set_text(p, "x", 1));
    free(p);
}

static void check_presence(void) {
    every_Optional *o = DIRTY(every_Optional);
    every_Optional_init(o);
    CHECK(!every_Optional_has_a_bool(o) && !every_Optional_get_a_bool(o));
    every_Optional_set_a_bool(o, true);
    CHECK(every_Optional_has_a_bool(o) && every_Optional_get_a_bool(o));
    CHECK(!every_Optional_has_tiny(o) && !every_Optional_has_a_sfixed64(o));
    every_Optional_clear_a_bool(o);
    CHECK(!every_Optional_has_a_bool(o) && !o->a_bool);

    every_Optional_set_tiny(o, every_Tiny_LOW);
    switch (every_Optional_get_tiny(o)) {
        case every_Tiny_LOW:
            break;
        case every_Tiny_HIGH:
        default:
            CHECK(false);
    }

    CHECK(every_Optional_set_text(o, "1234567", 7) && every_Optional_text_size(o) == 7);
    CHECK(!every_Optional_set_text(o, "12345678", 8) && strcmp(o->text, "1234567") == 0);
    CHECK(!every_Optional_set_text(o, "a\0b", 3) && strcmp(o->text, "1234567") == 0);
    CHECK(every_Optional_set_text(o, o->text + 2, 3) && strcmp(every_Optional_get_text(o), "345") == 0);

    CHECK(every_Optional_blob_size(o) == 0);
    CHECK(!every_Optional_set_blob(o, "123456", 6) && !every_Optional_has_blob(o));
    CHECK(every_Optional_set_blob(o, "1\0003", 3) && every_Optional_blob_size(o) == 3);
    CHECK(memcmp(every_Optional_get_blob(o), "1\0003", 3) == 0);
    CHECK(every_Optional_set_blob(o, NULL, 0) && every_Optional_has_blob(o) && every_Optional_blob_size(o) == 0);

    CHECK(every_Optional_get_hash(o)[19] == 0);
    CHECK(!every_Optional_set_hash(o, "123", 3));
    CHECK(every_Optional_set_hash(o, "12345678901234567890", 20) && every_Optional_get_hash(o)[19] == '0');
    every_Optional_clear_hash(o);
    CHECK(!every_Optional_has_hash(o) && o->hash[19] == 0);

    CHECK(every_Optional_get_point(o) == NULL);
    every_Optional_init_point(o)->x = 3;
    CHECK(every_Optional_get_point(o) == &o->point && o->point.x >= 3);
    every_base_Point point;
    every_base_Point_init(&point);
    point.y = 4;
    every_Optional_set_point(o, &point);
    CHECK(o->point.x <= 0 && o->point.y >= 4);
    every_Optional_clear_point(o);
    CHECK(every_Optional_get_point(o) == NULL && o->point.y <= 0);
    free(o);

    o = DIRTY(every_Optional);
    CHECK(every_Optional_text_size(o) == 0 && every_Optional_get_text(o)[0] == '\0');
    CHECK(every_Optional_blob_size(o) == 5);
    CHECK(every_Optional_get_a_bool(o));
    free(o);
}

static void check_lists(void) {
    every_Lists *l = DIRTY(every_Lists);
    every_Lists_init(l);
    CHECK(every_Lists_a_uint64_count(l) == 0 && every_Lists_get_a_uint64(l, 0) == NULL);
    CHECK(!every_Lists_set_a_uint64(l, 0, 1));
    CHECK(every_Lists_add_a_uint64(l, 1) && every_Lists_add_a_uint64(l, 2) && every_Lists_add_a_uint64(l, 3));
    CHECK(!every_Lists_add_a_uint64(l, 4) && every_Lists_a_uint64_count(l) == 3);
    CHECK(every_Lists_set_a_uint64(l, 2, 5) && *every_Lists_get_a_uint64(l, 2) == 5);
    CHECK(every_Lists_get_a_uint64(l, 3) == NULL && every_Lists_get_a_uint64(l, SIZE_MAX) == NULL);
    every_Lists_clear_a_uint64(l);
    CHECK(l->a_uint64_count == 0);

    CHECK(every_Lists_add_texts(l, "abc", 3) && !every_Lists_add_texts(l, "abcd", 4));
    CHECK(every_Lists_texts_count(l) == 1 && strcmp(every_Lists_get_texts(l, 0), "abc") == 0);
    CHECK(every_Lists_set_texts(l, 0, "x", 1) && every_Lists_texts_size(l, 0) == 1);
    CHECK(!every_Lists_set_texts(l, 1, "x", 1) && every_Lists_texts_size(l, 1) == 0);
    CHECK(every_Lists_get_texts(l, 1) == NULL);

    CHECK(every_Lists_add_blobs(l, "12345", 5) && !every_Lists_add_blobs(l, "123456", 6));
    CHECK(every_Lists_blobs_size(l, 0) == 5 && every_Lists_blobs_size(l, 1) == 0);
    CHECK(every_Lists_get_blobs(l, 0)->data[4] == '5' && every_Lists_get_blobs(l, 1) == NULL);
    CHECK(every_Lists_set_blobs(l, 0, "1", 1) && !every_Lists_set_blobs(l, 1, "1", 1));

    CHECK(every_Lists_add_hashes(l, "123", 3) && !every_Lists_add_hashes(l, "12", 2));
    CHECK(every_Lists_set_hashes(l, 0, "456", 3) && every_Lists_get_hashes(l, 0)[2] == '6');
    CHECK(every_Lists_get_hashes(l, 1) == NULL && !every_Lists_set_hashes(l, 0, "4567", 4));

    every_Defaults *element = every_Lists_add_defaults(l);
    CHECK(element == &l->defaults[0] && element->i32 == INT32_MIN);
    CHECK(every_Lists_add_defaults(l) != NULL && every_Lists_add_defaults(l) == NULL);
    CHECK(every_Lists_defaults_count(l) == 2 && every_Lists_get_defaults(l, 2) == NULL);
    CHECK(every_Lists_set_defaults(l, 1, element) && !every_Lists_set_defaults(l, 2, element));

    CHECK(l->fixed_defaults[0].i32 == INT32_MIN && l->fixed_defaults[1].b);
    CHECK(every_Lists_get_fixed_bool(l, 1) == &l->fixed_bool[1] && every_Lists_get_fixed_bool(l, 2) == NULL);
    CHECK(every_Lists_set_fixed_texts(l, 2, "abc", 3) && !every_Lists_set_fixed_texts(l, 3, "abc", 3));
    CHECK(every_Lists_fixed_texts_size(l, 2) == 3 && every_Lists_fixed_texts_size(l, 3) == 0);
    free(l);
}

/* Counts and sizes that another program has left in memory. */
static void check_nonsense(void) {
    every_Lists *l = DIRTY(every_Lists);
    CHECK(every_Lists_a_int32_count(l) == 3 && every_Lists_get_a_int32(l, 3) == NULL);
    CHECK(every_Lists_get_a_int32(l, 2) == &l->a_int32[2]);
    CHECK(!every_Lists_add_a_int32(l, 1) && !every_Lists_set_a_int32(l, 3, 1));
    CHECK(!every_Lists_add_texts(l, "", 0) && every_Lists_texts_size(l, 2) == 0 && every_Lists_get_texts(l, 2)[0] == '\0');
    CHECK(every_Lists_get_texts(l, 3) == NULL && every_Lists_texts_size(l, 3) == 0);
    CHECK(every_Lists_blobs_count(l) == 3 && every_Lists_blobs_size(l, 2) == 5);
    CHECK(!every_Lists_add_blobs(l, "", 0) && !every_Lists_add_hashes(l, "123", 3));
    CHECK(every_Lists_add_points(l) == NULL && every_Lists_get_points(l, 3) == NULL);
    CHECK(every_Lists_fixed_blobs_size(l, 2) == 5 && every_Lists_fixed_texts_size(l, 2) == 0);
    free(l);
}

int main(void) {
    check_defaults();
    check_presence();
    check_lists();
    check_nonsense();
    return failures == 0 ? 0 : 1;
}
