import { sql } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/platform/database.ts'
import { answerCsv, presentAnswer } from '../../../src/statistics/answer.ts'
import { ask } from '../../../src/statistics/ask.ts'
import { fixedCodes } from '../../../src/statistics/codes.ts'
import { type Cube, dimension } from '../../../src/statistics/cube.ts'
import { answerSchema, questionSchema } from '../../../src/statistics/cube-schemas.ts'
import { judgeQuestion } from '../../../src/statistics/judge-question.ts'
import { readQuestion } from '../../../src/statistics/read-question.ts'
import { execute, freshDatabase } from '../../support/database.ts'

const round = pgTable('screening', { id: text(), on: text(), facility: text(), reach: text().array() })
const finding = pgTable('finding', { round: text(), disease: text(), cases: integer() })
const title = { vi: 'Thử', en: 'Trial' }

/** Screening rounds and the diseases found: another register, told in the same words. */
const screenings: Cube = {
  id: 'screenings',
  title,
  description: title,
  base: {
    title: { vi: 'Đợt khám', en: 'Round' },
    from: round,
    key: round.id,
    inForce: () => sql`true`,
    date: round.on,
    reach: round.reach,
  },
  detail: { title: { vi: 'Bệnh', en: 'Disease' }, from: finding, on: sql`${finding.round} = ${round.id}` },
  dimensions: {
    facility: dimension(title, 'base', round.facility, fixedCodes({ a: title, b: title })),
    disease: dimension(title, 'detail', finding.disease, fixedCodes({ silicosis: title, deafness: title })),
  },
  measures: {
    rounds: { title, unit: title, base: {}, detail: 'distinct' },
    cases: { title, unit: title, base: { sum: sql`0` }, detail: { sum: finding.cases } },
  },
  ratios: {},
  defaultMeasures: ['rounds'],
}

let database: Database

beforeAll(async () => {
  const url = await freshDatabase(inject('postgresUrl'))
  await execute(
    url,
    `create table screening (id text, "on" date, facility text, reach text[]);
     create table finding (round text, disease text, cases integer);
     insert into screening values ('1', '2026-01-01', 'a', '{VN-2025:19}'), ('2', '2026-02-01', 'b', '{VN-2025:01}');
     insert into finding values ('1', 'silicosis', 3), ('1', 'deafness', 1), ('2', 'silicosis', 2);
     grant select on screening, finding to khaibao_app`,
  )
  database = openDatabase({ url, connections: 2, maxWaiting: 10, statementTimeout: 10_000 })
})
afterAll(() => database.close())

function question(parameters: Record<string, string>, filters: Record<string, string> = {}) {
  const { question: read, errors } = readQuestion(screenings, parameters, filters)
  expect([...errors, ...judgeQuestion(screenings, read)]).toEqual([])
  return read
}

describe('another cube', () => {
  it('is asked by its declaration alone', async () => {
    const asked = question({ measures: 'rounds,cases', by: 'disease' })
    const figures = await database.within({}, (session) => ask(session, screenings, asked, '*'))
    expect(figures.rows).toEqual([
      { keys: { disease: 'deafness' }, values: { rounds: 1, cases: 1 } },
      { keys: { disease: 'silicosis' }, values: { rounds: 2, cases: 5 } },
    ])
    expect(figures.totals.rounds).toBe(2)
  })

  it('is limited by reach, dates and filters of its own', async () => {
    const count = (asked: ReturnType<typeof question>, reach: '*' | string[]) =>
      database.within({}, async (session) => (await ask(session, screenings, asked, reach)).totals.rounds)
    expect(await count(question({}), ['VN-2025:19'])).toBe(1)
    expect(await count(question({}), [])).toBe(0)
    expect(await count(question({ from: '2026-01-15' }), '*')).toBe(1)
    expect(await count(question({}, { disease: 'deafness', facility: 'a' }), '*')).toBe(1)
    expect(await count(question({}, { disease: 'deafness', facility: 'b' }), '*')).toBe(0)
  })

  it('answers by the schemas and the CSV derived from it', async () => {
    const asked = question({ measures: 'rounds', by: 'facility' })
    const figures = await database.within({}, (session) => ask(session, screenings, asked, '*'))
    const answer = presentAnswer(screenings, asked, figures, new Date())
    expect(answerSchema(screenings).strict().safeParse(answer).error).toBeUndefined()
    expect(questionSchema(screenings).safeParse({ by: 'facility', disease: 'deafness' }).success).toBe(true)
    expect(answerCsv(screenings, asked, ['rounds'], figures.rows, 'en')).toContain('facility,facility_label,rounds')
  })
})
