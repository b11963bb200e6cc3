import { inForce } from '../../law/instruments.ts'
import {
  codeLists,
  esawActivities,
  esawContactModes,
  esawDeviations,
  esawInjuries,
  esawMaterialAgents,
  esawPartsOfBody,
  establishmentTypes,
  industries2018,
  industries2025,
  occupations,
  seriousInjuries,
} from '../../reference/catalogue.ts'
import type { CodeEntry, CodeList } from '../../reference/code-list.ts'
import type { AccidentFacts } from '../facts.ts'

/** A code of the filing and the list it is from. */
export interface FiledCode {
  readonly pointer: string
  readonly code: string
  readonly list: CodeList
}

/**
 * What a list can say about a code on the day of the accident.
 * - `known`: it is in the list.
 * - `partly`: the list is incomplete and knows only `wider`, a group that contains the code.
 * - `unchecked`: the list is incomplete and knows nothing near.
 * - `wrong`: the list is complete and does not have it.
 */
export type CodeStanding =
  | { readonly is: 'known'; readonly entry: CodeEntry }
  | { readonly is: 'partly'; readonly wider: CodeEntry }
  | { readonly is: 'unchecked' }
  | { readonly is: 'wrong' }

export function standingOf({ code, list }: FiledCode, { legalDate }: AccidentFacts): CodeStanding {
  const entry = list.find(code, legalDate)
  if (entry) return { is: 'known', entry }
  if (list.complete) return { is: 'wrong' }
  const wider = list.longestKnownPrefix(code, legalDate)
  return wider ? { is: 'partly', wider } : { is: 'unchecked' }
}

/** For lists whose upper levels are all known: a code under none of them is wrong, complete or not. */
export function isUnderNothingKnown(filed: FiledCode, facts: AccidentFacts): boolean {
  const { is } = standingOf(filed, facts)
  return is === 'wrong' || is === 'unchecked'
}

export function filedOccupations({ victims }: AccidentFacts): readonly FiledCode[] {
  return victims.flatMap(({ occupation }, index) =>
    filed(`/victims/${index}/occupation/code`, occupation?.code, occupations),
  )
}

/** `victim`: the index of the one who suffered it. */
export function filedInjuries({ victims }: AccidentFacts): readonly (FiledCode & { readonly victim: number })[] {
  return victims.flatMap(({ injuries = [] }, victim) =>
    injuries.map((code, index) => ({
      pointer: `/victims/${victim}/injuries/${index}`,
      code,
      list: seriousInjuries,
      victim,
    })),
  )
}

/** Of the version the filer names, else of the one in force on the day of the accident. */
export function filedIndustry({ declaration, legalDate }: AccidentFacts): readonly FiledCode[] {
  const { version, code } = declaration.establishment?.industry ?? {}
  const is2025 = version === undefined ? inForce('QD36-2025', legalDate) : version === '2025'
  return filed('/establishment/industry/code', code, is2025 ? industries2025 : industries2018)
}

/** Empty where the list named is not one of ours, which is another matter. */
export function filedInjuryFactor({ accident }: AccidentFacts): readonly FiledCode[] {
  const { list = '', code } = accident.injuryFactor ?? {}
  return filed('/accident/injuryFactor/code', code, isFactorList(list) ? codeLists.get(list) : undefined)
}

export function isFactorList(id: string): boolean {
  return id.startsWith('injury-factors-') && codeLists.has(id)
}

export function filedEstablishmentType({ declaration }: AccidentFacts): readonly FiledCode[] {
  return filed('/establishment/type', declaration.establishment?.type, establishmentTypes)
}

/** The two variables without a list here, working environment and process, are not among them. */
export function filedEsawCodes({ accident: { esaw } }: AccidentFacts): readonly FiledCode[] {
  return [
    ...filed('/accident/esaw/specificActivity', esaw?.specificActivity, esawActivities),
    ...filed('/accident/esaw/deviation', esaw?.deviation, esawDeviations),
    ...filed('/accident/esaw/contactMode', esaw?.contactMode, esawContactModes),
    ...filed('/accident/esaw/materialAgent', esaw?.materialAgent, esawMaterialAgents),
    ...filed('/accident/esaw/typeOfInjury', esaw?.typeOfInjury, esawInjuries),
    ...filed('/accident/esaw/partOfBody', esaw?.partOfBody, esawPartsOfBody),
  ]
}

function filed(pointer: string, code: string | undefined, list: CodeList | undefined): readonly FiledCode[] {
  return code === undefined || list === undefined ? [] : [{ pointer, code, list }]
}
