import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../src/config.ts'

interface Service {
  readonly image: string
  readonly environment?: Record<string, string>
  readonly depends_on?: Record<string, unknown>
  readonly volumes: string[]
}

const file = parse(readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8')) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}

describe('docker-compose.yml', () => {
  it('starts the service after a PostgreSQL that it supports', () => {
    expect(Object.keys(file.services).sort()).toEqual(['khai-bao', 'postgres'])
    expect(Number(file.services.postgres?.image.split(':')[1])).toBeGreaterThanOrEqual(15)
    expect(Object.keys(file.services['khai-bao']?.depends_on ?? {})).toEqual(['postgres'])
  })

  it('gives the service settings that it knows and accepts', () => {
    const environment = Object.entries(file.services['khai-bao']?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+(?::-([^}]*))?\}/g, (_whole, otherwise?: string) => otherwise ?? 'x'),
    ])
    expect(readConfig(Object.fromEntries(environment))).toMatchObject({ ok: true })
  })

  it('declares every volume it names', () => {
    const named = Object.values(file.services).flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0]))
    expect(named.filter((name) => name !== '.').sort()).toEqual(Object.keys(file.volumes).sort())
  })
})
