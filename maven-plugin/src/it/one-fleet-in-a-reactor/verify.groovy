def log = new File(basedir, 'build.log').readLines()

assert log.every { !it.contains('[WARNING]') && !it.contains('aggregator') }
assert log.count { it.contains('rendered ') } == 2 // Once by generate, once by check.
assert log.count { it.contains('wrote ') } == 1
assert log.count { it.contains('checked ') && it.contains('current') } == 1
