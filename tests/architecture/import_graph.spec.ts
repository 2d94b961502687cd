import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { PURE_FOLDERS, rooms } from './support/house.js'
import { ROOT, paths } from './support/sources.js'

interface Plant {
  rule: string
  /** Where the breach is, and whom it reaches; the address is relative to nothing: `#room/...` or a package. */
  path: string
  to: string
  code?: string
}

const names = Object.keys(rooms)

/** Some file of a room below one of its places. */
const fileOf = (name: string, fits: (place: string) => boolean): string | undefined =>
  paths(`app/${name}`)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.slice(`app/${name}/`.length, -'.ts'.length))
    .find(fits)

/** A breach of every rule that is made from the plan, room by room. */
const planned: Plant[] = names.flatMap((name) => {
  const room = rooms[name]!
  const plants: Plant[] = []
  const path = (what: string) => `app/${name}/planted_${what}.ts`
  const closed = names.find((other) => other !== name && !room.mayUse.includes(other))
  if (closed)
    plants.push({
      rule: `${name}-reaches-down`,
      path: path('reach'),
      to: `#${closed}/${fileOf(closed, () => true)}`,
    })
  if (room.shows !== '*') {
    const shown = room.shows
    const hidden = fileOf(name, (place) => !shown.some((one) => place === one || place.startsWith(`${one}/`)))
    const neighbour = names.find((other) => other !== name)!
    if (hidden)
      plants.push({
        rule: `${name}-shows`,
        path: `app/${neighbour}/planted_look_into_${name}.ts`,
        to: `#${name}/${hidden}`,
      })
  }
  if (room.pure)
    plants.push(
      { rule: `${name}-is-pure`, path: path('node'), to: 'node:fs' },
      { rule: `${name}-has-no-framework`, path: path('framework'), to: '@adonisjs/core/services/app' }
    )
  return plants
})

const others: Plant[] = [
  {
    rule: 'domain-knows-nothing-above',
    path: 'app/registry/domain/planted.ts',
    to: '#registry/queries/entries',
  },
  {
    rule: 'models-knows-nothing-above',
    path: 'app/registry/models/planted.ts',
    to: '#registry/queries/entries',
  },
  {
    rule: 'queries-knows-nothing-above',
    path: 'app/registry/queries/planted.ts',
    to: '#registry/actions/record_entries',
  },
  {
    rule: 'queries-calls-nothing-above',
    path: 'app/desk/queries/planted.ts',
    to: '#cases/actions/advance_case',
  },
  {
    rule: 'domain-calls-nothing-above',
    path: 'app/filings/domain/planted.ts',
    to: '#cases/actions/advance_case',
  },
  {
    rule: 'models-calls-nothing-above',
    path: 'app/filings/models/planted.ts',
    to: '#cases/actions/advance_case',
  },
  { rule: 'actions-calls-nothing-above', path: 'app/filings/actions/planted.ts', to: '#desk/http/due' },
  { rule: 'domain-is-pure', path: 'app/registry/domain/planted_node.ts', to: 'node:fs' },
  { rule: 'domain-is-pure', path: 'app/registry/domain/planted_chance.ts', to: 'node:crypto' },
  {
    rule: 'domain-has-no-framework',
    path: 'app/registry/domain/planted_framework.ts',
    to: '@adonisjs/core/services/app',
  },
  { rule: 'pages-use-what-is-pure', path: 'resources/js/planted_query.ts', to: '#cases/queries/inbox' },
  { rule: 'pages-use-what-is-pure', path: 'resources/js/planted_inside.ts', to: '#forms/compile/limits' },
  {
    rule: 'pages-know-windows',
    path: 'resources/js/pages/planted.tsx',
    to: '#cases/types',
    code: `import type { CaseFile } from '#cases/types'\nexport type Mine = CaseFile`,
  },
  { rule: 'actions-knows-nothing-above', path: 'app/cases/actions/planted.ts', to: '#cases/jobs/run_job' },
  {
    rule: 'drivers-by-provider',
    path: 'app/notifications/jobs/planted.ts',
    to: '#notifications/drivers/smtp_transport',
  },
  { rule: 'drivers-by-provider', path: 'start/planted.ts', to: '#notifications/drivers/smtp_transport' },
  { rule: 'resolves', path: 'app/registry/actions/planted_nowhere.ts', to: '#registry/actions/nowhere' },
  { rule: 'no-cycle', path: 'app/core/planted_one.ts', to: '#core/planted_other' },
  {
    rule: 'registry-reaches-down',
    path: 'app/registry/actions/planted_later.ts',
    to: '#desk/types',
    code: `export const later = () => import('#desk/types')`,
  },
  {
    rule: 'registry-reaches-down',
    path: 'app/registry/queries/planted_relative.ts',
    to: '../../cases/queries/inbox.js',
  },
]

