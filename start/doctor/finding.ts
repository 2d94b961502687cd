import type { Verdict } from '#start/health/readiness'

/** One thing that was looked at: how it is, and what to do where it is not well. */
export interface Finding {
  about: string
  verdict: Verdict
  said: string
  remedy?: string
}

export type Look = () => Promise<Finding[]>

export const well = (about: string, said: string): Finding => ({ about, verdict: 'ok', said })

export const warns = (about: string, said: string, remedy: string): Finding => ({
  about,
  verdict: 'warn',
  said,
  remedy,
})

export const fails = (about: string, said: string, remedy: string): Finding => ({
  about,
  verdict: 'fail',
  said,
  remedy,
})

/** What a look found, or that it could not be had. */
export async function foundBy(about: string, look: Look): Promise<Finding[]> {
  try {
    return await look()
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string }
    return [
      fails(
        about,
        message || code || String(error),
        'Mend what stands in the way, and ask the doctor again.'
      ),
    ]
  }
}
