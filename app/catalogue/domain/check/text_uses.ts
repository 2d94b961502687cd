import type { Draft } from '#catalogue/domain/draft'
import type { ProcessFacts } from '#catalogue/domain/process_facts'
import { SHEET } from '#catalogue/domain/files'
import type { TemplateBlock } from '#catalogue/domain/types'

/** A text that something asks for by id, and who asks. `list`: it must be a list of texts. */
export interface TextUse {
  id: string
  usedIn: string
  optional?: boolean
  list?: boolean
  /** Its double braces are filled from the case. */
  filled?: boolean
}

interface FormParts {
  schema: { properties?: Record<string, { enum?: unknown[]; items?: { enum?: unknown[] } }> }
  ui: { pages?: { id: string }[] }
}

function* sheetUses({ sheet }: Draft): Generator<TextUse> {
  const usedIn = SHEET
  for (const key of ['title', 'purpose', 'who']) yield { id: `sheet.${key}`, usedIn }
  for (const key of ['requirements', 'steps', 'legalBase']) yield { id: `sheet.${key}`, usedIn, list: true }
  for (const { id } of sheet.evidence) yield { id: `sheet.evidence.${id}`, usedIn }
  for (const { id } of sheet.appeals) yield { id: `sheet.appeals.${id}`, usedIn }
  yield { id: 'sheet.silence', usedIn, optional: sheet.silence.effect !== 'by_matter' }
}

function* processUses({ process }: Draft, facts: ProcessFacts): Generator<TextUse> {
  const usedIn = process.file
  for (const phase of facts.phases) yield { id: `phases.${phase}`, usedIn }
  for (const outcome of facts.outcomes) yield { id: `outcomes.${outcome}`, usedIn }
  for (const task of facts.tasks) yield { id: `tasks.${task}`, usedIn }
}

/** Any element may carry a name for the history of the case. */
const elementUses = (elements: string[], usedIn: string): TextUse[] =>
  elements.map((element) => ({ id: `tasks.${element}`, usedIn, optional: true }))

function* formUses({ forms }: Draft): Generator<TextUse> {
  for (const [id, form] of forms) {
    const { schema, ui } = form as FormParts
    for (const page of ui.pages ?? []) {
      yield { id: `forms.${id}.pages.${page.id}.title`, usedIn: `forms/${id}.ui.json` }
      yield { id: `forms.${id}.pages.${page.id}.lead`, usedIn: `forms/${id}.ui.json`, optional: true }
    }
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const prefix = `forms.${id}.fields.${name}`
      const usedIn = `forms/${id}.schema.json`
      yield { id: `${prefix}.label`, usedIn }
      yield { id: `${prefix}.hint`, usedIn, optional: true }
      for (const option of field.enum ?? field.items?.enum ?? [])
        yield { id: `${prefix}.options.${option}`, usedIn }
    }
  }
}

function blockTexts(block: TemplateBlock): string[] {
  if ('heading' in block) return [block.heading]
  if ('paragraph' in block) return [block.paragraph]
  if ('facts' in block) return block.facts.map(({ label }) => label)
  return 'list' in block ? block.list : []
}

function* paperUses({ templates, notices }: Draft): Generator<TextUse> {
  for (const [id, { title, blocks }] of templates)
    for (const text of [title, ...blocks.flatMap(blockTexts)])
      yield { id: text, usedIn: `documents/${id}.json`, filled: true }
  for (const [id, { subject, paragraphs }] of notices)
    for (const text of [subject, ...paragraphs])
      yield { id: text, usedIn: `notices/${id}.json`, filled: true }
}

/** Every text that the documents of a procedure ask for. */
export const textUses = (draft: Draft, facts: ProcessFacts, elements: string[]): TextUse[] => [
  ...sheetUses(draft),
  ...processUses(draft, facts),
  ...elementUses(elements, draft.process.file),
  ...formUses(draft),
  ...paperUses(draft),
]
