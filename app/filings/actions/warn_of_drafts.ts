import i18nManager from '@adonisjs/i18n/services/main'
import { townProcedure } from '#catalogue/queries/town_procedure'
import { localeOf } from '#core/locale'
import { warnedBefore } from '#filings/domain/draft_terms'
import { emailOfDraft } from '#filings/domain/email_of_draft'
import type { Draft } from '#filings/types'
import { queueNotice } from '#notifications/actions/queue_notice'
import { letterheadOf } from '#notifications/domain/letterhead'
import { officeAddress } from '#tenancy/queries/office_address'
import type { TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

type Left = Pick<Draft, 'id' | 'digest' | 'language' | 'answers' | 'expiresAt'> & { known: string | null }

const LEFT = `
  SELECT d.id, d.digest, d.language, d.answers, d.expires_at AS "expiresAt", p.email AS known FROM drafts d
  LEFT JOIN persons p ON p.municipality_id = $1 AND p.id = d.person_id
  WHERE d.municipality_id = $1 AND d.kind = 'submission' AND d.code_digest IS NULL AND d.warned_at IS NULL AND d.expires_at > $2 AND d.expires_at <= $3
  ORDER BY d.id FOR UPDATE OF d SKIP LOCKED`

/**
 * Tells whoever left an application unfinished, where an address is known, that it will be erased and when. Once: a change
 * has it wait anew. Answers how many were told.
 */
export async function warnOfDrafts(trx: TownTransaction, town: Town, at: Date): Promise<number> {
  const left = await trx.rows<Left>(LEFT, [
    ...[town.id, at.toISOString(), warnedBefore(town, at).toISOString()],
  ])
  let told = 0
  for (const draft of left) {
    await trx.rows(`UPDATE drafts SET warned_at = $3 WHERE municipality_id = $1 AND id = $2`, [
      ...[town.id, draft.id, at.toISOString()],
    ])
    const recipient = emailOfDraft(await townProcedure(town.id, draft.digest), draft.answers, draft.known)
    if (!recipient) continue
    const key = `draft:${draft.id}:${draft.expiresAt.toISOString()}`
    await queueNotice(trx, written(town, draft), { recipient, caseId: null, key, at })
    told++
  }
  return told
}

/** It names the town and nothing of the matter: mail is read by others, too. */
function written(town: Town, { id, language, expiresAt }: Left): Parameters<typeof queueNotice>[1] {
  const i18n = i18nManager.locale(language)
  const date = expiresAt.toLocaleDateString(localeOf(language), {
    dateStyle: 'full',
    timeZone: town.timeZone,
  })
  const say = (name: string) => i18n.t(`filings.draftNotice.${name}`, { town: town.name, date })
  return {
    letterhead: letterheadOf(town, language),
    subject: say('subject'),
    paragraphs: [i18n.t('notifications.notice.greeting'), say('text'), say('meaning'), say('courtesy')],
    language,
    link: { url: `${officeAddress(town)}/filings/${id}`, label: say('link') },
  }
}
