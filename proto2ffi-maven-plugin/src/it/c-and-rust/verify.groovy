assert new File(basedir, 'target/include/social/post.p2f.h').text.contains('typedef struct social_Post')
assert new File(basedir, 'target/include/proto2ffi.h').isFile()
assert new File(basedir, 'target/crate/Cargo.toml').isFile()
assert !new File(basedir, 'target/generated-sources').exists()
