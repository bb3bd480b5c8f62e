def log = new File(basedir, 'build.log').text
assert log.count('[INFO] Skipped') == 3
assert new File(basedir, 'target/generated-sources/proto2ffi/social/ffi/User.java').isFile()
assert !new File(basedir, 'target/generated-test-sources').exists()
