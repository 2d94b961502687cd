/** Progress for the person at the terminal: short lines on standard output, trouble on standard error. The clock goes on when the pinned Node takes over. */
const began = Number((process.env.FINESTRA_BEGAN ??= String(Date.now())))

const clock = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s`

/** Something begins that may take a while, or has just been done. */
export const step = (text) => console.log(`${clock()}  ${text}`)

/** Lines that belong to the step before. */
export const lines = (text) => console.log(text.replace(/^(?=.)/gm, '          '))

/** Some lines that stand apart; nothing where there are none. */
export const paragraph = (text) => text && lines(`\n${text}\n`)

export const trouble = (text) => console.error(`\n${text}`)
