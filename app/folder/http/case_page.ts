import type { HttpContext } from '@adonisjs/core/http'
import type { OwnCase } from '#cases/queries/cases_of_person'
import { comingIn } from '#cases/queries/coming'
import { versionsOfCase } from '#cases/queries/versions_of_case'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { listedDocument } from '#documents/queries/listed_document'
import { otherLanguages } from '#documents/queries/other_languages'
import type { filedById } from '#filings/queries/filed'
import { caseHistory } from '#folder/domain/case_history'
import { caseState } from '#folder/domain/case_state'
import { comingDates } from '#folder/domain/coming_dates'
import { dueWords } from '#folder/domain/due_words'
import { toAnswer, toOpen, toPay } from '#folder/domain/waiting'
import { legalWordsOf, type wordsOf } from '#folder/http/words'
import { visibleDocuments } from '#folder/queries/own_documents'
import { summary } from '#forms/index'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { ordersOfCase } from '#payments/queries/orders'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'

export interface SeenCase {
  own: OwnCase
  filed: Awaited<ReturnType<typeof filedById>>
  procedure: CompiledProcedure
}

/** By which doors its reader goes on. */
interface Doors {
  /** Null where nothing was filed: the case was opened ex officio. */
  receipt: string | null
  documents: string
  actions: { add: string | null; withdraw: string | null }
}

export function caseTitle({ texts }: CompiledProcedure, subject: string, lang: string): string {
  const title = textOf(texts, lang, 'sheet.title')
  return subject ? `${title}: ${subject}` : title
}

/** A case as its interested party reads it, whichever door they came by. */
export async function casePage(ctx: HttpContext, { own, filed, procedure }: SeenCase, doors: Doors) {
  const { town } = ctx
  const words = await legalWordsOf(ctx, own.summary.seats)
  const { lang, t } = words
  const { summary: file } = own
  const [documents, body, units, notifications, orders, coming, versions] = await Promise.all([
    visibleDocuments(town.id, file.id),
    bodyFor(town.id, procedure.sheet.body),
    unitsOf(town.id),
    notificationsOfCase(town.id, file.id),
    ordersOfCase(town.id, file.id),
    comingIn(town.id, file.id),
    versionsOfCase(town.id, file),
  ])
  const languages = await otherLanguages(
    town.id,
    notifications.map(({ documentId }) => documentId),
    lang
  )
  const toNotify = notifications.some(({ state }) => state === 'available')
  return {
    file: {
      number: file.entryNumber ?? '',
      title: caseTitle(procedure, file.subject, lang),
      state: caseState(procedure, { ...file, toNotify }, lang, t),
      body: body?.name[lang] ?? '',
      unit: units.find(({ id }) => id === file.unitId)?.name[lang] ?? '',
      filedOn: words.moment(file.openedAt),
      exOfficio: file.filingId === null,
      entryNumber: file.entryNumber ?? '',
      entryHref: doors.receipt,
      ...dueWords(file, procedure.sheet.silence.effect, words),
      handler: null,
    },
    todo: [
      ...toOpen(notifications, words, { languages }),
      ...own.tasks.map((task) =>
        toAnswer(file.id, { ...task, title: textOf(procedure.texts, lang, `tasks.${task.element}`) }, words)
      ),
      ...toPay(orders, new Date(), words),
    ],
    dates: comingDates(coming, file.suspendedOn, words),
    events: caseHistory(
      versions,
      file.filingId ? { at: file.openedAt, number: file.entryNumber } : null,
      { lines: own.history, toNotify },
      words
    ),
    documents: documents.map((one) => listedDocument(one, { ...words, at: doors.documents })),
    answers: filed ? answersOf(filed, words) : [],
    actions: doors.actions,
  }
}

function answersOf(
  { answers, files, procedure }: NonNullable<SeenCase['filed']>,
  { lang, t }: ReturnType<typeof wordsOf>
) {
  const texts = (id: string) => {
    const text = textOf(procedure.texts, lang, id)
    return text === id ? undefined : text
  }
  const form = procedure.forms[procedure.sheet.submissionForm]!
  return summary(form, answers, { lang, texts, t, files }).map(({ label, lines }) => ({
    key: label,
    lines: lines.length > 0 ? lines : [t('filings.check.notAnswered')],
  }))
}
