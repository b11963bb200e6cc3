import type { AnyForm } from './form.ts'
import { FORMS } from './forms.ts'
import { REPORTER_NAMES } from './known.ts'
import type { Period } from './period.ts'

/** For the document: of each kind its section, its periods, who files it, to whom and by when. From the forms. */
export function describeKinds(): string {
  return ['Which report it is, with the one section of its kind:', ...FORMS.map(described)].join('\n')
}

function described(form: AnyForm): string {
  const { kind, name, section, filedBy, recipient, copyTo } = form
  const by = filedBy.map((reporter) => REPORTER_NAMES[reporter].en).join(' or ')
  const offices = [recipient, copyTo].flatMap((office) => (office ? [REPORTER_NAMES[office].en] : []))
  const own = recipient !== null && filedBy.includes(recipient) ? ', its own to whom the plan names' : ''
  const to = offices.length > 0 ? `${offices.join(' and ')}${own}` : 'its ministry'
  return `- \`${kind}\`: ${name.en}, in \`${section}\`. Filed by ${by}, sent to ${to}; ${periodsOf(form)}.`
}

/** Any year does: the law names days of the calendar. */
const A_YEAR = 2026

function periodsOf({ periods, due }: AnyForm): string {
  const lengths = [
    ...(periods.includes('half') ? [{ of: 'the first half-year', period: { year: A_YEAR, half: 1 } as Period }] : []),
    { of: 'the year', period: { year: A_YEAR, half: null } as Period },
  ]
  return lengths.map(({ of, period }) => `of ${of}, due ${dayOf(due(period)?.strictlyBefore)}`).join('; ')
}

function dayOf(day: string | undefined): string {
  if (day === undefined) return 'on the day that its plan sets'
  const at = new Date(`${day}T00:00:00Z`)
  const named = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return at.getUTCFullYear() === A_YEAR ? `before ${named}` : `before ${named} of the next`
}
