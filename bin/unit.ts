/** Runs the specs that need no framework: `bin/unit.ts --files tests/unit/deadlines`. */
import 'reflect-metadata'
import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'

processCLIArgs(process.argv.slice(2))
configure({
  files: ['tests/unit/**/*.spec.ts', 'tests/catalogue/**/*.spec.ts'],
  plugins: [assert()],
  importer: (file) => import(file.href),
})
run()
