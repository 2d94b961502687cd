/** Random block-structured processes, and what each must do: who is entered how often, and what comes before what. */
import fc from 'fast-check'
import * as heard from './heard.ts'
import { Pen } from './pen.ts'
import * as plain from './plain.ts'
import * as repeated from './repeated.ts'
import type { Block, Predicted, Shape } from './shape.ts'
import * as thrown from './thrown.ts'
import * as undone from './undone.ts'
import * as watched from './watched.ts'

export type { Block, Predicted } from './shape.ts'

// each draws only the blocks that it has described itself
const SHAPES: Record<string, Shape<any>> = {
  ...plain,
  ...heard,
  ...watched,
  ...thrown,
  ...repeated,
  ...undone,
}

/** Every kind of block there is. */
export const KINDS_OF_BLOCKS = Object.keys(SHAPES)

/** Blocks of these kinds; what is nested deep enough is of the first. */
export const blocksOf = ([simplest, ...kinds]: [string, ...string[]]): fc.Arbitrary<Block> =>
  fc.letrec<{ block: Block }>((tie) => {
    const of = (is: string) => SHAPES[is]!.of(tie('block')).map((rest: object) => ({ is, ...rest }) as Block)
    return {
      block: fc.oneof(
        { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
        of(simplest),
        ...kinds.map(of)
      ),
    }
  }).block

export const blocks = blocksOf(['task', ...KINDS_OF_BLOCKS.filter((is) => is !== 'task')])

export const predict = (block: Block): Predicted => new Pen(SHAPES).finish(block)
