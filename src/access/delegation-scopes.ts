/** What an enterprise may let an examination facility or a monitoring organisation file in its name. */
export const DELEGATION_SCOPES = ['disease-screening', 'environment-monitoring'] as const
export type DelegationScope = (typeof DELEGATION_SCOPES)[number]
