import { readFileSync } from 'node:fs'

/**
 * The most megabytes that this process has held at once. Linux counts into `maxRSS` what the process held that
 * began it, so there its own status is asked.
 */
export function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
