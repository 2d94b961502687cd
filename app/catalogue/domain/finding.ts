import type { Diagnostic } from '#core/diagnostic'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** Where one procedure lies: its pack, its folder's name, and its folder. */
export interface ProcedurePlace {
  pack: string
  slug: string
  packFile: string
  folder: string
}

/** One procedure of a catalogue, as `lint` and `list` tell it; `procedure` is null when it does not compile. */
export interface Finding {
  place: ProcedurePlace
  procedure: CompiledProcedure | null
  /** Problems and warnings alike; empty when there is nothing to say. */
  diagnostics: Diagnostic[]
}
