import type { LockedCase } from '#cases/queries/locked_case'
import type { CompiledProcedure } from '#catalogue/types'
import { short } from '#desk/http/versions/run_lines'
import { spacedPhone } from '#forms/index'
import type { Speech } from '#desk/http/speech'
import type { CaseLine, Fact } from '#desk/types'

/** Who asks, since when, by which version of which procedure, and who handles it: the head of a case. Empty facts are left out. */
export function factsOf(
  { slug, sheet, digest }: CompiledProcedure,
  { applicant, openedAt, countsFrom, language, filingId }: LockedCase,
  line: CaseLine,
  { t, moment, day }: Speech
): Fact[] {
  const fact = (name: string, ...lines: (string | null | undefined)[]): Fact => ({
    label: t(`desk.case.facts.${name}`),
    lines: lines.filter((text): text is string => Boolean(text)),
  })
  const { representative } = applicant
  return [
    fact('applicant', line.applicant, applicant.identifier),
    fact('representative', representative?.name, representative?.identifier),
    fact('contact', applicant.email, applicant.phone && spacedPhone(applicant.phone)),
    fact('language', t(`portal.languages.${language}`)),
    fact(
      'procedure',
      line.procedure,
      t('desk.case.versionIs', { slug, version: sheet.version, digest: short(digest) })
    ),
    fact(filingId ? 'openedAt' : 'openedExOfficio', moment(openedAt).text),
    fact('countsFrom', day(countsFrom).text),
    fact('unit', line.unit),
    fact('assignee', line.assignee ?? t('desk.inbox.nobody')),
  ].filter(({ lines }) => lines.length > 0)
}
