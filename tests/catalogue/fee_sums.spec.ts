import { test } from '@japa/runner'
import fc from 'fast-check'
import { type CompiledProcedure, type Scenario, feeOf, lint, simulate } from '#catalogue/index'
import { carry } from '#catalogue/queries/seams'
import { dayBefore } from '#deadlines/index'
import { type Answers, cleanAnswers, type CompiledForm, formValidator } from '#forms/index'
import type { Assessment } from '#fees/index'
import type { Json } from '#core/json'
import { calendar } from './calendar.js'
import { CATALOGUE } from './root.js'

/** Cents as whole numbers, however great the amount. */
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''))

const isSum = ({ lines, total }: Assessment): boolean =>
  lines.every(({ amount }) => /^-?\d+\.\d\d$/.test(amount)) &&
  cents(total) === lines.reduce((sum, { amount }) => sum + cents(amount), 0n)

const AMOUNT = fc.integer({ min: 0, max: 50_000_000 }).map((n) => (n / 100).toFixed(2))
const DAY = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const optionsOf = ({ options, schema }: CompiledForm['fields'][string]): Json[] =>
  (schema['enum'] as Json[] | undefined) ??
  ((schema['oneOf'] ?? options['options'] ?? []) as { const?: Json }[])
    .map((one) => one.const)
    .filter((one) => one !== undefined)

/** Another answer to a question, or none: most are refused by their form, and not looked at. */
function another(field: CompiledForm['fields'][string]): fc.Arbitrary<Json | undefined> {
  const options = optionsOf(field)
  const kinds: fc.Arbitrary<Json | undefined>[] = [
    fc.constant(undefined),
    ...(options.length > 0 ? [fc.constantFrom(...options)] : []),
    ...(field.schema['type'] === 'boolean' ? [fc.boolean()] : []),
    ...(['integer', 'number'].includes(String(field.schema['type'])) ? [fc.nat(500)] : []),
    ...(['decimal', 'money'].includes(field.kind) ? [AMOUNT, AMOUNT] : []),
    ...(field.kind.includes('date') ? [DAY, DAY] : []),
  ]
  return fc.oneof(...kinds)
}

/** Answers like those of a golden case, up to four of them others. */
function answersLike({ fields }: CompiledForm, golden: Answers): fc.Arbitrary<Answers> {
  const names = Object.keys(fields)
  return fc
    .subarray(names, { maxLength: Math.min(4, names.length) })
    .chain((changed) => fc.record(Object.fromEntries(changed.map((name) => [name, another(fields[name]!)]))))
    .map((others) => {
      const given = Object.entries({ ...golden, ...others }).filter(([, value]) => value !== undefined)
      return Object.fromEntries(given) as Answers
    })
}

/** A day of each rate that the procedure has, and of the day before it. */
const daysOf = ({ fees }: CompiledProcedure): string[] => {
  const firsts = Object.values(fees!.tables).flatMap(({ versions }) => versions.map(({ from }) => from))
  return [...new Set(firsts.flatMap((day) => [day, dayBefore(day)]))].sort()
}

/** As the town of a golden case offers it. */
const inTownOf = (procedure: CompiledProcedure, { town }: Scenario): CompiledProcedure => {
  const carried = carry(procedure, { tables: town?.fees, values: town?.values })
  return carried.ok ? carried.value : procedure
}

const procedures = (await lint(CATALOGUE)).map(({ procedure }) => procedure!).filter(({ fees }) => fees)

test.group('A fee is the sum of its lines', () => {
  for (const procedure of procedures) {
    const { slug, submissionForm } = procedure.sheet
    const form = procedure.forms[submissionForm]!
    const golden = Object.values(procedure.scenarios)

    test(`in every golden case of ${slug}, also where the office reckoned it anew`, ({ assert }) => {
      let found = 0
      for (const scenario of golden) {
        const { variables } = simulate(procedure, scenario, { calendar })
        for (const value of Object.values(variables)) {
          if (value === null || typeof value !== 'object' || !('lines' in value) || !('total' in value))
            continue
          assert.isTrue(isSum(value as unknown as Assessment), JSON.stringify(value))
          found += 1
        }
      }
      assert.isAbove(found, 0)
    })

    test(`by every rate of ${slug}, whatever is answered within its form`, ({ assert }) => {
      const days = daysOf(procedure)
      let reckoned = 0
      const like = fc.constantFrom(...golden).chain((scenario) =>
        fc.record({
          town: fc.constant(inTownOf(procedure, scenario)),
          answers: answersLike(form, scenario.answers),
          day: fc.constantFrom(...days, scenario.at.slice(0, 10)),
        })
      )
      fc.assert(
        fc.property(like, ({ town, answers, day }) => {
          const circumstances = { now: `${day}T12:00:00Z`, timeZone: calendar.timeZone }
          const clean = cleanAnswers(form, answers, circumstances)
          if (formValidator(form)(clean, circumstances).length > 0) return
          const fee = feeOf(town, clean, day)
          if (!fee.ok || !fee.value) return
          reckoned += 1
          assert.isTrue(isSum(fee.value), JSON.stringify([day, clean, fee.value]))
          assert.isTrue(cents(fee.value.total) >= 0n)
        }),
        { numRuns: 400 }
      )
      assert.isAbove(reckoned, 20)
    }).timeout(60_000)
  }
})
