import { aloneLink } from '#core/link/alone'
import type { Link } from '#core/link/contract'

/** Null: something may have changed about anything, since a while passed in which nobody could be heard. */
type Listener = (about: string | null) => void

const listeners = new Map<string, Set<Listener>>()
let link: Link = aloneLink

/** Called when the house starts, where it has something to join its processes with. */
export const joinBy = (given: Link) => void (link = given)

export const leaveLink = () => link.leave()

/** What other processes told, or this one. */
export function deliver(topic: string, about: string): void {
  for (const listener of listeners.get(topic) ?? []) listener(about)
}

/** What may have been missed is as good as told. */
export function deliverAll(): void {
  for (const all of listeners.values()) for (const listener of all) listener(null)
}

/** Tells every process that something changed about a town: after the commit, by ids only, never a fact. */
export function tell(topic: string, about: string): void {
  deliver(topic, about)
  link.tell(topic, about)
}

/** Returns what ends the listening. */
export function hear(topic: string, listener: Listener): () => void {
  const all = listeners.get(topic) ?? new Set()
  listeners.set(topic, all.add(listener))
  return () => void all.delete(listener)
}

export const keptByAll = (key: string) => link.kept(key)

export const keepForAll = (key: string, text: string, seconds: number) => link.keep(key, text, seconds)
