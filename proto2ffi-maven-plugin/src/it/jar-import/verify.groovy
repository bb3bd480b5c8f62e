import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
new ZipFile(new File(basedir, 'target/jar-import-1.jar')).withCloseable { jar ->
    assert jar.getEntry('shapes/ffi/Square.class') != null
    assert jar.getEntry('units/ffi/Length.class') == null : 'the library has this class'
    assert jar.getEntry('units/ffi/Kind.class') == null : 'the library has this enum'
}
// C has no jar to take it from. The side file in the jar gives the string its eight bytes.
assert new File(basedir, 'target/c/units/length.p2f.h').text.contains('char unit[8];')
assert log.contains('Nothing to generate: 1 file')
assert log.count('it:library:jar:1 has another layout of units.ffi.Length than its .proto gives here') == 1
assert new File(basedir, 'target/generated-sources/proto2ffi/units/ffi/Length.java').isFile()
