import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { BpmnModdle } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import { type Known, compileProcess, finestraDescriptor, lintRules } from '#engine/index'

const { diagnostics } = JSON.parse(readFileSync('resources/lang/en/engine.json', 'utf8')) as {
  diagnostics: Record<string, { problem: string; remedy: string }>
}

interface Finding {
  rule: string
  id: string
  category: string
  /** The code of the diagnostic. */
  message: string
}

/** What the linter of the designer finds in a drawing; `renamed`: by the ids in the file, those that it was given since. */
export async function linted(
  xml: string,
  known: Known = {},
  renamed: Record<string, string> = {}
): Promise<Finding[]> {
  const { rootElement, elementsById } = await new BpmnModdle({ fin: finestraDescriptor }).fromXML(xml)
  for (const [id, other] of Object.entries(renamed)) elementsById[id]?.set('id', other)
  const linter = new Linter(lintRules({ codes: Object.keys(diagnostics), known, say: ({ code }) => code }))
  const found = await linter.lint(rootElement)
  return Object.entries(found).flatMap(([rule, reports]) => reports.map((each) => ({ rule, ...each })))
}

/**
 * What the compiler says of a drawing, `CODE element` or `warning CODE element`, in its order; each has what its words tell.
 * The linter of the designer has to find the same at the same elements.
 */
export async function saidOf(xml: string, known?: Known): Promise<string[]> {
  const compiled = await compileProcess({ file: 'process.bpmn', xml, known })
  const all = compiled.ok ? compiled.value.warnings : compiled.error
  for (const { code, params } of all) {
    const { problem = '', remedy = '' } = diagnostics[code] ?? {}
    for (const [, name = ''] of `${problem} ${remedy}`.matchAll(/\{(\w+)/g))
      assert.ok(params[name] !== undefined && params[name] !== '', `${code} says its ${name}`)
  }
  const said = all.map(
    ({ severity, code, element }) => `${severity === 'warning' ? 'warning ' : ''}${code} ${element}`
  )
  const found = (await linted(xml, known)).map(
    ({ category, message, id }) => `${category === 'warn' ? 'warning ' : ''}${message} ${id}`
  )
  assert.deepEqual(found.sort(), [...said].sort(), 'the linter says what the compiler does')
  return said
}
