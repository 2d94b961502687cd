import type { Route } from '#cases/domain/migration/types'
import type { LockedCase } from '#cases/queries/locked_case'
import { ears } from '#tenancy/events'

/** A case of a town moved, or a line was added to its history; told to every process after the commit. */
export const CASES_CHANGED = 'cases.changed'

/** A case goes on by another version; `asked` are the tasks there that are asked anew. */
export interface VersionChanged {
  caseFile: LockedCase
  from: string
  to: Route['to']
  asked: string[]
  at: Date
}

export const { on: onVersionChanged, announce: announceVersion } = ears<VersionChanged>()
