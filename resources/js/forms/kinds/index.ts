import type { ComponentType } from 'react'
import type { FieldProps } from '../question.ts'
import { CadastralReference } from './cadastral_reference.tsx'
import { Choice } from './choice.tsx'
import { Choices } from './choices.tsx'
import { DateParts } from './date.tsx'
import { Decimal } from './decimal.tsx'
import { Declaration } from './declaration.tsx'
import { Email } from './email.tsx'
import { Iban } from './iban.tsx'
import { IdNumber } from './id_number.tsx'
import { Integer } from './integer.tsx'
import { LongText } from './long_text.tsx'
import { Money } from './money.tsx'
import { Phone } from './phone.tsx'
import { PostalAddress } from './postal_address.tsx'
import { ShortText } from './short_text.tsx'
import { Upload } from './upload.tsx'
import { YesNo } from './yes_no.tsx'

/** The markup of every field kind, by the kind's name. */
export const fields: Record<string, ComponentType<FieldProps>> = {
  short_text: ShortText,
  long_text: LongText,
  integer: Integer,
  decimal: Decimal,
  money: Money,
  yes_no: YesNo,
  choice: Choice,
  choices: Choices,
  date: DateParts,
  email: Email,
  phone: Phone,
  id_number: IdNumber,
  iban: Iban,
  cadastral_reference: CadastralReference,
  postal_address: PostalAddress,
  upload: Upload,
  declaration: Declaration,
  procedure_language: Choice,
  notification_channel: Choice,
}
