def classes = new File(basedir, 'target/generated-sources/proto2ffi/p/ffi').list().sort() as List
// Other comes in through Post's import: what structs hold is needed, excluded or not.
assert classes == ['Other.java', 'Post.java', 'Shared.java', 'Vendor.java']
