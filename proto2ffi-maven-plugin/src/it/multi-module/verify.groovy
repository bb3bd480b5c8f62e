import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert new File(basedir, 'app/target/generated-sources/proto2ffi/app/ffi/Ledger.java').isFile()
assert new File(basedir, 'other/target/generated-sources/proto2ffi/other/ffi/Invoice.java').isFile()
new ZipFile(new File(basedir, 'app/target/app-1.jar')).withCloseable { jar ->
    assert jar.getEntry('app/ffi/Ledger.class') != null
    assert jar.getEntry('common/ffi/Money.class') == null : 'the module common has this class'
    assert jar.getEntry('other/ffi/Invoice.class') == null : 'the module other has this class'
}
assert log.count(' written, 0 unchanged, 0 removed') == 3 : 'each module generates once'
assert log.count('Nothing to generate: 1 file') == 9 : 'and never again, compiled or packaged'
assert !log.contains('[WARNING]   dev.proto2ffi:') : 'listed as not thread-safe'
