import { legalDate } from '../reference/legal-date.ts'
import type { FacilityBody, MonitoringOrganisationBody } from './schema.ts'

/** Examples of the document. The samples of the declarations name both by their tax codes, whose check digits are right. */

/** On which the examples are shown. */
export const SAMPLE_DAY = legalDate('2026-05-12')

export const sampleFacility = {
  taxCode: '0101218690',
  name: 'Trung tâm Sức khỏe nghề nghiệp Sông Cầu',
  address: 'Số 8, đường Lương Ngọc Quyến, tỉnh Thái Nguyên',
  unit: { scheme: 'VN-2025', code: '19' },
  phone: '0208 3000 111',
  licences: [
    {
      number: '215/TNG-GPHĐ',
      issuedOn: '2024-02-20',
      issuedBy: 'Sở Y tế tỉnh Thái Nguyên',
      validFrom: '2024-02-20',
      validTo: '2029-02-19',
      revokedOn: null,
      coversOccupationalDiseases: true,
    },
  ],
  mobileExamination: { declaredOn: '2024-04-10', validTo: null },
} satisfies FacilityBody

export const sampleMonitoringOrganisation = {
  taxCode: '0100109106',
  name: 'Trung tâm Quan trắc môi trường lao động Sông Cầu',
  address: 'Số 21, đường Bắc Kạn, tỉnh Thái Nguyên',
  unit: { scheme: 'VN-2025', code: '19' },
  phone: '0208 3000 222',
  representative: 'Giám đốc',
  dossierReceivedOn: '2024-02-15',
  announcement: {
    number: '412/SYT-NVY',
    announcedOn: '2024-03-05',
    announcedBy: 'Sở Y tế tỉnh Thái Nguyên',
    listSentOn: '2024-03-07',
  },
  withdrawnOn: null,
  factors: [
    ...['MC-TEMP', 'MC-RH', 'MC-AIRV', 'MC-RADH', 'MC-TNWB', 'MC-TG', 'MC-WBGT', 'PH-LIGHT'],
    ...['PH-NOISE-LAEQ', 'PH-NOISE-LMAX', 'PH-VIB-LOC-AHW', 'PH-VIB-WB-AW', 'PH-VIB-LOC-A-8', 'PH-VIB-WB-A-8'],
    ...['DU-TOT', 'DU-RESP', 'DU-SIO2-PCT', 'DU-SIO2-TOT', 'DU-SIO2-RESP', 'DU-COAL-TOT', 'DU-COAL-RESP', 'DU-TALC'],
    ...['DU-METAL', 'DU-COTTON', 'DU-ASB', 'CH-INORG', 'CH-ORG', 'EM-50HZ-E', 'EM-50HZ-H', 'RA-UV-EFF', 'RA-DOSE-RATE'],
    ...['BI-MICRO', 'ER-PHYS', 'ER-NEURO', 'ER-POST', 'BI-ALLERG', '7439-97-6'],
  ],
  suspensions: [],
  lead: {
    degree: 'university',
    field: 'environment',
    yearsMonitoring: 6,
    yearsPreventiveMedicine: 0,
    certificate: true,
  },
  qualifiedStaff: 9,
  headRefreshedOn: '2025-03-10',
  cancelledReports: [],
  movedOn: null,
  moveNoticedOn: null,
} satisfies MonitoringOrganisationBody
