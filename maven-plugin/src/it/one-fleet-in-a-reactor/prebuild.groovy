// The sample fleet of the repository, without its output.
['tenants', 'tiers', 'tiers/templates'].each { folder ->
  new File(basedir, folder).mkdirs()
  new File(fleet, folder).eachFileMatch(~/.*\.yaml/) { new File(basedir, "$folder/$it.name").text = it.text }
}
new File(basedir, 'fleet.yaml').text = new File(fleet, 'fleet.yaml').text
return true
