import { test } from '@japa/runner'
import bwipjs from 'bwip-js/node'
import { quickQr } from '#documents/stamp/quick_qr'

/** The library's symbol with version, level and mask fixed as ours are. It counts masks from one. */
function expected(text: string, size: number): Uint8Array {
  const fixed = { eclevel: 'M', fixedeclevel: true, version: String((size - 17) / 4), mask: '4' }
  const [symbol] = bwipjs.raw({ bcid: 'qrcode', text, ...fixed } as Parameters<typeof bwipjs.raw>[0])
  if (!symbol || !('pixs' in symbol)) throw new Error('no matrix')
  return Uint8Array.from(symbol.pixs)
}

test.group('A quick QR symbol', () => {
  for (const bytes of [20, 42, 43, 61, 62, 63, 84, 85, 106])
    test(`of ${bytes} bytes is the library's, module by module`, ({ assert }) => {
      // Small letters only: the library would write runs of digits or capitals in another mode.
      const text = 'https://sede.vallclara.example/verify/'
        .padEnd(bytes, 'qwertyuiopasdfghjklzxcvbnm')
        .slice(0, bytes)
      const qr = quickQr(bytes)!
      assert.deepEqual(qr.draw(text), expected(text, qr.size))
    })

  test('of an address is as small as it can be, and does not exist beyond 106 bytes', ({ assert }) => {
    assert.deepEqual(
      [42, 62, 84, 106].map((bytes) => quickQr(bytes)?.size),
      [29, 33, 37, 41]
    )
    assert.isNull(quickQr(107))
    assert.throws(() => quickQr(42)!.draw('x'.repeat(43)), /too long/)
  })
})
