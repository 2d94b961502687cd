import tseslint from 'typescript-eslint'
import { ABOVE, CHANCE, FOLDERS, PAGES_KNOW, PURE_FOLDERS, rooms } from './house.js'

const purest = Object.keys(rooms).filter((name) => rooms[name].pure)

const list = (names) => names.join('|')

const PURE_FORBIDS = ['node:*', 'luxon', 'pg', '@adonisjs/*', 'react', 'react-dom']

/** What a folder of a room may not import, beside what its room may not. */
function folderRestrictions(folder) {
  const above = ABOVE(folder).join(', ')
  const patterns = [
    {
      regex: `^#(?!core/)[a-z]+/(?:${list(ABOVE(folder))})/`,
      allowTypeImports: true,
      message: `'${folder}' never calls ${above}, of whatever room (house.js).`,
    },
  ]
  const pure = `'${folder}' is pure`
  if (PURE_FOLDERS.includes(folder))
    patterns.push(
      { group: PURE_FORBIDS, allowTypeImports: true, message: `${pure}: it knows no world around it.` },
      { regex: '^#', importNamePattern: CHANCE, message: `${pure}: ids and chance are handed in.` }
    )
  return patterns
}

/** What a room may not import, as patterns with a remedy, made from the plan of the house. */
function restrictions(name) {
  const room = rooms[name]
  const patterns = []
  for (const [other, plan] of Object.entries(rooms)) {
    if (other === name) continue
    if (!room.mayUse.includes(other)) {
      patterns.push({
        regex: `^#${other}/`,
        message: `'${name}' may not use '${other}': dependencies run downwards (house.js).`,
      })
    } else if (plan.shows !== '*') {
      patterns.push({
        regex: `^#${other}/(?!(?:${plan.shows.join('|')})(?:/|$)|models/)`,
        message: `'${other}' shows ${plan.shows.join(', ')} only (house.js).`,
      })
      patterns.push({
        regex: `^#${other}/models/`,
        allowTypeImports: true,
        message: `Models of '${other}' by 'import type' only.`,
      })
    }
  }
  if (room.pure)
    patterns.push({ group: PURE_FORBIDS, message: `'${name}' is pure: it also runs in browsers.` })
  patterns.push({ group: ['../../*'], message: 'Use #room/... between folders of app/.' })
  return patterns
}

const forbids = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
})

const house = Object.keys(rooms).flatMap((name) => [
  forbids([`app/${name}/**/*.ts`, `app/${name}/**/*.tsx`], restrictions(name)),
  ...FOLDERS.filter((folder) => ABOVE(folder).length > 0).map((folder) =>
    forbids([`app/${name}/${folder}/**/*.ts`], [...restrictions(name), ...folderRestrictions(folder)])
  ),
])

/** Pages run in browsers: they use what is pure, and know the windows by the types of what is handed to them. */
const pages = forbids(
  ['resources/js/**/*.ts', 'resources/js/**/*.tsx'],
  [
    ...Object.entries(rooms).map(([name, { pure, shows }]) => ({
      regex: pure ? `^#${name}/(?!(?:${list(shows)})$)` : `^#${name}/`,
      allowTypeImports: PAGES_KNOW.includes(name),
      message: `Pages use what pure rooms show, and know ${PAGES_KNOW.join(', ')} as types (house.js).`,
    })),
    { regex: '(^|/)app/', message: 'Use #room/... for what is in app/.' },
  ]
)

const DRIVERS = '(^#[a-z]+|^[.]{1,2})\\u002Fdrivers\\u002F'
const DRIVERS_MESSAGE = 'Drivers are reached from provider.ts and config/ only.'

/** A driver is reached from its room's provider and from config only, however it is imported. */
const noDriver = [
  `ImportDeclaration[source.value=/${DRIVERS}/][importKind!='type']`,
  `ImportExpression[source.value=/${DRIVERS}/]`,
  `ExportNamedDeclaration[source.value=/${DRIVERS}/]`,
  `ExportAllDeclaration[source.value=/${DRIVERS}/]`,
].map((selector) => ({ selector, message: DRIVERS_MESSAGE }))

/** Time, ids and randomness are handed in, so that the same input always gives the same output. */
const noClock = [
  `MemberExpression[object.name='Date'][property.name='now']`,
  `NewExpression[callee.name='Date'][arguments.length=0]`,
  `CallExpression[callee.name='Date']`,
  `MemberExpression[object.name='Temporal'][property.name='Now']`,
  `MemberExpression[object.name='Math'][property.name='random']`,
].map((selector) => ({ selector, message: 'Time and randomness are handed in.' }))

const WORLD = ['process', 'crypto', 'performance', 'fetch', 'setTimeout', 'setInterval', 'window', 'document']

const PURE_FILES = [
  ...PURE_FOLDERS.map((folder) => `app/*/${folder}/**/*.ts`),
  ...purest.map((name) => `app/${name}/**/*.ts`),
]

const drivers = [
  {
    files: ['app/**/*.ts'],
    ignores: ['app/*/provider.ts', 'app/*/drivers/**'],
    rules: { 'no-restricted-syntax': ['error', ...noDriver] },
  },
  { files: PURE_FILES, rules: { 'no-restricted-syntax': ['error', ...noDriver, ...noClock] } },
  {
    files: PURE_FILES,
    rules: {
      'no-restricted-globals': [
        'error',
        ...WORLD.map((name) => ({ name, message: 'What is pure knows no world around it.' })),
      ],
    },
  },
]

export default tseslint.config(
  { ignores: ['node_modules/', 'public/', 'var/', '.adonisjs/', 'coverage/', 'bin/node/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['bin/**', 'tests/**', 'app/*/commands/**', 'ace.js'], rules: { 'no-console': 'off' } },
  ...house,
  pages,
  ...drivers
)
