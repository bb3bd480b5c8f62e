def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'src/main/proto/social/post.proto').path
assert log.contains("[ERROR] $file:7:3: error: ") : 'path:line:column: error: message'
assert log.contains('    7 |   Missing missing = 5;')
assert log.contains('1 error in .proto files, see above')
assert !log.contains('NullPointerException')
assert !new File(basedir, 'target/generated-sources/proto2ffi').exists() : 'nothing is written after an error'
assert log.count("$file [7:3]: ") == 1 : 'a marker in the editor, and only there'
