import type { Page } from 'playwright-core'
import { ANSWERS, type Answers, type CompiledForm } from '#forms/index'

type Fill = (page: Page, name: string, answer: any) => Promise<unknown>

const write: Fill = (page, name, text) => page.locator(`[name="${name}"]`).fill(String(text))

const tick: Fill = (page, name, option) => page.locator(`[name="${name}"][value="${option}"]`).check()

/** How people answer a kind of field; what isn't here is written into its box. */
const FILL: Record<string, Fill> = {
  choice: tick,
  procedure_language: tick,
  notification_channel: tick,
  declaration: (page, name) => page.locator(`[name="${name}"]`).check(),
  yes_no: (page, name, yes: boolean) => tick(page, name, yes ? 'yes' : 'no'),
  async date(page, name, day: string) {
    const [year, month, of] = day.split('-')
    for (const [part, text] of Object.entries({ day: of, month, year }))
      await write(page, `${name}[${part}]`, text)
  },
  upload: async () => {},
  async postal_address(page, name, parts: Record<string, string>) {
    for (const [part, text] of Object.entries(parts)) await write(page, `${name}[${part}]`, text)
  },
}

/** Answers the questions of one page of a form from the top, those that `answers` speaks of. */
export async function fillPage(
  page: Page,
  form: CompiledForm,
  pageId: string,
  answers: Answers
): Promise<void> {
  for (const name of form.pages.find(({ id }) => id === pageId)?.fields ?? [])
    if (answers[name] !== undefined)
      await (FILL[form.fields[name]!.kind] ?? write)(page, `${ANSWERS}[${name}]`, answers[name])
}
