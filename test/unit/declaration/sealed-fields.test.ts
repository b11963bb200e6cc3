import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accidentSealedFields } from '../../../src/accident/schema.ts'
import {
  join,
  openValues,
  sealValues,
  separate,
  withoutIdentity,
  withoutSealed,
} from '../../../src/declaration/sealed-fields.ts'
import { newDataKey, Unsealable } from '../../../src/platform/cipher.ts'
import { sample } from '../../support/parties.ts'

describe('sealed fields', () => {
  it('leave nothing of themselves in the open part, and come back as they were', () => {
    const body = sample()
    const { open, values } = separate(body, accidentSealedFields)
    const text = JSON.stringify(open)
    for (const secret of [
      body.victims[0].person.name,
      body.victims[0].person.idNumber,
      body.declarant.name,
      body.accident.narrative.course,
    ]) {
      expect(text).not.toContain(secret)
    }
    expect(join(open, values)).toEqual(body)
  })

  it('open only with their key and in their place', () => {
    const key = newDataKey()
    const { sealed, commitment } = sealValues({ '/a': 'b' }, key, 'declaration/1/1')
    expect(openValues(sealed, key, 'declaration/1/1')).toEqual({ values: { '/a': 'b' }, commitment })
    expect(() => openValues(sealed, newDataKey(), 'declaration/1/1')).toThrow(Unsealable)
    expect(() => openValues(sealed, key, 'declaration/1/2')).toThrow(Unsealable)
  })

  it('commit to the same content differently each time, so that a commitment cannot be tried', () => {
    const key = newDataKey()
    const commitments = [sealValues({ '/a': 'b' }, key, 'x'), sealValues({ '/a': 'b' }, key, 'x')].map(
      ({ commitment }) => commitment.toString('hex'),
    )
    expect(new Set(commitments).size).toBe(2)
  })

  it('hide the names of the filing in its running text, whatever their case', () => {
    const body = sample()
    body.accident.narrative.course = `Anh ${body.victims[0].person.name.toUpperCase()} trượt chân.`
    const { body: shown, withheld } = withoutIdentity(body, accidentSealedFields)
    expect((shown as typeof body).accident.narrative.course).toBe('Anh […] trượt chân.')
    expect(withheld).toContain('/victims/0/person/name')
  })

  it('can be left out altogether', () => {
    const { body: shown, withheld } = withoutSealed(sample(), accidentSealedFields)
    expect((shown as ReturnType<typeof sample>).accident.narrative).toBeUndefined()
    expect(withheld).toContain('/accident/narrative')
  })

  it('may be a whole list, of which those who see it see all but who the persons are', () => {
    const fields = { identity: ['/cases/*/person'], shown: [], special: ['/cases'] }
    const body = { examined: 2, cases: [{ person: { name: 'Nguyễn Văn Thử' }, disease: 'OD-01' }] }
    const { open, values } = separate(body, fields)
    expect([open, values]).toEqual([{ examined: 2 }, { '/cases': body.cases }])
    expect(join(open, values)).toEqual(body)
    expect(withoutIdentity(body, fields)).toEqual({
      body: { examined: 2, cases: [{ disease: 'OD-01' }] },
      withheld: ['/cases/0/person'],
    })
    expect(withoutSealed(body, fields)).toEqual({ body: { examined: 2 }, withheld: ['/cases'] })
  })

  it('survive any text that people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (name, prose) => {
        const body = { victims: [{ person: { name } }], accident: { narrative: { course: prose } } }
        const { open, values } = separate(body, accidentSealedFields)
        expect(join(open, values)).toEqual(body)
        expect(() => withoutIdentity(body, accidentSealedFields)).not.toThrow()
      }),
    )
  })
})
