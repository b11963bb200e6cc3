import { cite } from '../../law/citation.ts'
import { presentDuties } from '../duties.ts'
import { type AccidentRule, COUNTED, FROM_TEXT } from './define.ts'

/** What the filing obliges to next, for the filer to read. */
export const obligationRules: readonly AccidentRule[] = [
  {
    id: 'KB-ACC-25',
    kind: 'info',
    datedBy: 'known',
    citations: [cite('L84-2015 35'), cite('ND39-2016 11')],
    provenance: FROM_TEXT,
    inputs: [
      ...COUNTED,
      '/accident/occurredAt',
      '/accident/knownAt',
      '/accident/abroad',
      '/accident/specialField',
      '/victims/*/employmentRelation',
    ],
    judge: (facts) => {
      const { investigator, due: dates } = presentDuties(facts)
      if (investigator === null) return []
      const due = dates.find(({ duty }) => duty === 'investigation')?.due ?? null
      const { vi, en } = investigator.body
      const fix =
        investigator.authority === 'commune-record'
          ? { vi: `${vi} lập biên bản ghi nhận sự việc.`, en: `${en} writes a record of the event.` }
          : due === null
            ? { vi: `${vi} điều tra.`, en: `Investigated by: ${en}.` }
            : {
                vi: `${vi} điều tra, công bố biên bản chậm nhất ngày {due}.`,
                en: `Investigated by: ${en}; the minutes are announced by {due}.`,
              }
      return [{ pointer: '', fix, params: { due: due ?? '—' } }]
    },
    message: {
      vi: 'Vụ tai nạn phải được điều tra hoặc ghi nhận theo luật.',
      en: 'By law the accident is investigated or recorded.',
    },
    examples: {
      holds: [
        { change: { '/victims/0/condition': 'unknown' } },
        { change: { '/victims/0/condition': 'light', '/victims/0/employmentRelation': 'farmer' } },
      ],
      fails: [
        {},
        { change: { '/accident/specialField': 'radiation' } },
        { change: { '/victims/0/condition': 'serious', '/victims/0/employmentRelation': 'farmer' } },
      ],
    },
  },
]
