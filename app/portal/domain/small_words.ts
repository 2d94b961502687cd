/* Words that tell no procedure from another, without accents; each stands in the first language that has it. */
const SPANISH =
  'a al el la lo los las un una unos unas de del en por para con sin y o e u que se me mi mis su sus tu es son como he ha han hemos donde cuando cuanto quiero quisiera necesito puedo debo tengo hay hacer tramite tramites'.split(
    ' '
  )
const VALENCIAN =
  'els les l d uns unes amb per i meu meua meus meues seu seua com on quan quant vull voldria necessite puc dec tinc hi cal hem fer tramit tramits'.split(
    ' '
  )
const ENGLISH =
  'the an my your our of to in at for with and or is are how where when what want need can must should do have has it'.split(
    ' '
  )

const SMALL = new Set([...SPANISH, ...VALENCIAN, ...ENGLISH])

/** Whether a plain word is of no help in a search: “quiero vender un piso” is about two words. */
export const saysNothing = (word: string) => SMALL.has(word)
