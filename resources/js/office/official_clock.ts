/**
 * Keeps the office's official time running. The server's time is what counts: the browser's own clock
 * only measures how long ago the page was made, so a wrong computer shows the right hour. Answers the way to stop it.
 */
export function runOfficialClock(page: Document): () => void {
  const clock = page.querySelector<HTMLTimeElement>('time[data-official-time]')
  if (!clock) return () => {}
  const served = Date.parse(clock.dateTime)
  const began = performance.now()
  const zone = clock.dataset['officialTime'] || 'Europe/Madrid'
  const lang = page.documentElement.lang
  const day = new Intl.DateTimeFormat(lang, { timeZone: zone, dateStyle: 'full' })
  const hour = new Intl.DateTimeFormat(lang, { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' })
  const ticking = setInterval(() => {
    const now = new Date(served + performance.now() - began)
    clock.dateTime = now.toISOString()
    clock.textContent = `${day.format(now)}, ${hour.format(now)}`
  }, 1000)
  return () => clearInterval(ticking)
}
