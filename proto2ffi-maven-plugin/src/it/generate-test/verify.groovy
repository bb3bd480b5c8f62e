def tests = new File(basedir, 'target/generated-test-sources/proto2ffi')
assert new File(tests, 'fixtures/ffi/Fixture.java').isFile()
assert !new File(tests, 'social/ffi/User.java').exists() : 'the main code has this class'
assert !new File(tests, 'units/ffi/Length.java').exists() : 'the jar has this class'
assert new File(basedir, 'target/generated-sources/proto2ffi/social/ffi/User.java').isFile()
assert new File(basedir, 'target/test-classes/fixtures/ffi/Fixture.class').isFile()
assert new File(basedir, 'target/test-classes/fixtures/fixture.proto').isFile()
assert !new File(basedir, 'target/classes/fixtures').exists()
assert new File(basedir, 'build.log').text =~ /fixture\.proto:4:8: error: .*units\/length\.proto/
