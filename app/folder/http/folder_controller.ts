import type { HttpContext } from '@adonisjs/core/http'
import { casesOfPerson, casesToAnswer } from '#cases/queries/cases_of_person'
import type { ListedCase } from '#cases/queries/listed_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { textOf } from '#catalogue/queries/texts'
import { seenUntil, word } from '#core/http/asked'
import { listedDocument } from '#documents/queries/listed_document'
import { otherLanguages } from '#documents/queries/other_languages'
import { draftTitle } from '#filings/queries/draft_title'
import { draftsOf } from '#filings/queries/drafts'
import { caseState } from '#folder/domain/case_state'
import { type Hint, toAnswer, toOpen } from '#folder/domain/waiting'
import { MOST_WAITING, PAGE, paged } from '#folder/http/paged'
import { legalWordsOf, wordsOf } from '#folder/http/words'
import { caseNames } from '#folder/queries/case_names'
import { documentsOfPerson } from '#folder/queries/own_documents'
import { casesToNotify, notificationsOf } from '#notifications/queries/notifications'

/** A search reads the titles in the reader's language, which no index has. */
const SEARCHED = 200

/** What a person has with this town: what waits for them, their cases, drafts and documents. */
export default class FolderController {
  async home(ctx: HttpContext) {
    const { town, citizen, view } = ctx
    const words = await legalWordsOf(ctx)
    const before = seenUntil(ctx)
    const query = word(ctx, 'q')
    const [listed, answerable, drafts, notifications] = await Promise.all([
      casesOfPerson(town.id, citizen.personId, { before, limit: query ? SEARCHED : PAGE + 1 }),
      casesToAnswer(town.id, citizen.personId, MOST_WAITING),
      draftsOf(town.id, citizen.personId),
      notificationsOf(town.id, citizen.personId, { waiting: true, limit: MOST_WAITING }),
    ])
    const names = await caseNames(town.id, citizen.personId, [
      ...answerable.map(({ id }) => id),
      ...notifications.map(({ caseId }) => caseId),
    ])
    const hint = (caseId: string, until: string) => [names.get(caseId), until].filter(Boolean).join(' · ')
    const languages = await otherLanguages(
      town.id,
      notifications.map(({ documentId }) => documentId),
      words.lang
    )
    const { shown, pages } = query ? { shown: listed, pages: null } : paged(listed, '/folder', before)
    const toNotify = await casesToNotify(
      town.id,
      shown.map(({ id }) => id)
    )
    const cases = await Promise.all(shown.map((one) => this.listedCase(ctx, one, toNotify.has(one.id))))
    const found = cases.filter((one) =>
      `${one.number} ${one.title}`.toLowerCase().includes(query.toLowerCase())
    )
    return view.render('pages/folder/home', {
      person: citizen.organisation ? `${citizen.organisation.name} · ${citizen.name}` : citizen.name,
      todo: [
        ...toOpen(notifications, words, { hint, languages }),
        ...(await Promise.all(answerable.map((one) => this.questions(ctx, one, hint)))).flat(),
      ],
      cases: found,
      drafts: await Promise.all(
        drafts.map(async (draft) => ({
          title: draftTitle(draft, await frozenProcedure(draft.digest), words),
          href: `/filings/${draft.id}`,
          savedOn: words.day(draft.updatedAt),
          limit: draft.dueOn
            ? words.t('folder.home.until', { date: words.until(draft.dueOn) })
            : words.t('folder.home.expiresOn', { date: words.day(draft.expiresAt) }),
          discard: `/filings/${draft.id}/discard`,
        }))
      ),
      query,
      pages,
    })
  }

  async documents(ctx: HttpContext) {
    const { town, citizen, view } = ctx
    const before = seenUntil(ctx)
    const found = await documentsOfPerson(town.id, citizen.personId, { before, limit: PAGE + 1 })
    const { shown, pages } = paged(found, '/folder/documents', before)
    return view.render('pages/folder/documents', {
      documents: shown.map((one) => listedDocument(one, wordsOf(ctx))),
      pages,
    })
  }

  /** What a case asks of the person. */
  private async questions(ctx: HttpContext, { id, digest, openTasks, seats }: ListedCase, hint: Hint) {
    const words = await legalWordsOf(ctx, seats)
    const { texts } = await frozenProcedure(digest)
    return openTasks
      .filter(({ role }) => role === 'citizen')
      .map((task) => ({ ...task, title: textOf(texts, words.lang, `tasks.${task.element}`) }))
      .map((task) => toAnswer(id, task, words, hint))
  }

  private async listedCase(ctx: HttpContext, one: ListedCase, toNotify: boolean) {
    const words = wordsOf(ctx)
    const procedure = await frozenProcedure(one.digest)
    const title = textOf(procedure.texts, words.lang, 'sheet.title')
    const waits = one.openTasks.some(({ role }) => role === 'citizen')
    return {
      number: one.entryNumber ?? '',
      title: one.subject ? `${title}: ${one.subject}` : title,
      href: `/folder/cases/${one.id}`,
      filedOn: words.t(one.filingId ? 'folder.home.filedOn' : 'folder.home.openedOn', {
        date: words.day(one.openedAt),
      }),
      state: caseState(procedure, { ...one, toNotify }, words.lang, words.t),
      waitsFor: waits ? words.t('folder.home.waitsForYou') : null,
    }
  }
}
