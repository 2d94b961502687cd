import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { checkBindings } from '#catalogue/domain/seams/bindings'
import { carry } from '#catalogue/domain/seams/carry'
import { type Change, changesBetween } from '#catalogue/domain/seams/changes'
import { picked } from '#catalogue/domain/seams/picked'
import { checkWhole } from '#catalogue/domain/seams/whole'
import { acceptedVersion } from '#catalogue/queries/accepted'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { lastUse } from '#catalogue/queries/last_use'
import { latestVersion } from '#catalogue/queries/latest_version'
import { townDay } from '#catalogue/queries/offering'
import { type FilledIn, filledIn, VALUES_CHANGED } from '#catalogue/queries/town_values'
import { valuesRows } from '#catalogue/rows'
import type { TownValues } from '#catalogue/domain/seams/types'
import type { CompiledProcedure } from '#catalogue/types'
import type { Diagnostic } from '#core/diagnostic'
import { digestOf } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { tell } from '#core/link/link'
import { err, ok, type Result } from '#core/result'
import { bodiesOf, unitsOf } from '#tenancy/queries/bodies_and_units'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/** Why nothing was written. */
export type ValuesRefusal =
  | { code: 'no_procedure' }
  | { code: 'invalid'; diagnostics: Diagnostic[] }
  /** Somebody else wrote since they were read. */
  | { code: 'changed' }
  /** They were used already for days that they are said otherwise for (`from`), until `until`: a reason is asked for. */
  | { code: 'used'; from: string; until: string }
  /** A person says otherwise of days that are over: a reason is asked for. */
  | { code: 'past'; from: string }

export interface ValuesInput {
  municipalityId: string
  slug: string
  /** All that the town fills in of the procedure, what stays as it is included. */
  values: TownValues
  /** The digest that was read before; null: there was nothing. Left out, whatever stands is replaced. */
  before?: string | null
  /** Why what was used already is put right. */
  reason?: string | null
  by?: Actor
  at: Date
}

const LATEST = `SELECT slug, sequence, digest, contents FROM town_values
  WHERE municipality_id = $1 AND slug = $2 ORDER BY sequence DESC LIMIT 1`

const UNIQUE_VIOLATION = '23505'

/**
 * A town fills in what a procedure leaves open to it. Nothing that was said is lost: each change adds all that holds then,
 * under its digest, and its audit row tells what is said otherwise and from when.
 */
export class RecordValues {
  async execute(input: ValuesInput): Promise<Result<Change[], ValuesRefusal>> {
    const { municipalityId, slug } = input
    // As the database gives it back, so that the digest is the same.
    const values: TownValues = JSON.parse(JSON.stringify(input.values))
    const latest = await latestVersion(slug)
    if (!latest) return err({ code: 'no_procedure' })
    const [units, bodies, today, filled] = await Promise.all([
      unitsOf(municipalityId),
      bodiesOf(municipalityId),
      townDay(municipalityId),
      filledIn(municipalityId),
    ])
    const standing = filled.get(slug)?.contents ?? {}
    const diagnostics = [
      ...(await misfits(municipalityId, latest, values, standing)),
      ...checkBindings(values, standing, { units, bodies }),
    ]
    if (diagnostics.length > 0) return err({ code: 'invalid', diagnostics })
    return inTown(municipalityId, (trx) => this.#write(trx, { ...input, values }, today)).catch((error) => {
      if (error?.code === UNIQUE_VIOLATION) return err({ code: 'changed' as const })
      throw error
    })
  }

  async #write(
    trx: TownTransaction,
    input: ValuesInput,
    today: string
  ): Promise<Result<Change[], ValuesRefusal>> {
    const { slug, values, reason = null, by = SYSTEM, at } = input
    const [standing] = await trx.rows<FilledIn>(LATEST, [trx.municipalityId, slug])
    if (input.before !== undefined && input.before !== (standing?.digest ?? null))
      return err({ code: 'changed' })
    const changes = changesBetween(standing?.contents ?? {}, values)
    if (changes.length === 0) return ok([])
    const from = changes.find((one) => one.from !== null)?.from
    const until = from && !reason ? await lastUse(trx, slug, from) : null
    if (from && until) return err({ code: 'used', from, until })
    if (from && !reason && by.kind === 'officer' && from < today) return err({ code: 'past', from })
    const row = {
      id: uuidv7(at.getTime()),
      slug,
      sequence: (standing?.sequence ?? 0) + 1,
      digest: digestOf(values),
      contents: values,
      reason,
      recorded_at: at.toISOString(),
    }
    await insertRows(trx, valuesRows, [row])
    const detail = {
      digest: row.digest,
      before: standing?.digest ?? null,
      changes,
      reason,
      row: rowDigest(valuesRows, row),
    }
    await appendAudit(trx, [
      { actor: by, action: 'catalogue.values_changed', subject: { kind: 'procedure', id: slug }, detail },
    ])
    trx.afterCommit(() => tell(VALUES_CHANGED, trx.municipalityId))
    return ok(changes)
  }
}

/** What does not fit the version that would be offered next, nor the one that is. */
async function misfits(
  municipalityId: string,
  latest: CompiledProcedure,
  values: TownValues,
  standing: TownValues
): Promise<Diagnostic[]> {
  const digest = await acceptedVersion(municipalityId, latest.slug)
  const offered = digest && digest !== latest.digest ? await frozenProcedure(digest) : null
  const known = offered && picked(offered, values)
  const strange = <T>(all: Record<string, T> | undefined, there: Record<string, T> | undefined) =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => !there || !Object.hasOwn(there, name)))
  const fitting = picked(latest, values)
  const asked = {
    ...fitting,
    tables: { ...fitting.tables, ...strange(values.tables, { ...fitting.tables, ...known?.tables }) },
    values: { ...fitting.values, ...strange(values.values, { ...fitting.values, ...known?.values }) },
  }
  const found = [carry(latest, asked), ...(offered && known ? [carry(offered, known)] : [])]
  const misfitting = found.flatMap((one) => (one.ok ? [] : one.error))
  if (misfitting.length > 0) return misfitting
  return checkWhole(latest, fitting.tables, standing.tables)
}
