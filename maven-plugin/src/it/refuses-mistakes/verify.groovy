def log = new File(basedir, 'build.log').readLines()

// Under -q, too, and once.
assert log.count { it.contains('error SCH003') && it.contains('tenants/tenant1.yaml:') } == 1
assert log.count { it.contains('Nothing was written.') } == 1
assert log.any { it.contains('Tenantsmith refused: 1 error, see above') }
assert log.every { !it.contains('\tat ') }
assert !new File(basedir, 'output').exists()
