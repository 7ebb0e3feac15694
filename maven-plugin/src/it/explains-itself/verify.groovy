def log = new File(basedir, 'build.log').text

['tenantsmith:validate', 'tenantsmith:generate', 'tenantsmith:check', 'tenantsmith:publish'].each { assert log.contains(it) }
['tenantsmith.directory', 'tenantsmith.takeGenerated', 'tenantsmith.allowRemoved', 'tenantsmith.server'].each { assert log.contains(it) }
assert log.contains('skipped: tenantsmith.skip is set')
