import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type AccidentDeclaration, accidentDeclarationSchema } from '../../../src/accident/schema.ts'
import { type LenientResult, parseLeniently } from '../../../src/declaration/parse.ts'
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

describe('a long array', () => {
  const schema = z.strictObject({
    note: z.string().optional(),
    rows: z
      .array(z.strictObject({ value: z.number(), unit: z.string().optional() }))
      .max(1_000)
      .optional(),
  })
  interface Rows {
    readonly note?: string
    readonly rows?: readonly { readonly value: number; readonly unit?: string }[]
  }
  const inSlices = (body: unknown) => parseLeniently<Rows>(schema, ['rows'], body)
  const atOnce = (body: unknown) => parseLeniently<Rows>(schema, [], body)

  it('is parsed in slices to what parsing it at once gives', async () => {
    const bodies = [
      { rows: [{ value: 1 }, { value: 2, unit: 'dBA' }], note: 'a' },
      { rows: [{ value: '1' }, { value: 2, unit: 3 }, 7, null] },
      { rows: [{ value: 1, donVi: 'dBA' }], note: 5, khac: true },
      { rows: 'x' },
      { rows: {} },
      {},
      null,
      [],
    ]
    for (const body of bodies) {
      const [sliced, whole] = [await inSlices(body), await atOnce(body)]
      const pointers = ({ errors }: LenientResult<Rows>) => errors.map(({ pointer, code }) => `${pointer} ${code}`)
      expect(pointers(sliced).toSorted(), JSON.stringify(body)).toEqual(pointers(whole).toSorted())
      expect(sliced.value, JSON.stringify(body)).toEqual(whole.value)
    }
  })

  it('that is longer than it may be is refused as a whole', async () => {
    const { value, errors } = await inSlices({ rows: Array.from({ length: 1_001 }, () => ({ value: 1 })), note: 'a' })
    expect(errors).toMatchObject([{ pointer: '/rows', code: 'too-big' }])
    expect(value).toEqual({ note: 'a' })
  })

  it('lets others run meanwhile', async () => {
    let turnsOfOthers = 0
    const others = setInterval(() => {
      turnsOfOthers += 1
    })
    const rows = Array.from({ length: 1_000 }, () => ({ value: 'mười', unit: 1 }))
    const { errors } = await inSlices({ rows })
    clearInterval(others)
    expect(errors).toHaveLength(2_000)
    expect(turnsOfOthers).toBeGreaterThan(0)
  })
})
