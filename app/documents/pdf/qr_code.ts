import bwipjs from 'bwip-js/node'

/** A QR symbol (model 2, error correction M) without its quiet zone. */
export interface QrSymbol {
  /** Modules a side. */
  size: number
  /** Row by row, 1 for dark. */
  modules: Uint8Array
}

/** The symbol of any text; version and mask are chosen by the library. */
export function qrSymbol(text: string): QrSymbol {
  const options = { bcid: 'qrcode', text, eclevel: 'M' } as Parameters<typeof bwipjs.raw>[0]
  const [symbol] = bwipjs.raw(options)
  if (!symbol || !('pixs' in symbol)) throw new Error('a QR code is a matrix')
  return { size: symbol.pixx, modules: Uint8Array.from(symbol.pixs) }
}

/** The dark modules as one outline, so that no viewer draws seams between them. */
export function qrPath({ size, modules }: QrSymbol, x: number, y: number, side: number): string {
  const step = side / size
  const at = (n: number) => (Math.round(n * 1000) / 1000).toString()
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules[row * size + column]) continue
      const start = column
      while (column + 1 < size && modules[row * size + column + 1]) column += 1
      const [left, right] = [at(x + start * step), at(x + (column + 1) * step)]
      const [top, bottom] = [at(y + row * step), at(y + (row + 1) * step)]
      path += `M ${left} ${top} L ${right} ${top} L ${right} ${bottom} L ${left} ${bottom} Z `
    }
  }
  return path
}
