import type { Decimal } from '#expressions/values/number'
import { decimal } from '#expressions/values/number'

/** A length of days, hours, minutes and seconds; exact, in seconds. */
export class DaysDuration {
  constructor(readonly seconds: Decimal) {}

  /** The whole days, hours, minutes, and the seconds left, all with the sign of the duration. */
  parts(): { days: Decimal; hours: Decimal; minutes: Decimal; seconds: Decimal } {
    const whole = (unit: number) => this.seconds.divToInt(unit)
    return {
      days: whole(86_400),
      hours: whole(3600).mod(24),
      minutes: whole(60).mod(60),
      seconds: this.seconds.mod(60),
    }
  }

  toString(): string {
    if (this.seconds.isZero()) return 'PT0S'
    const { days, hours, minutes, seconds } = new DaysDuration(this.seconds.abs()).parts()
    const some = (amount: Decimal, unit: string) => (amount.isZero() ? '' : amount.toFixed() + unit)
    const time = some(hours, 'H') + some(minutes, 'M') + some(seconds, 'S')
    return `${this.seconds.isNegative() ? '-' : ''}P${some(days, 'D')}${time && `T${time}`}`
  }
}

/** A length of years and months, in whole months. */
export class MonthsDuration {
  constructor(readonly months: number) {}

  toString(): string {
    const [years, months] = [Math.trunc(Math.abs(this.months) / 12), Math.abs(this.months) % 12]
    const text = (years ? `${years}Y` : '') + (months ? `${months}M` : '')
    return `${this.months < 0 ? '-' : ''}P${text || '0M'}`
  }
}

const MONTHS = /^(-)?P(?=\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/
const DAYS =
  /^(-)?P(?=\d|T\d)(?:(\d{1,12})D)?(?:T(?=[\d.])(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12}(?:\.\d{0,9})?)S)?)?$/

/** `P1Y2M` or `P3DT4H5M6.7S`; null for what is neither. */
export function parseDuration(text: string): DaysDuration | MonthsDuration | null {
  const inMonths = MONTHS.exec(text)
  if (inMonths) {
    const [, sign, years = '0', months = '0'] = inMonths
    return new MonthsDuration((sign ? -1 : 1) * (Number(years) * 12 + Number(months)) || 0)
  }
  const inDays = DAYS.exec(text)
  if (!inDays) return null
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = inDays
  const total = decimal(days)
    .times(24)
    .plus(hours)
    .times(60)
    .plus(minutes)
    .times(60)
    .plus(seconds.replace(/\.$/, ''))
  return new DaysDuration(sign ? total.neg().plus(0) : total)
}
