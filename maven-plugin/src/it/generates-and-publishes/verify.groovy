assert new File(basedir, 'output/index.json').file
assert new File(basedir, 'output/clusters/prod-eu-1/kustomization.yaml').file

def git = ['git', '--git-dir', new File(basedir, 'target/gitops.git').path, 'rev-list', '--count', '--all'].execute()
assert git.text.trim() == '1'
