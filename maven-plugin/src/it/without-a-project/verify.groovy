assert new File(basedir, 'output/index.json').file
