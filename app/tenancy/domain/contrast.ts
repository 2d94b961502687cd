/** A colour as `#rrggbb`. */
export type Hex = string

const HEX = /^#[0-9a-f]{6}$/i

/** The relative luminance of a colour, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance(colour: Hex): number {
  if (!HEX.test(colour)) throw new RangeError(`not a #rrggbb colour: ${colour}`)
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of two colours, 1 to 21, in either order. Text needs 4.5, shapes 3 (WCAG 1.4.3, 1.4.11). */
export function contrast(one: Hex, other: Hex): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