/** What the planted cycle leads back through. */
const accomplice: Plant = { rule: 'no-cycle', path: 'app/core/planted_other.ts', to: '#core/planted_one' }

/** The database, and the machine but for digests. */
const WORLD = /^app[/]tenancy[/]town_|^(?:fs|fs[/]promises|net|http|https|child_process|worker_threads|os)$/

interface Module {
  source: string
  dependencies: { resolved: string; dependencyTypes: string[] }[]
}

/** What each file needs to run; what it only takes types of is not there any more then. */
const toRun = (modules: Module[]) =>
  new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies
        .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => resolved),
    ])
  )

/** Whom a file leads to in the end, by what it imports to run and what that imports. */
function worldBehind(file: string, modules: Map<string, string[]>): string[] {
  const seen = new Set([file])
  for (const at of seen) for (const next of modules.get(at) ?? []) seen.add(next)
  return [...seen].filter((one) => WORLD.test(one))
}

/** A copy of the house with every breach in it, as the graph sees it: the rules broken by each file. */
function brokenRules(plants: Omit<Plant, 'rule'>[]) {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')))
  try {
    for (const part of [
      'app',
      'start',
      'config',
      'database',
      'resources',
      'house.js',
      '.dependency-cruiser.js',
      'package.json',
      'tsconfig.json',
    ])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true })
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'))
    for (const { path, to, code } of plants) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(
        join(copy, path),
        code ?? `import * as planted from '${to}'\nexport const used = planted\n`
      )
    }
    const cruiser = join(copy, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [cruiser, '--config', '--output-type', 'json', 'app', 'start', 'config', 'resources/js'],
      { cwd: copy, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }
    )
    if (!stdout) throw new Error(stderr)
    const broken = new Map<string, string[]>()
    const { summary, modules } = JSON.parse(stdout)
    for (const { from, rule } of summary.violations)
      broken.set(from, [...(broken.get(from) ?? []), rule.name])
    return { broken, modules: toRun(modules) }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Pure by itself, and not by what it leads to. */
const FAR = { path: 'app/folder/domain/planted_far.ts', to: '#cases/queries/inbox' }

const plants = [...planned, ...others]
let broken = new Map<string, string[]>()
let modules = new Map<string, string[]>()

test.group('The graph of imports', (group) => {
  group.setup(() => void ({ broken, modules } = brokenRules([...plants, accomplice, FAR])))

  for (const { rule, path, to, code } of plants)
    test(`${rule}: ${path} may not ${code ? 'later ' : ''}import ${to}`, ({ assert }) => {
      assert.include(broken.get(path) ?? [], rule)
    })

  test('leads from no pure folder to the database or the machine, however far', ({ assert }) => {
    const pure = [...modules.keys()].filter((path) => PURE_FOLDERS.includes(path.split('/')[2] ?? ''))
    assert.isAbove(pure.length, 50)
    assert.isNotEmpty(worldBehind(FAR.path, modules))
    assert.deepEqual(
      pure.filter((path) => !path.includes('/planted') && worldBehind(path, modules).length > 0),
      []
    )
  })

  test('has a planted breach for each of its rules', async ({ assert }) => {
    // @ts-expect-error a plain script, without types
    const { default: config } = await import('../../.dependency-cruiser.js')
    assert.sameMembers(
      [...new Set(plants.map(({ rule }) => rule))],
      config.forbidden.map(({ name }: { name: string }) => name)
    )
  })

  test('finds nothing to complain about where nothing was planted', ({ assert }) => {
    assert.deepEqual(
      [...broken.keys()].filter((path) => !plants.some((plant) => plant.path === path)),
      []
    )
  })
})
