import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MEDIA_TYPES, mediaTypeOf } from '../../../src/file/media-type.ts'

it('takes nothing for a file that it is not, whatever bytes follow an archive’s first', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, archive) => {
      const content = Buffer.concat([archive ? Buffer.from('PK\x03\x04') : Buffer.from('GIF8'), bytes])
      expect(mediaTypeOf(content)).toBeNull()
    }),
  )
})

it('reads no further than an archive goes', () => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const directoryAt of [0, 1, 30, 0xffffffff]) {
    end.writeUInt32LE(directoryAt, 16)
    expect(mediaTypeOf(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(40), end]))).toBeNull()
  }
})

it('knows five types', () => {
  expect(new Set(MEDIA_TYPES).size).toBe(5)
})
