import { page } from '../http/route-schema.ts'
import { facilityMayExamine, facilityPeriods } from './eligibility.ts'
import type { FacilityFacts } from './facts.ts'
import { judgeFacility } from './judge-facility.ts'
import type { ProviderRegister } from './register.ts'
import { sampleFacility } from './sample.ts'
import { type FacilityChange, facilityBody, facilityChange, facilityVersions, facilityView } from './schema.ts'

/** Law 84/2015, Art. 21.4: who may examine for occupational diseases. */
export const facilities: ProviderRegister<FacilityChange, FacilityFacts> = {
  id: 'facility',
  path: 'facilities',
  noun: ['Facility', 'Facilities'],
  words: ['an examination facility', 'examination facilities'],
  body: facilityBody,
  change: facilityChange,
  view: facilityView,
  list: page(facilityView).meta({ id: 'FacilityList' }),
  versions: facilityVersions,
  sample: sampleFacility,
  judge: judgeFacility,
  periods: facilityPeriods,
  obstacle: facilityMayExamine,
  computed: async () => ({}),
  sampleComputed: {},
}
