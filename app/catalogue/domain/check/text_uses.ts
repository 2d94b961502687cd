import { kindOf, textsOf } from '#forms/index'
import { PAID } from '#fees/index'
import type { Context } from '#catalogue/domain/check/context'
import { FEES, SEAMS, SHEET } from '#catalogue/domain/files'
import { leavesOf } from '#catalogue/domain/texts'
import type { TemplateBlock } from '#catalogue/domain/types'

/** A text that something asks for by id, and who asks. `list`: it must be a list of texts. */
export interface TextUse {
  id: string
  usedIn: string
  optional?: boolean
  list?: boolean
  /** Each language has as many as it likes. */
  anyLength?: boolean
  /** Its double braces are filled from the case. */
  filled?: boolean
}

function* sheetUses({ sheet }: Context): Generator<TextUse> {
  const usedIn = SHEET
  for (const key of ['title', 'purpose', 'who']) yield { id: `sheet.${key}`, usedIn }
  for (const key of ['requirements', 'steps', 'legalBase']) yield { id: `sheet.${key}`, usedIn, list: true }
  for (const { id } of sheet.evidence) yield { id: `sheet.evidence.${id}`, usedIn }
  if (sheet.fee) yield { id: 'sheet.cost', usedIn }
  for (const { id } of sheet.appeals) yield { id: `sheet.appeals.${id}`, usedIn }
  yield { id: 'sheet.silence', usedIn, optional: sheet.silence.effect !== 'by_matter' }
  yield { id: 'sheet.words', usedIn, list: true, anyLength: true, optional: true }
}

function* processUses({ process, facts, elements }: Context): Generator<TextUse> {
  const usedIn = process.file
  for (const phase of facts.phases) yield { id: `phases.${phase}`, usedIn }
  for (const outcome of facts.outcomes) yield { id: `outcomes.${outcome}`, usedIn }
  for (const task of facts.tasks) yield { id: `tasks.${task}`, usedIn }
  // what follows if whoever is asked does not answer
  for (const task of facts.answersUntil) yield { id: `otherwise.${task}`, usedIn, optional: true }
  // any other element may have a name for the history of the case
  for (const element of elements.filter((id) => !facts.tasks.includes(id)))
    yield { id: `tasks.${element}`, usedIn, optional: true }
  // what is reckoned has no question to be told by, where somebody asks why
  for (const variable of facts.variables) yield { id: `variables.${variable}`, usedIn, optional: true }
}

/** What a form asks for; leads, hints and its own words for errors are as its author likes. */
function* formUses({ forms }: Context): Generator<TextUse> {
  for (const [id, form] of forms) {
    const [schema, ui] = [`forms/${id}.schema.json`, `forms/${id}.ui.json`]
    for (const text of textsOf(form))
      yield { id: text, usedIn: text.startsWith(`forms.${id}.fields.`) ? schema : ui }
    for (const page of form.pages)
      yield { id: `forms.${id}.pages.${page.id}.lead`, usedIn: ui, optional: true }
    for (const field of Object.values(form.fields)) {
      const prefix = `forms.${id}.fields.${field.name}`
      yield { id: `${prefix}.hint`, usedIn: schema, optional: true }
      for (const error of kindOf(field).errors)
        yield { id: `${prefix}.errors.${error}`, usedIn: schema, optional: true }
    }
  }
}

function blockTexts(block: TemplateBlock): string[] {
  if ('heading' in block) return [block.heading]
  if ('paragraph' in block) return [block.paragraph]
  if ('facts' in block) return block.facts.map(({ label }) => label)
  if ('table' in block) return block.table.columns.map(({ label }) => label)
  if ('numbered' in block) return block.numbered
  return 'list' in block ? block.list : []
}

function* paperUses({ templates, notices }: Context): Generator<TextUse> {
  for (const [id, { title, blocks }] of templates)
    for (const text of [title, ...blocks.flatMap(blockTexts)])
      yield { id: text, usedIn: `documents/${id}.json`, filled: true }
  for (const [id, { subject, paragraphs }] of notices)
    for (const text of [subject, ...paragraphs])
      yield { id: text, usedIn: `notices/${id}.json`, filled: true }
}

/** The texts there are, in whichever language, under a beginning. */
const idsUnder = (prefix: string, texts: Context['texts']): string[] =>
  [...texts.values()].flatMap((tree) => [...leavesOf(tree).keys()].filter((id) => id.startsWith(prefix)))

/** What citizens read beside each figure. */
function* feeUses({ fees, texts, facts }: Context): Generator<TextUse> {
  const usedIn = FEES
  // what stands over the lines before somebody files, where the words of the house don't do
  for (const key of ['title', 'lead']) yield { id: `fees.${key}`, usedIn, optional: true }
  for (const { id } of fees?.steps ?? []) yield { id: `fees.steps.${id}`, usedIn }
  // the line that takes off what has been paid, where a process asks for what is left
  if (
    facts.activities.some(
      ({ activity, inputs }) => activity === 'payments.request' && inputs.some(({ name }) => name === 'paid')
    )
  )
    yield { id: `fees.steps.${PAID}`, usedIn }
  for (const name of Object.keys(fees?.tables ?? {})) yield { id: `fees.tables.${name}`, usedIn }
  // what its rows are looked up by has the words of the answer or the step; anything else may have its own
  for (const [name, { seam, versions }] of Object.entries(fees?.tables ?? {})) {
    yield { id: `fees.columns.${name}`, usedIn, optional: true, list: true }
    for (const { rows = [] } of versions)
      for (const { when } of rows)
        for (const cell of when) if (cell) yield { id: `fees.cells.${name}.${cell}`, usedIn, optional: true }
    // a town's rows are looked up by what it needs: the words for them are in the pack
    if (seam) for (const id of idsUnder(`fees.cells.${name}.`, texts)) yield { id, usedIn, optional: true }
  }
}

/** What whoever fills them in reads beside values, and citizens where they show. */
function* seamUses({ seams }: Context): Generator<TextUse> {
  const usedIn = SEAMS
  for (const { id, options = [] } of seams) {
    yield { id: `seams.${id}.title`, usedIn }
    yield { id: `seams.${id}.hint`, usedIn, optional: true }
    for (const option of options) yield { id: `seams.${id}.options.${option}`, usedIn }
  }
}

/** Every text that the documents of a procedure ask for. */
export const textUses = (context: Context): TextUse[] => [
  ...sheetUses(context),
  ...processUses(context),
  ...formUses(context),
  ...feeUses(context),
  ...seamUses(context),
  ...paperUses(context),
]
