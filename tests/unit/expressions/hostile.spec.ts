import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'

interface Told {
  told: { codes: string[]; milliseconds: number }[]
  megabytes: number
}

const LENGTH = 9_900
const CHILD = fileURLToPath(new URL('../../support/hostile_expressions.ts', import.meta.url))
const FLAGS = ['--max-old-space-size=80', '--max-semi-space-size=8', '--import', '@poppinss/ts-exec']

const over = (piece: string) => piece.repeat(Math.floor(LENGTH / piece.length))
const within = (open: string, close: string, times = Math.floor(LENGTH / (open + close).length)) =>
  open.repeat(times) + '1' + close.repeat(times)
const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(', ')

/** Lists of lists of the same: each line costs little to write, and three times as much to look at. */
const tower = (last: string) =>
  `{a: "x", ${many(14, (at) => `${letter(at + 1)}: [${many(3, () => letter(at))}]`)}, top: ${last}}.top`
const letter = (at: number) => String.fromCharCode(97 + at)
/** Contexts of two entries that are the one before: few to write, and a thousand million to look at. */
const doubled = (name: string) => many(30, (at) => `${name}${at + 1}: {x: ${name}${at}, y: ${name}${at}}`)
const doubles = (last: string) =>
  `{a0: {x: 1}, b0: {x: 1}, ${doubled('a')}, ${doubled('b')}, last: ${last}}.last`
/** Names that come together in ever new ways. */
const braided = `{a0: {x: 1}, b0: {x: 1}, ${many(
  60,
  (at) =>
    `a${at + 1}: [{x: a${at}, y: b${at}}, {x: b${at}, y: a${at}}], b${at + 1}: [{x: b${at}}, {y: a${at}, x: a${at}}]`
)}, last: a60}.last`
/** A list in a list in a list, made as it runs. */
const nesting = (depth: number) => `(for i in 1..${depth} return if i = 1 then [1] else [partial[-1]])`
const LONG = 'string join(for i in 1..1000 return "aaaaaaaaaaaaaaaaaaaa")'

