def log = new File(basedir, 'build.log').text
def proto = new File(basedir, 'src/main/proto/social/user.proto').path
assert log.contains("[INFO] $proto:4:9: note: User takes 24 bytes") : 'advice'
assert new File(basedir, 'first.lock').text.contains('social.User')
assert new File(basedir, 'proto2ffi.lock').text != new File(basedir, 'first.lock').text
assert log.contains('proto2ffi.lock is up to date')
assert log =~ /\[ERROR\] \Q$proto\E:6:\d+: error: /
assert log.contains('the schema breaks what proto2ffi.lock records, see above')
assert log.contains('help: undo the change')
assert log.contains('proto2ffi.lock differs from the schema')
assert log.contains('1 warning about .proto files, see above, and failOnWarnings is set')
