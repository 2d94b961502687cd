import i18nManager from '@adonisjs/i18n/services/main'
import type { ActivityContext } from '#cases/activities/activity'
import { letterSheet } from '#cases/queries/letter_sheet'
import { signingSteps } from '#cases/queries/signing_steps'
import type { CompiledTemplate, Sheet } from '#documents/index'
import type { PlannedStep } from '#signatures/types'

/** A document of the procedure that people have to sign, with room for their signatures, and who they are. */
export async function draftSheet(
  context: ActivityContext,
  template: CompiledTemplate
): Promise<{ sheet: Sheet; steps: PlannedStep[] }> {
  const steps = await signingSteps(context, template)
  const title = i18nManager.locale(context.caseFile.language).t('signatures.title')
  const rows = steps.map(({ label, reason }) => ({ label, reason, signed: [] }))
  return { sheet: await letterSheet(context, template, { kind: 'signatures', title, rows }), steps }
}
