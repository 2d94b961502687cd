import { type Diagnostic, problem } from '#core/diagnostic'
import type { Node } from '#expressions/index'
import type { CompiledForm } from '#forms/index'
import type { Check, Context } from '#catalogue/domain/check/context'
import { expressionsIn, partsOf, pathOf } from '#catalogue/domain/expressions_in'

/** What a value can be, by the name that expressions give it. */
type Options = ReadonlyMap<string, readonly string[]>
type Entry = readonly [name: string, options: readonly string[]]

/** The fields of a form that are chosen among options. */
function optionsOf(form: CompiledForm | undefined, prefix: string): Entry[] {
  return Object.values(form?.fields ?? {}).flatMap(({ name, schema }) => {
    const { enum: values = (schema.items as typeof schema | undefined)?.enum } = schema
    return Array.isArray(values) ? [[prefix + name, values.map(String)] as const] : []
  })
}

/** The variables that are written with nothing but what was chosen in a task, or with a text. */
function optionsOfVariables({ graph, forms }: Context): Entry[] {
  const written = new Map<string, readonly string[] | null>()
  for (const { data } of Object.values(graph.nodes)) {
    const { form = '', outputs = [] } = (data ?? {}) as {
      form?: string
      outputs?: { name: string; value: { tree: Node } }[]
    }
    const chosen = new Map(optionsOf(forms.get(form), 'result.'))
    for (const { name, value } of outputs) {
      const { tree } = value
      const known = tree.op === 'literal' ? [String(tree.value)] : chosen.get(pathOf(tree) ?? '')
      const before = written.get(name) ?? (written.has(name) ? null : [])
      written.set(name, known && before ? [...before, ...known] : null)
    }
  }
  return [...written].flatMap(([name, known]) => (known ? [[name, known] as const] : []))
}

/** What a value is held against, text by text. */
function compared(part: Node): [value: Node, texts: Node[]][] {
  if (part.op === 'comparison' && ['=', '!='].includes(part.operator))
    return [
      [part.left, [part.right]],
      [part.right, [part.left]],
    ]
  if (part.op === 'in') return [[part.value, part.tests.flatMap(({ test }) => textsIn(test))]]
  const [list, text] = part.op === 'call' && part.name === 'list contains' ? part.args : []
  return list && text ? [[list, [text]]] : []
}

const textsIn = (test: Node): Node[] =>
  test.op === 'list' ? test.items : test.op === 'test' ? [test.value] : [test]

function strayIn(within: unknown, options: Options): { field: string; option: string; known: string }[] {
  return expressionsIn(within)
    .flatMap(({ tree }) => partsOf(tree).flatMap(compared))
    .flatMap(([value, texts]) => {
      const field = pathOf(value) ?? ''
      const known = options.get(field)
      return (known ? texts : []).flatMap((text) =>
        text.op === 'literal' && typeof text.value === 'string' && !known?.includes(text.value)
          ? [{ field, option: text.value, known: known?.join(', ') ?? '' }]
          : []
      )
    })
}

/** Nothing asks for an option that cannot be chosen: such a condition would never hold, or always. */
export const checkOptions: Check = (context): Diagnostic[] => {
  const { sheet, forms, graph, process, fees } = context
  const filed = forms.get(sheet.submissionForm)
  const variables = optionsOfVariables(context)
  const options = new Map([...variables, ...optionsOf(filed, 'answers.')])
  const steps = [...Object.values(graph.nodes), ...Object.values(graph.flows)]
  const asked = variables.map(([name, known]) => [`variables.${name}`, known] as const)
  return [
    ...steps.flatMap((step) =>
      strayIn(step, new Map([...options, ...optionsOf(forms.get(formOf(step)), 'result.')])).map((params) =>
        problem('OPTION_UNKNOWN', { file: process.file, element: step.id, params })
      )
    ),
    ...[...forms].flatMap(([id, form]) =>
      strayIn(form, new Map([...asked, ...optionsOf(form, '')])).map((params) =>
        problem('OPTION_UNKNOWN', { file: `forms/${id}.ui.json`, params })
      )
    ),
    ...strayIn(fees, new Map(optionsOf(filed, ''))).map((params) =>
      problem('OPTION_UNKNOWN', { file: sheet.fee ?? '', params })
    ),
  ]
}

const formOf = (step: object): string =>
  (('data' in step ? step.data : null) as { form?: string } | null)?.form ?? ''
