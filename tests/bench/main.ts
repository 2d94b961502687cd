import { benchEngine } from '#tests/bench/engine'
import { machine } from '#tests/bench/machine'
import { benchMiddleware } from '#tests/bench/middleware'
import { benchPayment } from '#tests/bench/payment'
import { benchReceipt } from '#tests/bench/receipt'
import { benchRoad } from '#tests/bench/road'
import { benchScale } from '#tests/bench/scale'
import { stopWebs } from '#tests/bench/web'

const BENCHES: Record<string, (args: string[]) => Promise<void>> = {
  road: benchRoad,
  scale: benchScale,
  receipt: benchReceipt,
  middleware: benchMiddleware,
  payment: benchPayment,
  engine: benchEngine,
}

/** Runs the benches named (all but `scale` when none is), the machine first: a figure without it says nothing. */
export async function bench(args: string[]): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('-') && !/^\d+$/.test(arg))
  const unknown = named.find((name) => !(name in BENCHES))
  if (unknown)
    throw new Error(
      `There is no bench named "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}. Example: npm run bench -- scale 1000000`
    )
  console.log(await machine())
  try {
    for (const name of named.length > 0 ? named : ['receipt', 'middleware', 'road'])
      await BENCHES[name]!(args.filter((arg) => arg !== name))
  } finally {
    await stopWebs()
  }
}
