/* Loaded before anything else, and written for any Node: an older one fails later with a riddle instead of a sentence. */
var found = process.versions.node

if (Number(found.split('.')[0]) < 18) {
  console.error(
    'Node ' +
      found +
      ' is too old for Finestra. Install Node 20 or later from https://nodejs.org and run the command again.'
  )
  process.exit(1)
}
