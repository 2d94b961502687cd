import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ROOT, type Source, paths, sources } from './support/sources.js'

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8')
) as Record<string, Record<string, string>>

/** What is installed for `npm run mutation` alone. */
const mutation = JSON.parse(readFileSync(join(ROOT, 'bin/mutation/package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

/** What is used without an import of ours, and by whom. */
const BY_OTHERS: Record<string, string> = {
  '@adonisjs/assembler': 'the commands of AdonisJS',
  '@adonisjs/redis': 'the limiter, where there is a Redis',
  '@rjsf/validator-ajv8': '@rjsf/core, which imports it without saying so',
  '@vinejs/vine': 'the provider of AdonisJS',
  ioredis: 'the Redis of AdonisJS',
  'hot-hook': 'npm run dev',
  luxon: 'Lucid',
  'pino-pretty': 'the logger, in development',
  sass: 'Vite',
  typescript: 'the linter and the check of types',
}

const IMPORT = /(?:\bfrom |\bimport |\bimport\()'(@?\w[\w./-]*)'/g

const packageOf = (address: string) => address.split('/', address.startsWith('@') ? 2 : 1).join('/')

const imported = (files: Source[]): Set<string> =>
  new Set(
    files
      .flatMap(({ text }) => [...text.matchAll(IMPORT)].map(([, address]) => packageOf(address!)))
      .filter((name) => !builtinModules.includes(name))
  )

const runtime = sources('app', 'start', 'config', 'database', 'resources/js')
const rest = [
  ...sources('bin', 'tests'),
  ...['eslint.config.js', 'vite.config.ts', 'ace.js', 'adonisrc.ts'].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  })),
].filter(({ path }) => !path.startsWith('tests/architecture/'))

/** Packages that are named in a file otherwise: fonts by their path, styles, tools by their program. */
const named = [
  ...runtime.map(({ text }) => text),
  ...rest.map(({ text }) => text),
  ...[...paths('resources/css'), ...paths('resources/views')].map((path) =>
    readFileSync(join(ROOT, path), 'utf8')
  ),
].join('\n')

test.group('The packages of the house', () => {
  test('have one version each', ({ assert }) => {
    const all = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...mutation.dependencies,
    })
    assert.deepEqual(
      all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
      []
    )
  })

  test('are declared where the running house imports them', ({ assert }) => {
    const undeclared = [...imported(runtime)].filter((name) => !(name in dependencies!))
    assert.deepEqual(undeclared, [])
    const planted = [{ path: 'app/core/planted.ts', text: `import x from 'left-pad/deep'` }]
    assert.isFalse([...imported(planted)].every((name) => name in dependencies!))
  })

  test('are declared where its tools and tests import them', ({ assert }) => {
    const known = { ...dependencies, ...devDependencies, ...optionalDependencies, ...mutation.dependencies }
    assert.deepEqual(
      [...imported(rest)].filter((name) => !(name in known)),
      []
    )
  })

  test('are used, each of them', ({ assert }) => {
    const declared = Object.keys({ ...dependencies, ...devDependencies })
    const idle = declared.filter(
      (name) => !name.startsWith('@types/') && !(name in BY_OTHERS) && !named.includes(name)
    )
    assert.deepEqual(idle, [])
  })
})
