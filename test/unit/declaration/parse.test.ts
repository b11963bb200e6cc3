import { describe, expect, it } from 'vitest'
import { type AccidentDeclaration, accidentDeclarationSchema } from '../../../src/accident/schema.ts'
import { parseLeniently } from '../../../src/declaration/parse.ts'
import { sample } from '../../support/parties.ts'

const parse = (body: unknown) => parseLeniently<AccidentDeclaration>(accidentDeclarationSchema, [], body)

describe('lenient parsing', () => {
  it('takes a faultless filing as it is', async () => {
    const body = sample()
    expect(await parse(body)).toEqual({ value: body, errors: [] })
  })

  it('names every malformed value and keeps the rest', async () => {
    const body = {
      ...sample(),
      victims: [{ ...sample().victims[0], daysLost: 'mười' }],
      preliminary: 'có',
      tenCoSo: 'x',
    }
    const { value, errors } = await parse(body)
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/preliminary', '/tenCoSo', '/victims/0/daysLost'])
    expect(value?.victims?.[0]).toMatchObject({ victimId: 'v1' })
    expect(value?.victims?.[0]).not.toHaveProperty('daysLost')
    expect(value).not.toHaveProperty('preliminary')
  })

  it('gives up what cannot stand without a field that is missing, and no more', async () => {
    const body = { ...sample(), recipients: [{ name: 'Công an' }, ...sample().recipients] }
    const { value, errors } = await parse(body)
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/recipients/0/authority'])
    expect(value?.recipients).toHaveLength(2)
    expect(value?.accident?.cause).toBe('1')
  })

  it('cuts several elements of a list without cutting the wrong ones', async () => {
    const body = { ...sample(), victims: [1, sample().victims[0], 'x'] }
    const { value, errors } = await parse(body)
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/victims/0', '/victims/2'])
    expect(value?.victims).toHaveLength(1)
  })

  it('has nothing to judge where not even the outermost shape is right', async () => {
    for (const body of [null, 7, 'x', [], undefined]) expect(await parse(body)).toMatchObject({ value: null })
  })

  it('explains in both languages', async () => {
    const [error] = (await parse({ preliminary: 'có' })).errors
    expect(error?.message).toEqual({
      vi: 'Sai kiểu dữ liệu: cần true hoặc false.',
      en: 'Wrong type: expected true or false.',
    })
  })
})
