def text = new File(basedir, 'target/generated-sources/proto2ffi/social/ffi/Post.java').text
assert new File(basedir, 'target/from-set/social/ffi/Post.java').text == text
assert new File(basedir, 'build.log').text.contains('no <files> are named to take from')
