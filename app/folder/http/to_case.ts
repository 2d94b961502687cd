import type { Way } from '#core/http/problem'

/** Where whoever was refused something sees how their case stands. */
export const toCase = (caseId: string, { t }: { t: (key: string) => string }): Way => ({
  text: t('folder.notification.toCase'),
  href: `/folder/cases/${caseId}`,
})
