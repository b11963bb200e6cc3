import { type LimitBook, limitBook, limitsFor } from '../../law/exposure/limit-book.ts'
import { inForce } from '../../law/instruments.ts'
import type { EnvironmentFacts, MeasurementFacts } from '../facts.ts'

/** Decision 3733/2002, and the standard of 1999 that halves noise by 5 dB, as reports cite them. */
const DECISION_3733 = /3733/
const TCVN_3985 = /3985/

/** A chemical that QCVN 01:2025/BYT lists, judged by the decision it replaced. */
export function citesReplacedBy2025({ measurement, on }: MeasurementFacts, facts: EnvironmentFacts): boolean {
  const { printedText, cas } = measurement
  return cites(printedText, DECISION_3733) && cas !== undefined && isListed(facts, 'QCVN01-2025-BYT', measurement, on)
}

/** Another text that had ended on the day of the sample. */
export function citesEnded(of: MeasurementFacts, facts: EnvironmentFacts): boolean {
  const { measurement, on } = of
  const { printedText, factor = '', cas } = measurement
  if (cites(printedText, TCVN_3985)) return factor.startsWith('PH-NOISE-') && inForce('QCVN24-2016-BYT', on)
  if (!cites(printedText, DECISION_3733)) return false
  if (factor.startsWith('DU-') && factor !== 'DU-METAL') return inForce('QCVN02-2019-BYT', on)
  return cas !== undefined && isListed(facts, 'QCVN03-2019-BYT', measurement, on)
}

function cites(printed: string | undefined, text: RegExp): boolean {
  return printed !== undefined && text.test(printed)
}

function isListed(
  { context }: EnvironmentFacts,
  regulation: string,
  { factor = '', cas }: MeasurementFacts['measurement'],
  on: MeasurementFacts['on'],
): boolean {
  const { limits } = context.known
  const book = books.get(limits) ?? limitBook(limits)
  books.set(limits, book)
  return limitsFor(book, { factor, cas }, on).some((limit) => limit.regulation === regulation)
}

/** Thousands of results ask the same limits. */
const books = new WeakMap<EnvironmentFacts['context']['known']['limits'], LimitBook>()
