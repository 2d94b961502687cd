import tseslint from 'typescript-eslint'
import { rooms } from './house.js'

const PURE_FORBIDS = ['node:*', 'luxon', 'pg', '@adonisjs/*', 'react', 'react-dom']

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

const house = Object.keys(rooms).map((name) => ({
  files: [`app/${name}/**/*.ts`, `app/${name}/**/*.tsx`],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: restrictions(name) }] },
}))

/** A room's drivers are reached from its provider and from config only. */
const drivers = Object.keys(rooms).map((name) => ({
  files: [`app/${name}/**/*.ts`],
  ignores: [`app/${name}/provider.ts`, `app/${name}/drivers/**`],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: `ImportDeclaration[source.value=/^(#${name}\\u002Fdrivers\\u002F|\\.\\.?\\u002Fdrivers\\u002F)/][importKind!='type']`,
        message: 'Drivers are reached from provider.ts and config/ only.',
      },
    ],
  },
}))

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
  ...drivers
)
