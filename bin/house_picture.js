/**
 * Draws the house of README.md from the plan in house.js: `node bin/house_picture.js` writes it between its
 * two marks, `--check` only says whether it is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { floors } from '../house.js'

const FILE = new URL('../README.md', import.meta.url)
const [BEGIN, END] = ['<!-- house:begin -->', '<!-- house:end -->']

/** The floors from the roof down, as people draw houses. */
export function housePicture() {
  const rows = [...floors].reverse().map(({ name, pure, rooms }) => {
    const list = Object.entries(rooms).map(([room, { keeps }]) => `**${room}** ${keeps}`)
    return `| ${name}${pure ? ' (pure)' : ''} | ${list.join('<br>')} |`
  })
  return ['| floor | rooms |', '| --- | --- |', ...rows].join('\n')
}

export function withPicture(readme) {
  const [before, rest] = readme.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`README.md has lost its marks ${BEGIN} and ${END}`)
  return `${before}${BEGIN}\n\n${housePicture()}\n\n${END}${after}`
}

if (import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const readme = readFileSync(FILE, 'utf8')
  const drawn = withPicture(readme)
  if (process.argv.includes('--check')) process.exitCode = drawn === readme ? 0 : 1
  else writeFileSync(FILE, drawn)
}
