import type { Task } from '#cases/queries/tasks'
import type { CaseVersions } from '#cases/queries/versions_of_case'
import type { CompiledProcedure } from '#catalogue/types'
import type { Speech } from '#desk/http/speech'
import type { Fact } from '#desk/types'
import { answeredFiles } from '#documents/queries/uploads'
import { type FilingOfCase, SAID } from '#filings/queries/filings_of_case'
import { type Answers, summary, type Voice } from '#forms/index'

/** How the forms of a procedure speak to whoever reads them at the desk. */
export const voiceOf = (procedure: CompiledProcedure, speech: Speech, files: Voice['files'] = {}): Voice => ({
  lang: speech.lang,
  texts: (id) => speech.of(procedure, id) ?? undefined,
  t: speech.t,
  files,
})

/** Everything that was asked and answered in a case: what was filed, then each task that had a form. */
export async function answersOf(
  municipalityId: string,
  versions: CaseVersions,
  filings: FilingOfCase[],
  tasks: Task[],
  speech: Speech
): Promise<{ title: string; rows: Fact[] }[]> {
  const files = await Promise.all(filings.map(({ id }) => answeredFiles(municipalityId, id)))
  const given = Object.assign({}, ...files)
  const read = (procedure: CompiledProcedure, formId: string, answers: Answers): Fact[] => {
    const form = procedure.forms[formId]
    const voice = voiceOf(procedure, speech, given)
    return form ? summary(form, answers, voice).map(({ label, lines }) => ({ label, lines })) : []
  }
  const filed = filings
    .filter(({ kind }) => kind === 'submission')
    .map(({ answers, entryNumber, filedAt }) => ({
      title: speech.t('desk.case.filed', { number: entryNumber }),
      rows: read(versions.at(filedAt), versions.at(filedAt).sheet.submissionForm, answers),
    }))
  const later = filings.flatMap(({ kind, answers, entryNumber }) => {
    // An answer to a requirement is its task's.
    if (kind !== 'withdrawal' && kind !== 'addition') return []
    const said = answers[SAID[kind]]
    return {
      title: speech.t(`desk.case.filedLater.${kind}`, { number: entryNumber }),
      rows: [{ label: speech.t(`desk.case.said.${kind}`), lines: typeof said === 'string' ? [said] : [] }],
    }
  })
  const done = tasks
    .filter(({ state, form, result }) => state === 'done' && form && result)
    .map(({ element, form, result, closedAt }) => ({
      element,
      form,
      result,
      closedAt,
      procedure: versions.at(closedAt ?? new Date(0)),
    }))
    .map(({ element, form, result, closedAt, procedure }) => ({
      title: speech.t('desk.case.answeredTask', {
        task: speech.of(procedure, `tasks.${element}`) ?? element,
        date: closedAt ? speech.moment(closedAt).text : '',
      }),
      rows: read(procedure, form!, result!),
    }))
  return [...filed, ...later, ...done].filter(({ rows }) => rows.length > 0)
}
