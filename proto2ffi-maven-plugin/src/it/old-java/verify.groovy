def log = new File(basedir, 'build.log').text
assert log.contains('the generated Java needs Java 22 (java.lang.foreign), and this module is compiled for Java 17: -Dmaven.compiler.release')
assert log.contains('compiled for Java 8: the default of maven-compiler-plugin')
assert log.contains('help: set <maven.compiler.release>22</maven.compiler.release>')
assert !log.contains('COMPILATION ERROR')
def old = Runtime.version().feature() < 22
assert log.contains('and the build chooses no other') == old
assert log.contains("help: add maven-toolchains-plugin's select-jdk-toolchain with <version>[22,)</version>") == old
assert new File(basedir, 'target/generated-sources/proto2ffi/social/ffi/User.java').isFile()
