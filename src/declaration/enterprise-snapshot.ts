/**
 * What the register knew of an enterprise when it filed. Copied into the revision, so that later changes of the
 * register do not rewrite the statistics of earlier filings.
 */
export interface EnterpriseSnapshot {
  readonly id: string
  /** Null for a person's 12 digits: a snapshot is kept in the open. */
  readonly taxCode: string | null
  readonly name: string
  readonly address: string | null
  /** Code of `establishment-types`. */
  readonly ownership: string | null
  readonly industry: { readonly version: string; readonly code: string } | null
  readonly headOffice: { readonly scheme: 'VN-2004' | 'VN-2025'; readonly code: string } | null
  readonly workers: number | null
  readonly women: number | null
  /** Codes of `hazard-factors`: what the hygiene dossier declares. Absent in snapshots older than the list. */
  readonly hazardFactors?: readonly string[]
  /** Codes of `high-risk-sectors` (Circular 07/2016, Art. 8). */
  readonly highRisk?: readonly string[]
  /** Registered but not yet confirmed by an office: its filings wait as `needs-review`. */
  readonly provisional: boolean
}
