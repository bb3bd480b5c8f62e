def told = new File(basedir, 'build.log').readLines().findAll { it =~ /Nothing to generate|\d+ files? written/ }
assert told.size() == 4
assert told[0].endsWith('1 file written, 0 unchanged, 0 removed')
assert told[1].contains('Nothing to generate')
assert told[2].endsWith('0 files written, 1 unchanged, 0 removed')
assert told[3].contains('Nothing to generate')
