import { faultOfText } from '#core/http/json_scan'
import { dealt, NASTY_NAMES, NASTY_STRINGS } from '#tests/support/nasty_strings'
import { BOUNDARY, MULTIPART, multipart } from '#tests/support/multipart'

export interface HostileBody {
  what: string
  type?: string
  body: string | Buffer
  headers?: Record<string, string>
}

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

/** The names that the forms of the house read: what is hostile is sent under each of them. */
const READ = [
  '_version',
  '_action',
  '_step',
  'reason',
  'explanation',
  'text',
  'return',
  'return_to',
  'identity',
  'email',
  'password',
  'officer',
  'unit',
  'cases',
  'lang',
]

const form = (what: string, body: string): HostileBody => ({ what, type: FORM, body })
const json = (what: string, body: string): HostileBody => ({ what, type: JSON_TYPE, body })
const parts = (what: string, ...given: Parameters<typeof multipart>[0]): HostileBody => ({
  what,
  type: MULTIPART,
  body: multipart(given),
})

const GATED = NASTY_STRINGS.filter((text) => faultOfText(text))
const LET_IN = NASTY_STRINGS.filter((text) => !faultOfText(text))

const under = (value: unknown) => JSON.stringify(Object.fromEntries(READ.map((name) => [name, value])))
const nested = (depth: number) => '{"answers":'.repeat(depth) + '1' + '}'.repeat(depth)

export const HOSTILE_BODIES: HostileBody[] = [
  { what: 'nothing', body: '' },
  { what: 'no type', body: 'x=1' },
  { what: 'text', type: 'text/plain', body: 'hello' },
  {
    what: 'xml',
    type: 'application/xml',
    body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  },
  { what: 'octets', type: 'application/octet-stream', body: Buffer.from([0, 255, 254, 10]) },
  { what: 'a type that is none', type: ';;;', body: 'x' },
  { what: 'a compressed body', type: FORM, body: 'x=1', headers: { 'content-encoding': 'gzip' } },
  { what: 'a JSON type with a charset that is none', type: 'application/json; charset=utf-7', body: '{}' },
  form('too much', `x=${'a'.repeat(300_000)}`),
  json('too much JSON', `{"x":"${'a'.repeat(300_000)}"}`),
  form('5,001 names', Array.from({ length: 5001 }, (_, index) => `k${index}=`).join('&')),
  json('5,001 keys', `{${Array.from({ length: 5001 }, (_, index) => `"k${index}":1`).join(',')}}`),
  json('5,001 items', `{"cases":[${Array(5001).fill(1).join(',')}]}`),
  json('a deep object', nested(40)),
  json('a deep array', '['.repeat(5000)),
  form('deep brackets', `answers${'[a]'.repeat(500)}=1`),
  form('brackets that never close', 'answers[[[]]=1&[=2&]=3&[]=4&answers[=5'),
  form('an array of a great index', 'answers[999999999]=1&cases[4294967295]=1'),
  form('names repeated', '_version=1&_version=2&answers[subject]=a&answers[subject]=b&reason=a&reason=b'),
  form('lone percent signs', '%=%&%zz=%e0%a4'),
  form('bytes that are no UTF-8', 'reason=%ff%fe&text=%c0%80'),
  form('bare bytes', Buffer.from([0x72, 0x3d, 0xff, 0xfe]).toString('latin1')),
  json('cut short', '{"a":'),
  json('nothing but space', '  '),
  json('no object', '[1,2]'),
  json('a null', 'null'),
  json('duplicate keys', '{"_version":1,"_version":2}'),
  json('a great number', '{"_version":12345678901234567890}'),
  json('a fraction', '{"_version":1.5}'),
  json('not a number', '{"_version":NaN}'),
  json('half a character', '{"reason":"\\ud800"}'),
  json('a NUL', '{"reason":"a\\u0000b","text":"\\u0000"}'),
  json('text that is not NFC', '{"reason":"e\\u0301"}'),
  ...(
    [
      null,
      true,
      1,
      [],
      {},
      [[]],
      { a: { b: [] } },
      Object.fromEntries(NASTY_NAMES.map((name) => [name, 'x'])),
    ] as unknown[]
  ).map((value) => json(`fields of another kind: ${JSON.stringify(value).slice(0, 20)}`, under(value))),
  json('names of Object.prototype', `{${NASTY_NAMES.map((name) => `"${name}":{"${name}":"x"}`).join(',')}}`),
  form(
    'names of Object.prototype',
    NASTY_NAMES.map(
      (name) =>
        `${name}=x&answers[${name}]=x&_version[${name}]=x&reason[${name}]=x&explanation[${name}]=x&text[${name}]=x`
    ).join('&')
  ),
  ...GATED.map((text) => json(`text that the gate refuses: ${JSON.stringify(text)}`, under(text))),
  ...dealt(READ, LET_IN, 12).map((fields, round) =>
    json(`nasty text, round ${round}`, JSON.stringify(fields))
  ),
  ...dealt(READ, NASTY_STRINGS, 12).map((fields, round) =>
    form(`nasty text as a form, round ${round}`, new URLSearchParams(fields).toString())
  ),
  ...NASTY_NAMES.map((name) => parts(`multipart named ${name}`, { name, content: 'x' })),
  parts(
    'multipart with all those names at once',
    ...NASTY_NAMES.map((name) => ({ name: `files[${name}][]`, filename: 'a.txt', content: 'x' })),
    ...NASTY_NAMES.map((name) => ({ name: `answers[${name}]`, content: 'x' })),
    { name: '_version[toString]', content: '1' },
    { name: '_action[valueOf]', content: '1' }
  ),
  parts('multipart with a name of NUL', { name: 'file\u0000', filename: 'a\u0000.txt', content: 'x' }),
  parts('multipart with half a character', { name: '\ud800', content: '\udc00' }),
  parts('multipart without a name', { name: '', filename: '', content: 'x' }),
  parts('301 parts', ...Array.from({ length: 301 }, (_, index) => ({ name: `p${index}`, content: '' }))),
  parts('21 files', ...Array.from({ length: 21 }, () => ({ name: 'file', filename: 'a.txt', content: 'x' }))),
  { what: 'multipart without a boundary', type: 'multipart/form-data', body: 'x' },
  {
    what: 'multipart with an endless boundary',
    type: `multipart/form-data; boundary=${'b'.repeat(3000)}`,
    body: 'x',
  },
  { what: 'multipart that is no multipart', type: MULTIPART, body: 'x=1&y=2' },
  {
    what: 'multipart with headers only',
    type: MULTIPART,
    body: `--${BOUNDARY}\r\nContent-Disposition: form-data`,
  },
  {
    what: 'multipart without a disposition',
    type: MULTIPART,
    body: `--${BOUNDARY}\r\nX: y\r\n\r\nz\r\n--${BOUNDARY}--\r\n`,
  },
  {
    what: 'a multipart file cut short',
    type: MULTIPART,
    body: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of`,
  },
  {
    what: 'a multipart file of the form, cut short',
    type: MULTIPART,
    body: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files[attachments][]"; filename="a.txt"\r\n\r\nhalf of`,
  },
  {
    what: 'multipart with endless headers',
    type: MULTIPART,
    body: `--${BOUNDARY}\r\n${'X-Y: z\r\n'.repeat(4000)}\r\nx\r\n--${BOUNDARY}--\r\n`,
  },
  {
    what: 'mixed multipart',
    type: `multipart/mixed; boundary=${BOUNDARY}`,
    body: multipart([{ name: 'a', content: 'b' }]),
  },
]
