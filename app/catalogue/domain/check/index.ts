import { checkAnonymous } from '#catalogue/domain/check/anonymous'
import type { Check } from '#catalogue/domain/check/context'
import { checkDecisions } from '#catalogue/domain/check/decisions'
import { checkFees } from '#catalogue/domain/check/fees'
import { checkHoles } from '#catalogue/domain/check/holes'
import { checkLeftEmpty } from '#catalogue/domain/check/left_empty'
import { checkMigrations } from '#catalogue/domain/check/migrations'
import { checkOptions } from '#catalogue/domain/check/options'
import { checkReferences } from '#catalogue/domain/check/references'
import { checkReminders } from '#catalogue/domain/check/reminders'
import { checkSeams } from '#catalogue/domain/check/seams'
import { checkSheet } from '#catalogue/domain/check/sheet'
import { checkSigners } from '#catalogue/domain/check/signers'
import { checkTexts } from '#catalogue/domain/check/texts'

export type { Check, Context } from '#catalogue/domain/check/context'

/** All that is looked at between documents; a new check is a new file and a line here. */
export const CHECKS: readonly Check[] = [
  checkSheet,
  checkReminders,
  checkFees,
  checkSeams,
  checkAnonymous,
  checkDecisions,
  checkReferences,
  checkOptions,
  checkLeftEmpty,
  checkSigners,
  checkTexts,
  checkHoles,
  checkMigrations,
]
