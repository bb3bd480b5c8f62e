import java.util.zip.ZipFile

new ZipFile(new File(basedir, 'target/library-1.jar')).withCloseable { jar ->
    ['units/length.proto', 'units/length.options', 'units/ffi/Length.class', 'units/ffi/Kind.class'].each {
        assert jar.getEntry(it) != null : "no $it in the jar"
    }
}
return true
