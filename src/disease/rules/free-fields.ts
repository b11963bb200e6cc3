/** Fields that no rule judges, each with why. The gates hold every other field of the schema to some rule. */
export const freeFields: Readonly<Record<string, string>> = {
  '/establishment/address': 'free text; the register has it',
  '/establishment/phone': 'free text',
  '/establishment/email': 'free text',
  '/establishment/superiorBody': 'only if there is one',
  '/site/address': 'free text; the unit is judged',
  '/employerMeasures': 'free text',
  '/note': 'free text',
  '/cases/*/caseId': 'any id the filer keeps',
  '/cases/*/person/phone': 'free text',
  '/cases/*/level/limitText': 'the regulation as the filer names it; limits are judged with the monitoring',
  '/cases/*/certificate/number': 'any number the facility gives',
  '/cases/*/note': 'free text',
  '/confirmations/*/rule': 'judged against the findings, not by one of them',
  '/confirmations/*/pointer': 'judged against the findings, not by one of them',
  '/confirmations/*/reason': 'judged against the findings, not by one of them',
}
