import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Link } from '#core/link/contract'

interface Hearing {
  deliver(topic: string, about: string): void
  /** Redis is back: what was told meanwhile was heard by nobody. */
  deliverAll(): void
  /** Once when it goes, once when it comes back. */
  report(there: boolean, error?: Error): void
}

/** Joins processes by a Redis, which may be away, slow or emptied: every question has its null, every deed its shrug. */
export class RedisLink implements Link {
  private readonly self = randomUUID()
  private readonly ear: Redis
  private there = true

  constructor(
    private readonly redis: Redis,
    /** What sets this installation's channel and keys apart from another's on the same Redis. */
    private readonly name: string,
    private readonly hearing: Hearing
  ) {
    // Whoever listens waits as long as it takes; whoever asks does not.
    this.ear = redis.duplicate({
      enableOfflineQueue: true,
      maxRetriesPerRequest: null,
      commandTimeout: undefined,
    })
    this.ear.on('error', (error) => this.gone(error)).on('message', (_, message) => this.heard(message))
    this.ear.on('ready', () => this.back())
    this.redis.on('error', () => {})
    this.ear.subscribe(this.name).catch(() => {})
  }

  tell(topic: string, about: string): void {
    this.redis.publish(this.name, `${this.self} ${topic} ${about}`).catch(() => {})
  }

  kept(key: string): Promise<string | null> {
    return this.redis.get(`${this.name}:${key}`).catch(() => null)
  }

  keep(key: string, text: string, seconds: number): void {
    this.redis.set(`${this.name}:${key}`, text, 'EX', seconds).catch(() => {})
  }

  async leave(): Promise<void> {
    this.ear.disconnect()
    this.redis.disconnect()
  }

  private heard(message: string): void {
    const parts = message.split(' ')
    const [from, topic, about] = parts
    if (parts.length === 3 && from !== this.self) this.hearing.deliver(topic!, about!)
  }

  private gone(error: Error): void {
    if (this.there) this.hearing.report(false, error)
    this.there = false
  }

  private back(): void {
    if (!this.there) this.hearing.report(true)
    this.there = true
    this.hearing.deliverAll()
  }
}
