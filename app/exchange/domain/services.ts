import type { Json } from '#core/json'
import type { Scope } from '#exchange/contract'
import { keepResidence } from '#exchange/domain/residence'

/** For whom something was asked, how much of it, and on which day (ISO). */
export interface Asked {
  subject: { identifier: string; name: string }
  scope: Scope
  on: string
}

type Members = Record<string, Json>

/** What can be asked for, by name: what the case may keep of an answer, null where it can't be read. */
const KEEP = { residence: keepResidence } satisfies Record<
  string,
  (data: Members, asked: Asked) => Members | null
>

export type ServiceName = keyof typeof KEEP

export const SERVICES = Object.keys(KEEP) as ServiceName[]

export const isService = (name: unknown): name is ServiceName => SERVICES.some((known) => known === name)

/** Of what was answered only what the case needs leaves this office (GDPR, art. 5.1.c). */
export const keepOf = (service: ServiceName, data: Members, asked: Asked): Members | null =>
  KEEP[service](data, asked)