const HOSTILE: [what: string, source: string, reason: string | null][] = [
  ['a hundred thousand brackets', '['.repeat(100_000), 'SOURCE_TOO_LONG'],
  ['brackets that never close', over('['), 'TOO_DEEP'],
  ['parentheses within one another', within('(', ')'), 'TOO_DEEP'],
  ['contexts within one another', within('{a:', '}'), 'TOO_DEEP'],
  ['lists and contexts that never close', over('[{a:'), 'TOO_DEEP'],
  ['filters within one another', `list${over('[list')}`, 'TOO_DEEP'],
  ['calls within one another', within('abs(', ')'), 'TOO_DEEP'],
  ['reversed brackets', over(']'), 'TOO_DEEP'],
  ['conditions within one another', `${over('if a then b else ').slice(0, LENGTH)}c`, 'SYNTAX'],
  ['loops within one another', `${over('for x in list return ')}x`, 'TOO_MANY_NAMES'],
  ['a long row of comparisons', `1${over('<1')}`, 'SYNTAX'],
  ['a long row of additions', `1${' + 1'.repeat(2000)}`, 'TOO_DEEP'],
  ['as many additions as there may be', `1${' + 1'.repeat(450)}`, null],
  ['a long row of signs', `${over('-')}1`, 'TOO_DEEP'],
  ['a long list', `[${many(3000, () => '1')}]`, null],
  ['a context of many names', `{${many(900, (at) => `a${at}: 1`)}}`, 'TOO_MANY_NAMES'],
  ['as many names as there may be', `{${many(200, (at) => `a${at} and more words of one name: 1`)}}`, null],
  ['a name of many words', over('a '), 'NAME_UNKNOWN'],
  ['nothing but marks', over('!'), 'SYNTAX'],
  ['a comment that never ends', `1 /*${over('*')}`, 'SYNTAX'],
  ['a text that never ends', `"${over('a')}`, 'SYNTAX'],
  ['a number of ten thousand figures', `1${over('0')}`, 'NUMBER_OUT_OF_RANGE'],
  ['an exponent beyond measure', '1e999999999', 'NUMBER_OUT_OF_RANGE'],
  ['powers of powers', '9 ** 9 ** 9 ** 9 ** 9', 'OUT_OF_RANGE'],
  ['the greatest number to its own power', '9e6144 ** 9e6144', 'OUT_OF_RANGE'],
  [
    'a root asked for again and again',
    'every i in 1..1000000 satisfies i ** 0.123456789 > 0',
    'TOO_MANY_STEPS',
  ],
  ['a logarithm asked for again and again', 'every i in 1..1000000 satisfies log(i) >= 0', 'TOO_MANY_STEPS'],
  ['a loop over all numbers', 'some i in 1..1e30 satisfies i < 0', 'TOO_MANY_STEPS'],
  ['a loop over all days', 'some d in @"-200000-01-01"..@"200000-01-01" satisfies false', 'TOO_MANY_STEPS'],
  ['loops that multiply', 'for a in 1..99, b in 1..99, c in 1..99, d in 1..99 return 1', 'LIST_TOO_LONG'],
  ['lists of lists of the same', tower('n'), 'TOO_MANY_STEPS'],
  ['their text', tower('string(n)'), 'TOO_MANY_STEPS'],
  ['what they equal', tower('n = n'), 'TOO_MANY_STEPS'],
  ['whether they are in one another', tower('n in [n]'), 'TOO_MANY_STEPS'],
  ['whether they are in one of several', tower('[1] in (n, [n])'), 'TOO_MANY_STEPS'],
  ['their distinct values', tower('distinct values([n, n])'), 'TOO_MANY_STEPS'],
  ['their type', tower('n instance of list<list<list<list<list<Any>>>>>'), 'TOO_MANY_STEPS'],
  ['an entry of what is in them', tower('n.a.b.c'), 'ENTRY_UNKNOWN'],
  ['them flattened', tower('flatten(n)'), 'TOO_MANY_STEPS'],
  [
    'contexts that double, merged with themselves',
    doubles('context merge([a30, a30]) = a30'),
    'TOO_MANY_STEPS',
  ],
  ['either of two that double', doubles('if true then a30 else b30'), 'TOO_MANY_STEPS'],
  ['a list of what doubles', doubles('[a30, b30, a29, b28]'), 'TOO_MANY_STEPS'],
  ['a sum of what doubles', doubles('a30 + 1'), 'NOT_COMPUTABLE'],
  ['names that come together in ever new ways', braided, 'TOO_MANY_NAMES'],
  ['a list that is nested as it is made', `${nesting(9000)}[-1]`, 'VALUE_TOO_DEEP'],
  ['two of them compared', `{n: ${nesting(9000)}, t: n[-1] = n[-2]}.t`, 'VALUE_TOO_DEEP'],
  ['what differs in how deep it is', `count(distinct values(${nesting(190)}))`, null],
  ['durations of six thousand figures', 'for i in 1..9000 return @"PT1S" * (9e6000 / i)', 'TOO_MANY_STEPS'],
  ['a giant text', `${LONG} + "b"`, 'TEXT_TOO_LONG'],
  ['a list of giant texts', `{s: ${LONG}, t: for i in 1..9000 return s}`, 'TOO_MANY_STEPS'],
  ['a list of giant numbers', 'for i in 1..9999 return 9e6144', 'TOO_MANY_STEPS'],
  [
    'a giant context, filtered',
    `{c: context(for i in 1..9000 return {key: string(i), value: i}), t: for i in 1..9000 return c, u: t[x = 1]}`,
    'TOO_MANY_STEPS',
  ],
  ['a pattern that goes back', 'matches(string join(for i in 1..9000 return "a"), "^(a+)+$b")', null],
  ['a pattern that looks ahead of each letter', `replace(${LONG}, "a*b|a", "x")`, 'TOO_MANY_STEPS'],
  ['a pattern that repeats itself', `matches(${LONG}, "(a?){1000}(a?){1000}b|c")`, 'TOO_MANY_STEPS'],
  ['a pattern as long as a book', `matches(${LONG}, ${LONG})`, 'TOO_MANY_STEPS'],
  [
    'a pattern read again and again',
    'for i in 1..10000 return matches("a", "((x{100}){2}){2}a")',
    'TOO_MANY_STEPS',
  ],
  [
    'a sorting that compares by a loop',
    'sort(for i in 1..9000 return i, function(x, y) count(for j in 1..100 return j) > x)',
    'TOO_MANY_STEPS',
  ],
  [
    'zones asked for again and again',
    'every i in 1..1000000 satisfies @"2026-01-01T00:00:00@Europe/Madrid" + @"P1D" != null',
    'TOO_MANY_STEPS',
  ],
  ['a duration beyond all', 'duration("P999999999999D") * 1e6140 + @"2026-01-01"', 'OUT_OF_RANGE'],
  ['what every object of JavaScript has', '__proto__', 'NAME_UNKNOWN'],
  ['its constructor', 'constructor("return 1")', 'FUNCTION_UNKNOWN'],
  ['the constructor of a context', '{a: 1}.constructor', 'ENTRY_UNKNOWN'],
  ['the prototype of a date', 'date("2026-01-01").__proto__', 'ENTRY_UNKNOWN'],
  ['the length of a list', '[1].length', 'ENTRY_UNKNOWN'],
  ['a property by a text', 'get value({a: 1}, "__proto__").polluted', 'ENTRY_UNKNOWN'],
  ['a prototype that is put in', 'context put({}, ["__proto__", "polluted"], true)', 'NO_RESULT'],
  ['a parameter of that name', 'abs(__proto__: 1)', 'PARAMETER_UNKNOWN'],
  ['half a letter', over('\ud83d'), 'NAME_UNKNOWN'],
]

test.group('A hostile expression is refused or stopped, with the reason', (group) => {
  let heard: Told
  group.setup(async () => {
    const child = fork(CHILD, {
      execArgv: FLAGS,
      env: { ...process.env, NODE_OPTIONS: '--conditions=finestra' },
    })
    child.send(HOSTILE.map(([, source]) => source))
    const [answer] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
    ])) as [Told]
    heard = answer
  })

  for (const [index, [what, , reason]] of HOSTILE.entries())
    test(what, ({ assert }) => {
      const { codes, milliseconds } = heard.told[index]!
      if (reason === null) assert.deepEqual(codes, [])
      else assert.include(codes, reason)
      assert.isBelow(milliseconds, 2000)
    })

  test('in less than 256 MB, all of them', ({ assert }) => {
    assert.isBelow(heard.megabytes, 256)
  })
})
