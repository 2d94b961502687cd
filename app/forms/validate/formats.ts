import { isCadastralReference } from '#forms/checks/cadastral_reference'
import { isCalendarDate } from '#forms/checks/calendar_date'
import { isDecimal } from '#forms/checks/decimal'
import { isEmail } from '#forms/checks/email'
import { isIban } from '#forms/checks/iban'
import { isIdNumber } from '#forms/checks/id_number'
import { isPhone } from '#forms/checks/phone'

const POSTCODE = /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/
const UPLOAD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What `format` means in a form. Every pattern here takes time in line with its text. */
export const formats: Record<string, (text: string) => boolean> = {
  cadastral_reference: isCadastralReference,
  date: isCalendarDate,
  decimal: isDecimal,
  email: isEmail,
  iban: isIban,
  id_number: isIdNumber,
  phone: isPhone,
  postcode: (text) => POSTCODE.test(text),
  upload_id: (text) => UPLOAD_ID.test(text),
}
