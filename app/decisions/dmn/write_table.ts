import type { DmnElement } from '#decisions/dmn/element'
import { literal, made } from '#decisions/dmn/made'
import type { HitPolicy, Table } from '#decisions/model'

const POLICIES: Record<HitPolicy, [policy: string, aggregation?: string]> = {
  U: ['UNIQUE'],
  A: ['ANY'],
  P: ['PRIORITY'],
  F: ['FIRST'],
  R: ['RULE ORDER'],
  O: ['OUTPUT ORDER'],
  C: ['COLLECT'],
  'C+': ['COLLECT', 'SUM'],
  'C<': ['COLLECT', 'MIN'],
  'C>': ['COLLECT', 'MAX'],
  'C#': ['COLLECT', 'COUNT'],
}

const tests = (text: string, id?: string): DmnElement => made('UnaryTests', { id, text })

/** Editors find columns and cells by their ids. */
export function writeTable(
  { hit, inputs, outputs, annotations = [], rules }: Table,
  id: string,
  type?: string
): DmnElement {
  const [hitPolicy, aggregation] = POLICIES[hit]
  return made('DecisionTable', {
    id,
    typeRef: type,
    hitPolicy,
    aggregation,
    input: inputs.map(({ expression, label, type: of, values }, index) =>
      made('InputClause', {
        id: `${id}_input_${index}`,
        label,
        inputExpression: literal(expression, of),
        inputValues: values === undefined ? undefined : tests(values),
      })
    ),
    output: outputs.map(({ name, label, type: of, values, default: otherwise }, index) =>
      made('OutputClause', {
        id: `${id}_output_${index}`,
        name,
        label,
        typeRef: of,
        outputValues: values === undefined ? undefined : tests(values),
        defaultOutputEntry: otherwise === undefined ? undefined : literal(otherwise),
      })
    ),
    annotation: annotations.map((name) => made('RuleAnnotationClause', { name })),
    rule: rules.map(({ id: rule, when, then, annotations: notes = [], description }) =>
      made('DecisionRule', {
        id: rule,
        description,
        inputEntry: when.map((cell, index) => tests(cell, `${rule}_when_${index}`)),
        outputEntry: then.map((cell, index) => {
          const entry = literal(cell)
          entry.set('id', `${rule}_then_${index}`)
          return entry
        }),
        annotationEntry: notes.map((text) => made('RuleAnnotation', { text })),
      })
    ),
  })
}
