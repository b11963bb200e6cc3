import type pg from 'pg'
import { CHECKS } from '../../src/contradiction/checks.ts'
import { contradictionFinder } from '../../src/contradiction/find.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { CORPUS_TODAY, cleanStories, insertStories, plantedStories } from '../support/contradiction-corpus.ts'

/** Enterprises made at a time: rows are sent as one text. */
const CHUNK = 1_000

/**
 * Every check over enterprises whose filings agree, and one planted contradiction of every kind among them: how long the
 * first reading of the base takes, how long one that finds nothing new, and how long a page of the officer's list.
 */
export async function benchContradictions(url: string, owner: pg.Client, enterprises: number): Promise<void> {
  for (let made = 0; made < enterprises; made += CHUNK) {
    await insertStories(url, cleanStories(made, Math.min(CHUNK, enterprises - made)))
  }
  const planted = plantedStories()
  await insertStories(
    url,
    planted.flatMap(({ stories }) => stories),
  )
  // Else all of them are as new as the corpus says.
  await owner.query("update enterprise set updated_at = now() - interval '1 day'")
  // What autovacuum does within a minute of such a load.
  await owner.query('analyze')
  const database = openDatabase({ url, connections: 2, maxWaiting: 10, statementTimeout: 10_000 })
  try {
    const find = contradictionFinder(database)
    const first = await milliseconds(find)
    const again = await milliseconds(find)
    const { rows } = await owner.query('select count(distinct check_id)::int as checks from contradiction')
    const page = await milliseconds(() =>
      owner.query('select * from contradiction where since <= $1 order by since desc, id desc limit 51', [
        CORPUS_TODAY.slice(0, 10),
      ]),
    )
    console.log(`\nContradictions over ${enterprises} enterprises and three years, ${CHECKS.length} checks`)
    console.table({
      'first reading of the base': { ms: first },
      'a reading that finds nothing new': { ms: again },
      'a page of 50': { ms: page },
      'kinds found of kinds planted': { ms: `${rows[0].checks} of ${planted.length}` },
    })
  } finally {
    await database.close()
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start)
}
