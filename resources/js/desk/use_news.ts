import { useEffect, useState } from 'react'

const EVERY_MS = 10_000

/** Null when nobody is signed in any more, or nothing can be heard: then nothing is asked either. */
async function newestLine(): Promise<string | null> {
  const answer = await fetch('/desk/news', { redirect: 'manual', headers: { accept: 'application/json' } })
  return answer.ok ? ((await answer.json()) as { pulse: string }).pulse : null
}

/** Whether something happened since the page was made: asked now and then, while somebody looks at it. */
export function useNews(made: string | null): boolean {
  const [newest, hear] = useState('')
  useEffect(() => {
    if (made === null) return
    const ask = () => {
      if (!document.hidden)
        newestLine().then(
          (pulse) => (pulse === null ? stop() : hear(pulse)),
          () => {}
        )
    }
    const timer = setInterval(ask, EVERY_MS)
    const stop = () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
    document.addEventListener('visibilitychange', ask)
    return stop
  }, [made])
  return made !== null && newest > made
}
