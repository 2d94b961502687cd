import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { unwrap } from '#core/result'
import {
  type Answers,
  type CompiledForm,
  type UploadedFile,
  type Voice,
  compileForm,
  decodePage,
} from '#forms/index'

const field = (name: string, kind: string, type: string, more: object = {}) => ({
  [name]: { $anchor: name, kind, type, ...more },
})

/** A form with a field of every kind: a licence for tables on the pavement. */
export const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'terrace',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'idNumber', 'email', 'season', 'start', 'surface', 'tables', 'planned', 'declared'],
  properties: {
    ...field('name', 'short_text', 'string', { minLength: 2, maxLength: 80 }),
    ...field('idNumber', 'id_number', 'string'),
    ...field('email', 'email', 'string'),
    ...field('phone', 'phone', 'string'),
    ...field('address', 'postal_address', 'object'),
    ...field('season', 'choice', 'string', { enum: ['summer', 'year', 'fiestas'] }),
    ...field('street', 'choice', 'string', { enum: ['mayor', 'nueva'] }),
    ...field('elements', 'choices', 'array', {
      items: { type: 'string', enum: ['parasols', 'heaters', 'screens'] },
      maxItems: 2,
    }),
    ...field('start', 'date', 'string', { dateMinimum: '2026-01-01' }),
    ...field('end', 'date', 'string'),
    ...field('tables', 'integer', 'integer', { minimum: 1, maximum: 40 }),
    ...field('surface', 'decimal', 'string', { decimalMinimum: '1', decimalMaximum: '200' }),
    ...field('planned', 'yes_no', 'boolean'),
    ...field('cost', 'money', 'string', { decimalMaximum: '50000' }),
    ...field('account', 'iban', 'string'),
    ...field('premises', 'cadastral_reference', 'string'),
    ...field('remarks', 'long_text', 'string', { maxLength: 500 }),
    ...field('plan', 'upload', 'array', { maxItems: 3, accept: ['pdf', 'jpg'], maxBytes: 5_000_000 }),
    ...field('language', 'procedure_language', 'string', { enum: ['es', 'ca'] }),
    ...field('channel', 'notification_channel', 'string', { enum: ['electronic', 'paper'] }),
    ...field('declared', 'declaration', 'boolean', { const: true }),
  },
}

export const ui = {
  pages: [
    { id: 'who', fields: ['name', 'idNumber', 'email', 'phone', 'address'] },
    {
      id: 'what',
      fields: ['season', 'street', 'elements', 'start', 'end', 'tables', 'surface', 'language', 'channel'],
    },
    { id: 'works', fields: ['planned', 'cost', 'account', 'premises'] },
    { id: 'permit', fields: ['remarks', 'plan'], visible: 'planned = true' },
    { id: 'declaration', fields: ['declared'] },
  ],
  fields: {
    name: { autocomplete: 'name' },
    email: { autocomplete: 'email' },
    phone: { autocomplete: 'tel' },
    street: { as: 'select' },
    tables: { width: 3 },
    surface: { width: 5, suffix: 'm²' },
    cost: { visible: 'planned = true', required: 'planned = true', width: 10 },
    end: { required: 'season != "year"' },
    remarks: { rows: 4 },
  },
  rules: [{ id: 'endsAfterStart', field: 'end', holds: 'end >= start' }],
}

