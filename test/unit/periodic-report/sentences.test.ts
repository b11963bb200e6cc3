import { describe, expect, it } from 'vitest'
import { presentFindings } from '../../../src/declaration/present.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import { amending, BY_COMMUNE, reported } from '../../../src/periodic-report/rules/knowing.ts'
import { sampleContext } from '../../../src/periodic-report/sample.ts'
import type { Language } from '../../../src/rules/rule.ts'
import { bodyOf, judgeExample, rulesOf } from '../rules/judged-kinds.ts'

type Example = Parameters<typeof judgeExample>[1]
const judged = { kind: reportKind, context: sampleContext, freeFields: {} }

async function told(example: Example, language: Language = 'vi') {
  return presentFindings(reportKind, (await judgeExample(judged, example)).findings, language)
}

async function first(rule: string, example: Example, language: Language = 'vi') {
  const finding = (await told(example, language)).find((one) => one.rule === rule)
  if (finding === undefined) throw new Error(`${rule} found nothing in ${JSON.stringify(bodyOf(judged, example))}`)
  return finding
}

describe('a number that the form cannot hold', () => {
  it('is told with the unit, the greatest it can be, and how to write it', async () => {
    const change = { '/accidentSummary/payroll': 25_000_000_000 }
    expect(await first('KB-SUM-09', { change })).toMatchObject({
      pointer: '/accidentSummary/payroll',
      message: 'Tổng quỹ lương phải là số nguyên từ 0 đến 1.000.000.000, tính bằng TRIỆU đồng.',
      fix: expect.stringContaining('25 tỷ đồng ghi 25000'),
    })
  })

  it.each(['21.600', -1, 1.5])('is no whole number of persons: %j', async (value) => {
    const { message, fix } = await first('ACC-G07', { change: { '/accidentSummary/atWork/total/victims': value } })
    expect(message).toBe('Số vụ, số người phải là số nguyên từ 0 đến 1.000.000.')
    expect(fix).toContain('không ghi "21.600"')
  })

  it('is in thousands or millions as the form has it', async () => {
    const thousand = { '/accidentSummary/losses/costs/medical': '3 triệu' }
    expect((await first('KB-SUM-10', { change: thousand })).message).toContain('tính bằng NGHÌN đồng')
    const million = { '/kind': 'osh-annual', '/period': { year: 2025 }, '/oshAnnual': { training: { costs: '64,5' } } }
    expect((await first('KB-OSH-26', { change: million })).fix).toContain('64 triệu 500 nghìn đồng ghi 64.5')
  })
})

describe('the year that has less than its first half', () => {
  const figures = { '2.women': 9, '1.1.1.deaths': 2, '3.deaths': 2, payroll: 12_000, 'II.daysOff': 13 }
  const example = { context: reported({ figures }), change: { '/period/half': undefined } }

  it('is told by the gravest cell, by its name', async () => {
    expect(await first('ACC-G27', example)).toMatchObject({
      pointer: '/accidentSummary/total/deaths',
      message: expect.stringContaining(
        'ở 4 ô, trước hết dòng 3 (Tổng số), cột 10 (Số người chết): 1 so với 2 (báo cáo ',
      ),
    })
    expect((await first('ACC-G27', example, 'en')).message).toContain(
      'first row 3 (Total), column 10 (Deaths): 1 against 2',
    )
  })

  it('has not therefore less of what its report does not tell', async () => {
    const zero = { ...example.change, '/zero': true, '/accidentSummary': undefined }
    const found = await told({ context: reported({ figures: { payroll: 12_000, 'II.daysOff': 13 } }), change: zero })
    expect(found.map(({ rule }) => rule)).not.toContain('ACC-G27')
  })
})

describe('a row that cannot be', () => {
  it.each([
    ['ACC-G08', { fatalAccidents: 2 }, 'accidents', /^Dòng 2 \(.*\): tổng số 1 vụ, ít hơn 2 vụ có người chết/],
    ['ACC-G11', { deaths: 1 }, 'deaths', /^Dòng 2 \(.*\): 1 người chết trong 0 vụ có người chết/],
    ['ACC-G14', { women: 3 }, 'women', /: 3 nạn nhân nữ, nhiều hơn tổng số 1 người bị nạn/],
    ['ACC-G15', { womenOutside: 2 }, 'womenOutside', /cột 9 \(.*\) là 2, lớn hơn 1 ở cột 8 \(Số lao động nữ\)/],
    ['ACC-G16', { seriousOutside: 1 }, 'seriousOutside', /: 1 người ở cột 11 .*, 13 .*, nhiều hơn 0 người/],
    ['ACC-G17', { accidents: 0 }, 'accidents', /: số vụ là 0 nhưng cột "Số người bị nạn: tổng số" ghi 1/],
  ])('%s: is told with its numbers, at the cell', async (rule, cells, at, sentence) => {
    const change = Object.fromEntries(
      Object.entries(cells).map(([column, value]) => [`/accidentSummary/commuting/${column}`, value]),
    )
    const { pointer, message } = await first(rule, { change })
    expect([pointer, message]).toEqual([`/accidentSummary/commuting/${at}`, expect.stringMatching(sentence)])
  })

  it('KB-OH-04: is told by its group, at its cell', async () => {
    const section = { firstAiders: { total: 4, women: 36 } }
    const example = { change: { '/kind': 'occupational-health', '/occupationalHealth': section } }
    expect(await first('KB-OH-04', example)).toMatchObject({
      pointer: '/occupationalHealth/firstAiders/women',
      message: 'mục I, người sơ cứu, cấp cứu, nữ: 36 người, nhiều hơn 35 người trong số lao động của báo cáo.',
    })
  })
})

