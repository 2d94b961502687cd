import { parser, trackVariables } from 'lezer-feel'
import { BUILTINS } from '#expressions/builtins/index'
import { type KnownNames, readingWith } from '#expressions/parse/reading'
import type { FeelType, TypeEnvironment } from '#expressions/types'

export type Dialect = 'expression' | 'unaryTests'
export type SyntaxNode = ReturnType<typeof parser.parse>['topNode']

const SPACED = [...BUILTINS.keys()].filter((name) => name.includes(' '))
const FUNCTIONS: KnownNames = Object.fromEntries(SPACED.map((name) => [name, true]))

/** The names of functions, and those that are given, are the context in which words are read as one name. */
const configured = (dialect: Dialect, names: KnownNames, anywhere: KnownNames = {}) =>
  parser.configure({
    // to guess what was meant takes long, and nobody asked
    strict: true,
    top: dialect === 'unaryTests' ? 'UnaryTests' : 'Expression',
    contextTracker: trackVariables({ ...FUNCTIONS, ...names }, readingWith(anywhere)),
  })

const parsers = { expression: configured('expression', {}), unaryTests: configured('unaryTests', {}) }

/** Names of letters and figures are read by any parser; others need one that has been told of them. */
export function parserFor(dialect: Dialect, names: TypeEnvironment): ReturnType<typeof configured> {
  const anywhere: KnownNames = {}
  const known = knownOf(names, anywhere)
  return Object.keys(anywhere).every(isPlain) ? parsers[dialect] : configured(dialect, known, anywhere)
}

const isPlain = (name: string) => /^[\p{L}_?][\p{L}\d_]*$/u.test(name)

function knownOf(names: TypeEnvironment, anywhere: KnownNames): KnownNames {
  const known: KnownNames = {}
  for (const [name, type] of Object.entries(names)) {
    const entries = knownOf(entriesOf(type), anywhere)
    anywhere[name] = known[name] = Object.keys(entries).length ? entries : true
  }
  return known
}

function entriesOf(type: FeelType): TypeEnvironment {
  if (typeof type === 'string') return {}
  return 'context' in type ? type.context : entriesOf('list' in type ? type.list : type.range)
}
