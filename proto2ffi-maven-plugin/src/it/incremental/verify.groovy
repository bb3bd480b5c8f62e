def told = new File(basedir, 'build.log').readLines().findAll {
    it =~ /^\[INFO\] (Nothing to generate|\d+ files? written)/
}.collect { it.replace('[INFO] ', '') }
def nothing = { "Nothing to generate: $it files and their imports are unchanged".toString() }
assert told == [
    '3 files written, 0 unchanged, 0 removed',
    nothing(3),
    // Touched, not changed: the content counts.
    nothing(3),
    // Post holds User, so that its layout changes as well. Tag stays as it is.
    '2 files written, 1 unchanged, 0 removed',
    '0 files written, 2 unchanged, 1 removed',
    '1 file written, 1 unchanged, 0 removed',
    told[6],
    nothing(2),
]
assert told[6] =~ /^[1-9]\d* files written, 2 unchanged, 0 removed$/
assert !new File(basedir, 'target/generated-sources/proto2ffi/social/ffi/Post.java').exists()
assert new File(basedir, 'target/c/social/user.p2f.h').isFile()
