import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { checkAuditTrail } from '#audit/queries/invariants'
import { checkCases } from '#cases/queries/invariants'
import { checkValues, checkVersions } from '#catalogue/queries/invariants'
import { ELSEWHERE, Report, RULES, type Check, type Rule } from '#core/invariants'
import { checkReads } from '#desk/queries/invariants'
import { checkDocuments } from '#documents/queries/invariants'
import { checkExchange } from '#exchange/queries/invariants'
import { checkFilings } from '#filings/queries/invariants'
import { checkNotices } from '#notifications/queries/notice_invariants'
import { checkNotifications } from '#notifications/queries/invariants'
import { checkPayments } from '#payments/queries/invariants'
import { checkProofs } from '#payments/queries/proof_invariants'
import { checkBooks } from '#registry/queries/invariants'
import { checkSignatureRequests } from '#signatures/queries/invariants'
import { checkParents } from '#tenancy/queries/invariants'
import { towns } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

const CHECKS: Check[] = [
  checkBooks,
  checkAuditTrail,
  checkFilings,
  checkDocuments,
  checkCases,
  checkNotifications,
  checkNotices,
  checkPayments,
  checkProofs,
  checkSignatureRequests,
  checkExchange,
  checkVersions,
  checkValues,
  checkReads,
  checkParents,
]
/** All that must hold in one town. */
export async function verifyTown(municipalityId: string): Promise<Report> {
  const report = new Report()
  for (const check of CHECKS) await check(municipalityId, report)
  return report
}

/** `node ace verify`: looks at every town beside its work, names each broken row, and exits with 1 if there is one. */
export default class Verify extends BaseCommand {
  static override commandName = 'verify'
  static override description = 'Check the invariants of the register, the audit trail, documents and cases'
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The slug of one town; all of them without it' })
  declare town?: string

  override async run() {
    const i18n = i18nManager.locale('en')
    const chosen = (await towns()).filter(({ slug }) => !this.town || slug === this.town)
    if (chosen.length === 0) {
      this.logger.error(i18n.t('core.invariants.noTown', { town: this.town ?? '' }))
      this.exitCode = 1
      return
    }
    const reports = new Map<Town, Report>()
    for (const town of chosen) reports.set(town, await verifyTown(town.id))
    const sum = (of: (report: Report) => Map<Rule, number>, rule: Rule) =>
      [...reports.values()].reduce((total, report) => total + (of(report).get(rule) ?? 0), 0)
    const table = this.ui
      .table()
      .head([
        '',
        i18n.t('core.invariants.rule'),
        i18n.t('core.invariants.looked'),
        i18n.t('core.invariants.broken'),
      ])
    for (const rule of RULES)
      table.row([
        rule,
        i18n.t(`core.invariants.rules.${rule}`),
        String(sum(({ looked }) => looked, rule)),
        String(sum(({ broken }) => broken, rule)),
      ])
    for (const rule of ELSEWHERE) table.row([rule, i18n.t(`core.invariants.elsewhere.${rule}`), '', ''])
    table.render()
    for (const [town, { violations }] of reports)
      for (const { rule, fault, row } of violations)
        this.logger.error(`${rule} ${town.slug} ${row}: ${i18n.t(`core.invariants.faults.${fault}`)}`)
    const whole = [...reports.values()].every(({ holds }) => holds)
    if (whole) this.logger.success(i18n.t('core.invariants.whole', { towns: chosen.length }))
    else this.exitCode = 1
  }
}
