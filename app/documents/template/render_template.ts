import type { Json } from '#core/json'
import type { Attachment, Block, Fact, Sheet } from '#documents/domain/sheet'
import { adoptionBlock, attachmentsBlock, sealBlock, type Adoption } from '#documents/domain/standard_blocks'
import { feeBlock } from '#documents/domain/fee_block'
import { filingsBlock, type LaterFiling } from '#documents/domain/later_filings'
import { valueText, type Writing } from '#documents/domain/words'
import { fill, valueAt } from '#documents/template/paths'
import type {
  CompiledBlock,
  CompiledTemplate,
  FactSource,
  ROOTS,
  ValueSource,
} from '#documents/template/types'
import type { Assessment } from '#fees/index'
import { evaluate, scopeFrom, toJson, type Expression, type TypeEnvironment } from '#expressions/index'

/** What a document can speak of. `today` is an ISO date; the rest are plain objects, null where there is none. */
export type DocumentContext = Partial<Record<(typeof ROOTS)[number], Json>>

/** Answers of a form as read: one part for each page, with its title. */
export interface AnswersPart {
  title: string | null
  facts: Fact[]
}

export interface RenderOptions extends Writing {
  /** A text of the procedure in the document's language. */
  text(id: string): string
  answers(form: string): AnswersPart[]
  /** A value as a question of a form reads it. */
  answer(form: string, field: string, value: Json): string
  attachments: Attachment[]
  /** Who seals: the town hall. */
  entity: string
  /** Of an act: who adopts it, said above every seal whatever its template says. */
  adoption?: Adoption
  /** Of what people have to sign: above every seal, or at its end. */
  signatures?: Extract<Block, { kind: 'signatures' }>
  /** ISO instant for `now()` and `today()` in expressions. */
  now: string
  types?: TypeEnvironment
}

const NOTHING = '—'

/** Each line is told by itself: a town or an officer may write several, or none. */
const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const listOf = (items: string[], { numbered }: { numbered?: true }): Block[] =>
  items.length > 0 ? [{ kind: 'list', items, ...(numbered && { numbered }) }] : []

const rowsIn = (value: unknown): object[] =>
  Array.isArray(value) ? value.filter((row) => row !== null && typeof row === 'object') : []

/** A template and what it speaks of, as a sheet. Never fails: what is missing is shown as missing. */
export function renderTemplate(
  template: CompiledTemplate,
  context: DocumentContext,
  options: RenderOptions
): Sheet {
  const scope = scopeFrom(context as Record<string, Json>, options.types ?? {})
  const run = (expression: Expression) =>
    toJson(evaluate(expression, scope, { now: options.now, timeZone: options.timeZone }).value)
  const valueOf = (source: ValueSource) =>
    'path' in source ? valueAt(context, source.path) : run(source.expression)
  const read = ({ value, as }: FactSource) =>
    as
      ? options.answer(as.form, as.field, (valueOf(value) ?? null) as Json)
      : valueText(valueOf(value), options)
  const text = (id: string) => fill(options.text(id), (path) => valueText(valueAt(context, path), options))

  const render = (block: CompiledBlock): Block[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [{ kind: block.kind, text: text(block.text) }]
      case 'list':
        return listOf(
          block.texts.flatMap((id) => linesIn(text(id))),
          block
        )
      case 'facts':
        return [
          {
            kind: 'facts',
            facts: block.facts.map((fact) => ({ label: text(fact.label), value: read(fact) || NOTHING })),
          },
        ]
      case 'table': {
        const { columns } = block
        const rows = rowsIn(valueOf(block.rows)).map((row) =>
          columns.map(({ value }) => valueText(valueAt(row, [value]), options) || NOTHING)
        )
        const heads = columns.map(({ label, share }) => ({ label: text(label), share }))
        return rows.length > 0 ? [{ kind: 'table', columns: heads, rows }] : []
      }
      case 'answers':
        return options
          .answers(block.form)
          .flatMap(({ title, facts }): Block[] => [
            ...(title ? [{ kind: 'heading' as const, text: title }] : []),
            { kind: 'facts', facts },
          ])
      case 'attachments':
        return [attachmentsBlock(options.attachments, options)]
      case 'filings':
        return filingsBlock((context.filings ?? []) as unknown as LaterFiling[], options)
      case 'fee': {
        const label = (id: string) => options.text(`fees.steps.${id}`)
        return feeBlock(run(block.assessment) as unknown as Assessment | null, label, options)
      }
      case 'seal':
        return [
          ...(options.adoption ? [adoptionBlock(options.adoption, options)] : []),
          ...(options.signatures ? [options.signatures] : []),
          sealBlock(options.entity, options, template.automated),
        ]
    }
  }

  const blocks = template.blocks.filter(({ when }) => !when || run(when) === true).flatMap(render)
  const { signatures } = options
  if (signatures && !blocks.includes(signatures)) blocks.push(signatures)
  return { language: options.language, title: text(template.title), blocks }
}
