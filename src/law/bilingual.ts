/** The same words in the two languages of the service. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}
