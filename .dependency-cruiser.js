/** What ESLint says of one import at a time, checked again on the whole graph; made from the plan of the house. */
import { ABOVE, PAGES_KNOW, PURE_FOLDERS, rooms, STEPS } from './house.js'

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
const purest = Object.entries(rooms).filter(([, room]) => room.pure)

const FRAMEWORK = 'node_modules/(?:@adonisjs|pg|luxon|react|react-dom)/'

const pure = purest.flatMap(([name]) => [
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
    to: { path: FRAMEWORK },
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

/** What decides and what opens is called by nothing that comes before, in another room either; `core` has tools. */
const above = STEPS.flat()
  .filter((folder) => ABOVE(folder).length > 0)
  .map((folder) => ({
    name: `${folder}-calls-nothing-above`,
    comment: `'${folder}' never calls ${ABOVE(folder).join(', ')}, of whatever room (house.js).`,
    severity: 'error',
    from: { path: `^app/[^/]+/${folder}/` },
    to: {
      path: `^app/(?!core/)[^/]+/(?:${list(ABOVE(folder))})/`,
      dependencyTypesNot: ['type-only'],
    },
  }))

/** The pure folders of any room know nothing of the machine. */
const pureFolders = PURE_FOLDERS.flatMap((folder) => [
  {
    name: `${folder}-is-pure`,
    severity: 'error',
    from: { path: `^app/[^/]+/${folder}/` },
    to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: `${folder}-has-no-framework`,
    severity: 'error',
    from: { path: `^app/[^/]+/${folder}/` },
    to: { path: FRAMEWORK, dependencyTypesNot: ['type-only'] },
  },
])

/** Pages run in browsers. */
const pages = [
  {
    name: 'pages-use-what-is-pure',
    comment: `Pages use what pure rooms show, and know ${PAGES_KNOW.join(', ')} as types (house.js).`,
    severity: 'error',
    from: { path: '^resources/js/' },
    to: {
      path: '^app/',
      pathNot: `^app/(?:${list(purest.map(([name, { shows }]) => `${name}/(?:${list(shows)})[.]ts$`))})`,
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'pages-know-windows',
    severity: 'error',
    from: { path: '^resources/js/' },
    to: { path: '^app/', pathNot: `^app/(?:${list([...PAGES_KNOW, ...purest.map(([name]) => name)])})/` },
  },
]

export default {
  forbidden: [
    ...reach,
    ...shown,
    ...pure,
    ...steps,
    ...above,
    ...pureFolders,
    ...pages,
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
