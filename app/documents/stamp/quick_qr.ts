/**
 * QR symbols of one version, error correction M and one mask, for texts that differ only in their last letters
 * (ISO/IEC 18004). The library that draws every other QR tries all masks and takes milliseconds; with both
 * fixed it is microseconds. Its symbols for the same version and mask are the test of these.
 */
interface Shape {
  /** Error correction codewords of each block. */
  correction: number
  blocks: number
  /** Data codewords of each block. */
  data: number
}

const SHAPES: Record<number, Shape> = {
  3: { correction: 26, blocks: 1, data: 44 },
  4: { correction: 18, blocks: 2, data: 32 },
  5: { correction: 24, blocks: 2, data: 43 },
  6: { correction: 16, blocks: 4, data: 27 },
}

/** Mask pattern 011 of the standard. */
const masked = (row: number, column: number) => (row + column) % 3 === 0
/** Format information of level M with that mask, its own error correction and mask applied. */
const FORMAT = 0b101101101001011

const EXP = new Uint8Array(512)
const LOG = new Uint8Array(256)
for (let i = 0, x = 1; i < 255; i += 1, x = x & 0x80 ? (x << 1) ^ 0x11d : x << 1) {
  EXP[i] = EXP[i + 255] = x
  LOG[x] = i
}

function generatorOf(degree: number): Uint8Array {
  let polynomial = [1]
  for (let i = 0; i < degree; i += 1) {
    const next = [...polynomial, 0]
    polynomial.forEach((coefficient, j) => {
      if (coefficient)
        next[j + 1] = (next[j + 1] as number) ^ (EXP[(LOG[coefficient] as number) + i] as number)
    })
    polynomial = next
  }
  return Uint8Array.from(polynomial, (coefficient) => LOG[coefficient] as number)
}

function remainder(data: Uint8Array, generator: Uint8Array): Uint8Array {
  const degree = generator.length - 1
  const work = new Uint8Array(data.length + degree)
  work.set(data)
  for (let i = 0; i < data.length; i += 1) {
    const factor = work[i] as number
    if (!factor) continue
    const log = LOG[factor] as number
    for (let j = 1; j <= degree; j += 1)
      work[i + j] = (work[i + j] as number) ^ (EXP[log + (generator[j] as number)] as number)
  }
  return work.subarray(data.length)
}

/** The modules that never change (2 where data goes), and the places of the data bits in order. */
function gridOf(version: number): { size: number; fixed: Uint8Array; places: Uint16Array } {
  const size = 17 + 4 * version
  const fixed = new Uint8Array(size * size).fill(2)
  const put = (row: number, column: number, dark: boolean | number) =>
    (fixed[row * size + column] = dark ? 1 : 0)
  const ring = (row: number, column: number, reach: number, light: number[]) => {
    for (let r = -reach; r <= reach; r += 1)
      for (let c = -reach; c <= reach; c += 1) {
        const [y, x] = [row + r, column + c]
        if (y >= 0 && y < size && x >= 0 && x < size)
          put(y, x, !light.includes(Math.max(Math.abs(r), Math.abs(c))))
      }
  }
  for (let i = 0; i < size; i += 1) {
    put(6, i, i % 2 === 0)
    put(i, 6, i % 2 === 0)
  }
  ring(3, 3, 4, [2, 4])
  ring(3, size - 4, 4, [2, 4])
  ring(size - 4, 3, 4, [2, 4])
  ring(size - 7, size - 7, 2, [1])
  const format = (i: number) => (FORMAT >> i) & 1
  for (let i = 0; i < 15; i += 1) {
    put(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, format(i))
    put(8, i < 8 ? size - 1 - i : i < 9 ? 15 - i : 14 - i, format(i))
  }
  put(size - 8, 8, 1)
  const places: number[] = []
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    const upwards = ((right + 1) & 2) === 0
    for (let i = 0; i < size; i += 1)
      for (const column of [right, right - 1]) {
        const place = (upwards ? size - 1 - i : i) * size + column
        if (fixed[place] === 2) places.push(place)
      }
  }
  return { size, fixed, places: Uint16Array.from(places) }
}

export interface QuickQr {
  /** Modules a side. */
  size: number
  /** Row by row, 1 for dark. Throws when the text does not fit. */
  draw(text: string): Uint8Array
}

/** The smallest drawer for texts of so many bytes; null when they need a larger symbol than these. */
export function quickQr(bytes: number): QuickQr | null {
  const version = [3, 4, 5, 6].find(
    (v) => bytes <= (SHAPES[v] as Shape).blocks * (SHAPES[v] as Shape).data - 2
  )
  if (!version) return null
  const { correction, blocks, data } = SHAPES[version] as Shape
  const generator = generatorOf(correction)
  const { size, fixed, places } = gridOf(version)
  const flip = Uint8Array.from(places, (place) => (masked(Math.floor(place / size), place % size) ? 1 : 0))
  const capacity = blocks * data

  return {
    size,
    draw(text) {
      const content = Buffer.from(text, 'utf8')
      if (content.length > capacity - 2) throw new RangeError('the text is too long for its QR symbol')
      // Mode 4 (bytes) and an eight-bit count shift everything by half a byte; then the customary padding.
      const words = new Uint8Array(capacity)
      words[0] = 0x40 | (content.length >> 4)
      let last = content.length & 15
      content.forEach((byte, i) => {
        words[i + 1] = (last << 4) | (byte >> 4)
        last = byte & 15
      })
      words[content.length + 1] = last << 4
      for (let i = content.length + 2, pad = 0xec; i < capacity; i += 1, pad ^= 0xec ^ 0x11) words[i] = pad
      const parts = Array.from({ length: blocks }, (_, b) => words.subarray(b * data, (b + 1) * data))
      const checks = parts.map((part) => remainder(part, generator))
      const stream = new Uint8Array(blocks * (data + correction))
      let at = 0
      for (let i = 0; i < data; i += 1) for (const part of parts) stream[at++] = part[i] as number
      for (let i = 0; i < correction; i += 1) for (const check of checks) stream[at++] = check[i] as number
      const modules = fixed.slice()
      for (let i = 0; i < places.length; i += 1) {
        const bit = ((stream[i >> 3] ?? 0) >> (7 - (i & 7))) & 1
        modules[places[i] as number] = bit ^ (flip[i] as number)
      }
      return modules
    },
  }
}
