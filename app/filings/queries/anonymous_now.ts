import { mayBeAnonymous, townOn } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { type Calendar, effectiveFiling } from '#deadlines/index'

/** Whether a procedure, as its town carries it, can be filed at an instant without saying who one is. */
export const anonymousNow = (procedure: CompiledProcedure, at: Date, calendar: Calendar): boolean =>
  mayBeAnonymous(procedure.sheet, townOn(procedure, effectiveFiling(at.toISOString(), calendar).recordedDate))
