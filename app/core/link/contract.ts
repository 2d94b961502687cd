/**
 * What joins the processes of the house, where something does. It carries no facts: whoever hears looks at
 * PostgreSQL, and would have looked a little later anyway. So it may be away, late, or lose what it was told.
 */
export interface Link {
  /** Tells the other processes; at once, without waiting, and never failing. */
  tell(topic: string, about: string): void
  /** What any process put away; null where it is not there or can't be had at once. */
  kept(key: string): Promise<string | null>
  /** Puts a text away for a while, for every process. */
  keep(key: string, text: string, seconds: number): void
  leave(): Promise<void>
}
