import { cadastralReference } from '#forms/kinds/cadastral_reference'
import { choice } from '#forms/kinds/choice'
import { choices } from '#forms/kinds/choices'
import { date } from '#forms/kinds/date'
import { decimal } from '#forms/kinds/decimal'
import { declaration } from '#forms/kinds/declaration'
import { email } from '#forms/kinds/email'
import { iban } from '#forms/kinds/iban'
import { idNumber } from '#forms/kinds/id_number'
import { integer } from '#forms/kinds/integer'
import type { Kind } from '#forms/kinds/kind'
import { longText } from '#forms/kinds/long_text'
import { money } from '#forms/kinds/money'
import { notificationChannel } from '#forms/kinds/notification_channel'
import { phone } from '#forms/kinds/phone'
import { postalAddress } from '#forms/kinds/postal_address'
import { procedureLanguage } from '#forms/kinds/procedure_language'
import { shortText } from '#forms/kinds/short_text'
import { upload } from '#forms/kinds/upload'
import { yesNo } from '#forms/kinds/yes_no'

const all: Kind[] = [
  shortText,
  longText,
  integer,
  decimal,
  money,
  yesNo,
  choice,
  choices,
  date,
  email,
  phone,
  idNumber,
  iban,
  cadastralReference,
  postalAddress,
  upload,
  declaration,
  procedureLanguage,
  notificationChannel,
]

/** Every field kind by its name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]))

/** The kind of a field that has been compiled. Throws for a name that no compiled form can hold. */
export function kindOf(field: { kind: string }): Kind {
  const kind = kinds.get(field.kind)
  if (!kind) throw new Error(`no such field kind: ${field.kind}`)
  return kind
}
