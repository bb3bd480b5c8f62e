import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/generated-sources/proto2ffi/geo/ffi/Place.java').isFile()
new ZipFile(new File(basedir, 'target/basics-1.jar')).withCloseable { jar ->
    ['it/Main.class', 'geo/ffi/Place.class', 'geo/place.proto'].each {
        assert jar.getEntry(it) != null : "no $it in the jar"
    }
}
assert log =~ /\[INFO\] [1-9]\d* files written, 0 unchanged, 0 removed/
// The second build has nothing to do, and leaves nothing to do for those behind it.
assert log.contains('[INFO] Nothing to generate: 1 file and their imports are unchanged')
assert log.contains('Nothing to compile')
