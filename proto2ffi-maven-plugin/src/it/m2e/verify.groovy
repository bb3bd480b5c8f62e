import java.util.zip.ZipFile

def folder = new File(localRepositoryPath, 'dev/proto2ffi/proto2ffi-maven-plugin')
def jars = []
folder.eachFileRecurse { if (it.name ==~ /proto2ffi-maven-plugin-[^-]+(-SNAPSHOT)?\.jar/) jars << it }
assert jars.size() == 1
new ZipFile(jars[0]).withCloseable { jar ->
    def mapping = new groovy.xml.XmlSlurper().parse(
        jar.getInputStream(jar.getEntry('META-INF/m2e/lifecycle-mapping-metadata.xml')))
    def executions = mapping.pluginExecutions.pluginExecution
    def running = executions.find { it.action.execute.size() == 1 }
    assert running.pluginExecutionFilter.goals.goal*.text() == ['generate', 'generate-test']
    assert running.action.execute.runOnIncremental.text() == 'true'
    assert executions.find { it.action.ignore.size() == 1 }.pluginExecutionFilter.goals.goal*.text() == ['check', 'lock']
}
assert new File(basedir, 'target/generated-sources/proto2ffi/social/ffi/User.java').isFile()