export const texts: Record<string, string> = {
  'pages.who.title': 'Quién pide la licencia',
  'pages.what.title': 'Qué quiere instalar',
  'pages.works.title': 'Obras',
  'pages.permit.title': 'Documentos de la obra',
  'pages.declaration.title': 'Declaración',
  'fields.name.label': 'Nombre y apellidos',
  'fields.idNumber.label': 'DNI, NIE o NIF',
  'fields.idNumber.hint': 'Con su letra, por ejemplo 12345678Z.',
  'fields.email.label': 'Correo electrónico',
  'fields.email.hint': 'Lo usaremos solo para los avisos de este expediente.',
  'fields.phone.label': 'Teléfono (opcional)',
  'fields.address.label': 'Dirección postal (opcional)',
  'fields.address.hint': 'Donde quiere recibir las notificaciones en papel.',
  'fields.season.label': '¿Cuándo quiere tener la terraza?',
  'fields.season.options.summer': 'En verano',
  'fields.season.options.year': 'Todo el año',
  'fields.season.options.fiestas': 'Solo en fiestas',
  'fields.street.label': 'Calle (opcional)',
  'fields.street.options.mayor': 'Calle Mayor',
  'fields.street.options.nueva': 'Calle Nueva',
  'fields.elements.label': '¿Qué más quiere instalar? (opcional)',
  'fields.elements.hint': 'Elija dos como mucho.',
  'fields.elements.options.parasols': 'Sombrillas',
  'fields.elements.options.heaters': 'Estufas',
  'fields.elements.options.screens': 'Mamparas',
  'fields.start.label': 'Primer día',
  'fields.start.hint': 'Por ejemplo, 15 6 2026.',
  'fields.end.label': 'Último día',
  'fields.tables.label': 'Mesas',
  'fields.surface.label': 'Superficie',
  'fields.surface.hint': 'En metros cuadrados, por ejemplo 12,5.',
  'fields.planned.label': '¿Va a hacer obras?',
  'fields.cost.label': 'Presupuesto de las obras',
  'fields.account.label': 'Cuenta para devolver la fianza (opcional)',
  'fields.premises.label': 'Referencia catastral del local (opcional)',
  'fields.remarks.label': 'Observaciones (opcional)',
  'fields.plan.label': 'Plano acotado',
  'fields.plan.hint': 'Hasta tres archivos.',
  'fields.language.label': 'Lengua del procedimiento (opcional)',
  'fields.language.options.es': 'Castellano',
  'fields.language.options.ca': 'Valenciano',
  'fields.channel.label': 'Medio de notificación (opcional)',
  'fields.channel.options.electronic': 'En la carpeta',
  'fields.channel.options.paper': 'En papel',
  'fields.declared.label': 'Declaro que los datos de esta solicitud son ciertos.',
  'fields.declared.hint': 'Usted responde de la veracidad de lo que presenta.',
  'rules.endsAfterStart': 'El último día no puede ser anterior al primero.',
}

/** A body as the browser of somebody in a hurry sends it, once the gate has read it. */
export const posted = {
  name: '  Amparo   Ferrer Gil ',
  idNumber: '12.345.678-z',
  email: ' amparo.ferrer@example.org',
  phone: '600 11 12 22',
  address: { street: 'Calle Mayor', number: '12', details: '', postcode: '46440', town: 'Almussafes' },
  season: 'summer',
  street: '',
  elements: ['parasols', 'heaters'],
  start: { day: '1', month: '6', year: '2026' },
  end: { day: '30', month: '9', year: '2026' },
  tables: '12',
  surface: '24,5',
  planned: 'yes',
  cost: '1.234,5 €',
  account: 'es91 2100 0418 4502 0005 1332',
  premises: '7837301 vg8173b 0001 tt',
  remarks: 'Junto a la pared.\nSin invadir el paso.',
  language: 'ca',
  channel: 'paper',
  declared: 'yes',
}

export const compiled = (more: { schema?: unknown; ui?: unknown } = {}): CompiledForm =>
  unwrap(compileForm({ id: 'terrace', schema, ui, file: 'forms/terrace', ...more }))

const read = (lang: string): object =>
  JSON.parse(readFileSync(new URL(`../../../resources/lang/${lang}/forms.json`, import.meta.url), 'utf8'))

const words = new Map(['es', 'ca', 'en'].map((lang) => [lang, read(lang)]))

const files: Record<string, UploadedFile> = {
  '019b0000-0000-7000-8000-000000000001': {
    id: '019b0000-0000-7000-8000-000000000001',
    name: 'plano acotado.pdf',
    size: 1_234_567,
    state: 'clean',
  },
}

/** The fixture's texts, and the house's own in a language. A text that isn't there throws. */
export const voice = (lang = 'es'): Voice => ({
  lang,
  files,
  texts: (id) => texts[id.replace(/^forms\.terrace\./, '')],
  t: (key, params = {}) => {
    const path = key.split('.').slice(1)
    const text = path.reduce<unknown>(
      (part, name) => (part as Record<string, unknown>)?.[name],
      words.get(lang)
    )
    if (typeof text !== 'string') throw new Error(`no text ${key} in ${lang}`)
    return String(new IntlMessageFormat(text, lang).format(params))
  },
})

export const decodedPost = (): Answers => decodePage(compiled(), null, { answers: posted })
