import i18nManager from '@adonisjs/i18n/services/main'
import { numberOfCase } from '#cases/queries/case_number'
import type { LockedCase } from '#cases/queries/locked_case'
import type { PlannedReminder } from '#catalogue/index'
import { localeOf } from '#core/locale'
import type { queueNotice } from '#notifications/actions/queue_notice'
import { letterheadOf } from '#notifications/domain/letterhead'
import { officeAddress } from '#tenancy/queries/office_address'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/** A reminder in the language of the case: it names town, case and last day, and nothing of the matter. */
export async function writtenReminder(
  town: Town,
  { id, language }: LockedCase,
  { of, lastDay }: PlannedReminder
): Promise<Parameters<typeof queueNotice>[1]> {
  const i18n = i18nManager.locale(language)
  const params = {
    town: town.name,
    number: await inTown(town.id, (trx) => numberOfCase(trx, { id })),
    lastDay: new Date(`${lastDay}T12:00:00Z`).toLocaleDateString(localeOf(language), {
      dateStyle: 'full',
      timeZone: 'UTC',
    }),
  }
  const say = (name: string) => i18n.t(`notifications.reminder.${name}`, params)
  const toOffice = of === 'resolution'
  return {
    letterhead: letterheadOf(town, language),
    subject: say(`${of}.subject`),
    paragraphs: toOffice
      ? [say('resolution.text')]
      : [i18n.t('notifications.notice.greeting', params), say(`${of}.text`), say('courtesy')],
    language,
    link: {
      url: `${officeAddress(town)}${pathOf(of, id)}`,
      label: i18n.t(`notifications.notice.${toOffice ? 'toDesk' : 'toFolder'}`),
    },
  }
}

function pathOf(of: PlannedReminder['of'], caseId: string): string {
  if (of === 'resolution') return `/desk/cases/${caseId}`
  return of === 'notification' ? '/folder/notifications' : `/folder/cases/${caseId}`
}
