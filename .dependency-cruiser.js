/** What ESLint says of one import at a time, checked again on the whole graph; made from the plan of the house. */
import { rooms, STEPS } from './house.js'

const list = (names) => names.join('|')

/** A room reaches down, never up or across. */
const reach = Object.entries(rooms).map(([name, { mayUse }]) => ({
  name: `${name}-reaches-down`,
  comment: `'${name}' may use ${mayUse.join(', ') || 'nothing'} (house.js).`,
  severity: 'error',
  from: { path: `^app/${name}/` },
  to: { path: '^app/', pathNot: `^app/(?:${list([name, ...mayUse])})/` },
}))

/** A neighbour sees what a room shows, and its models as types. */
const shown = Object.entries(rooms)
  .filter(([, { shows }]) => shows !== '*')
  .map(([name, { shows }]) => ({
    name: `${name}-shows`,
    comment: `'${name}' shows ${shows.join(', ')} only (house.js).`,
    severity: 'error',
    from: { path: '^app/', pathNot: `^app/${name}/` },
    to: { path: `^app/${name}/`, pathNot: `^app/${name}/(?:${list(shows)}|models)(?:/|[.]ts$)` },
  }))

/** Pure rooms also run in browsers: nothing of Node, no driver, no framework. */
const pure = Object.entries(rooms)
  .filter(([, room]) => room.pure)
  .flatMap(([name]) => [
    {
      name: `${name}-is-pure`,
      severity: 'error',
      from: { path: `^app/${name}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: `${name}-has-no-framework`,
      severity: 'error',
      from: { path: `^app/${name}/` },
      to: { path: 'node_modules/(?:@adonisjs|pg|luxon|react|react-dom)/' },
    },
  ])

/** Within a room, a folder knows nothing of what is built on it. */
const steps = STEPS.slice(0, -1).map(([folder], at) => ({
  name: `${folder}-knows-nothing-above`,
  comment: `Within a room: ${list(STEPS.flat())}, each on those before it (house.js).`,
  severity: 'error',
  from: { path: `^app/([^/]+)/${folder}/` },
  to: { path: `^app/$1/(?:${list(STEPS.slice(at + 1).flat())})/` },
}))

export default {
  forbidden: [
    ...reach,
    ...shown,
    ...pure,
    ...steps,
    {
      name: 'drivers-by-provider',
      comment: 'Drivers are reached from provider.ts and config/ only.',
      severity: 'error',
      from: { pathNot: '^(?:config/|tests/|app/[^/]+/(?:provider[.]ts$|drivers/))' },
      to: { path: '^app/[^/]+/drivers/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolves',
      comment: 'An import that cannot be resolved is not checked by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^app/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['finestra', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
