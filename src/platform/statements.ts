/** A named, prepared statement: its text is parsed and planned once a connection. */
export interface Statement {
  readonly name?: string
  readonly text: string
}

const registry = new Map<string, Statement>()

/** @throws Error on a name used twice: connections would run the wrong text. */
export function statement(name: string, text: string): Statement {
  if (registry.has(name)) throw new Error(`statement ${name} is registered twice`)
  const registered = { name, text }
  registry.set(name, registered)
  return registered
}

/** Every statement of the product, for the test that prepares each against a migrated database. */
export function allStatements(): readonly Statement[] {
  return [...registry.values()]
}
