import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Draft } from '#filings/types'

interface Words {
  lang: string
  t(key: string, params: Record<string, string>): string
}

/** What a draft will be when it is filed, in the reader's words: an application, or the answer to a requirement of one. */
export function draftTitle(
  { kind }: Pick<Draft, 'kind'>,
  { texts }: Pick<CompiledProcedure, 'texts'>,
  { lang, t }: Words
): string {
  const title = textOf(texts, lang, 'sheet.title')
  return kind === 'submission' ? title : t('filings.answerTo', { title })
}
