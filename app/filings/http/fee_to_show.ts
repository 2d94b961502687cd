import type { HttpContext } from '@adonisjs/core/http'
import { feeOf } from '#catalogue/index'
import { feeFaultText, rateWords } from '#catalogue/queries/prices'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { figuresOf } from '#core/locale'
import { err, ok } from '#core/result'
import type { Calendar } from '#deadlines/index'
import { feeRows } from '#fees/index'
import type { Answers, Voice } from '#forms/index'

/** What it will cost, line by line, before anybody decides; or why that can't be told. */
export function feeToShow(
  { i18n, lang }: HttpContext,
  { procedure, voice }: { procedure: CompiledProcedure; voice: Voice },
  answers: Answers,
  /** ISO day in the town. */
  filedOn: string,
  calendar: Calendar
) {
  const fee = feeOf(procedure, answers, filedOn, calendar)
  const t = (key: string, params = {}) => i18n.t(key, params)
  if (!fee.ok) return err(feeFaultText(procedure, fee.error, rateWords(lang, t)))
  const label = (id: string) => textOf(procedure.texts, lang, `fees.steps.${id}`) ?? id
  return ok(
    fee.value && {
      title: voice.texts('fees.title') ?? t('filings.check.fee'),
      lead: voice.texts('fees.lead') ?? null,
      free: !/[1-9]/.test(fee.value.total),
      ...feeRows(fee.value, { label, t, ...figuresOf(lang) }),
    }
  )
}
