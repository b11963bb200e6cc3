import { z } from 'zod'
import { annualReportItem9, form04Groups } from '../reference/catalogue.ts'
import type { CodeList } from '../reference/code-list.ts'
import type { Language } from '../rules/rule.ts'
import type { EnvironmentFacts, FactorResults } from './facts.ts'
import { tallyOf } from './results.ts'
import { presentTally, tallySchema } from './tally.ts'

export const form04GroupSchema = tallySchema.extend({ group: z.string(), name: z.string() }).meta({
  id: 'Form04GroupResults',
  description: 'Results by group of Form 04 (Decree 44/2016, Annex III); groups without samples are left out.',
})

export const item9BucketSchema = z
  .object({
    bucket: z.string(),
    name: z.string(),
    samples: z.int(),
    exceeding: z.int().meta({ description: 'Beyond a verified limit.' }),
  })
  .meta({
    id: 'Item9Results',
    description: 'Failing and all samples, as item 9 of the annual report asks (Circular 07/2016, Annex II).',
  })

/** The groups of Form 04 that the campaign has samples of, in the order of the form. */
export function form04Of(
  { factors }: Pick<EnvironmentFacts, 'factors'>,
  language: Language,
): z.infer<typeof form04GroupSchema>[] {
  return grouped(form04Groups, [...factors.values()], 'form-04-group').map(({ code, name, results }) => ({
    group: code,
    name: name[language],
    ...presentTally(tallyOf(results)),
  }))
}

/** Every bucket of item 9, also those without samples, in the order of the form. */
export function item9Of(factors: Iterable<FactorResults>, language: Language): z.infer<typeof item9BucketSchema>[] {
  const found = new Map(grouped(annualReportItem9, [...factors], 'item-9-bucket').map((group) => [group.code, group]))
  return annualReportItem9.entriesOn().map((entry) => {
    const { samples, exceeding } = tallyOf(found.get(entry.code)?.results ?? [])
    return { bucket: entry.code, name: nameOf(entry)[language], samples, exceeding }
  })
}

/** Results by the code that their factors name in an attribute. */
function grouped(list: CodeList, factors: readonly FactorResults[], attribute: string) {
  return list.entriesOn().flatMap((entry) => {
    const results = factors.filter((of) => of.entry?.attributes[attribute] === entry.code)
    return results.length === 0 ? [] : [{ code: entry.code, name: nameOf(entry), results }]
  })
}

function nameOf({ vi, en }: { readonly vi: string; readonly en: string | null }): Readonly<Record<Language, string>> {
  return { vi, en: en ?? vi }
}