describe('a signature that is missing', () => {
  it.each([
    ['accident-summary', 'ND39-2016', 'PL XII'],
    ['osh-annual', 'TT07-2016-BLDTBXH', 'PL II'],
    ['occupational-health', 'TT19-2016-BYT', 'PL 8'],
  ])('of %s is told by its own form', async (kind, instrument, form) => {
    const example = { change: { '/kind': kind, '/declarant/position': undefined } }
    expect(await first('KB-REP-14', example)).toMatchObject({
      pointer: '/declarant/position',
      citations: [{ instrument, form }],
      fix: expect.stringContaining('declarant.position'),
    })
  })
})

describe('a number of workers that cannot be', () => {
  it.each([
    [
      { '/workforce': undefined },
      { register: null },
      '/workforce/total',
      'báo cáo chưa ghi tổng số, sổ đăng ký cũng không có',
    ],
    [{ '/workforce/total': 0 }, {}, '/workforce/total', '0 lao động theo báo cáo'],
    [
      { '/workforce': { women: 241 } },
      {},
      '/workforce/women',
      '240 lao động theo sổ đăng ký, 241 lao động nữ theo báo cáo',
    ],
  ])('is told by whose word it is: %j', async (change, context, pointer, sentence) => {
    expect(await first('ACC-G06', { change, context })).toMatchObject({
      pointer,
      message: expect.stringContaining(sentence),
    })
  })
})

describe('a report that somebody else owes', () => {
  const change = { '/kind': 'commune-accident-summary' }
  const receivedAt = new Date('2026-08-01T09:00:00+07:00')

  it('is told whose it is and what the filer owes instead, and misses no day of the other', async () => {
    const found = await told({ change, context: { receivedAt } })
    const [{ rule, message, fix } = { rule: '', message: '', fix: '' }] = found
    expect(found.filter(({ kind }) => kind !== 'info').map((one) => one.rule)).toEqual(['KB-REP-10'])
    expect(rule).toBe('KB-REP-10')
    expect(message).toContain('do Ủy ban nhân dân cấp xã lập, không phải do cơ sở sử dụng lao động')
    expect(fix).toContain('osh-annual (Báo cáo công tác an toàn, vệ sinh lao động hằng năm)')
  })

  it('is late where it is owed', async () => {
    const found = await told({ change, context: { ...BY_COMMUNE, receivedAt } })
    expect(found.map(({ rule }) => rule)).toContain('ACC-G30')
  })
})

describe('a report that is late', () => {
  it('is told what to do now, and when the next is due', async () => {
    const late = { context: { receivedAt: new Date('2026-07-05T00:00:00+07:00') } }
    const { message, fix } = await first('ACC-G03', late)
    expect(message).toBe('Báo cáo nhận ngày 05/07/2026 là muộn: phải gửi TRƯỚC ngày 05/07/2026.')
    expect(fix).toContain('nêu lý do chậm ở note')
    expect(fix).toContain('Báo cáo tiếp theo phải gửi TRƯỚC ngày 10/01/2027.')
    expect((await first('ACC-G03', late, 'en')).fix).toContain('The next report is due BEFORE 2027-01-10.')
  })
})

describe('an amendment of another report', () => {
  it('is told kind and period by their names', async () => {
    const { message } = await first('KB-REP-05', { context: amending({ kind: 'osh-annual', period: '2025' }) })
    expect(message).toContain('(Báo cáo công tác an toàn, vệ sinh lao động hằng năm) và kỳ báo cáo (năm 2025)')
  })
})

describe('the sentences of the rules about reports', () => {
  /** Names of cells and properties, and what stands for nothing. */
  const machineWords = /—|\b[a-z]+[A-Z][A-Za-z]*\b|\b(?:[1-9]|I{1,3}|IV|VI{0,3})\.[a-z]+\b/

  it.each(rulesOf(judged).map((rule) => [rule.id, rule] as const))(
    '%s has names for people',
    async (id, { examples }) => {
      for (const example of examples.fails) {
        const messages = (await told(example)).filter(({ rule }) => rule === id).map(({ message }) => message)
        // What the filer wrote is quoted.
        for (const message of messages) expect(message.replaceAll(/"[^"]*"/g, '')).not.toMatch(machineWords)
      }
    },
  )
})
