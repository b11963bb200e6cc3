import { compactVerify, decodeProtectedHeader } from 'jose'
import type { Logger } from 'pino'
import { delegations } from './access/delegations.ts'
import { loadMasterKey } from './access/master-key-check.ts'
import { ownOffices, ownTenants } from './access/own-tenant.ts'
import { loadSigningKeys, type SigningKeys } from './access/signing-keys.ts'
import { tenantKeys } from './access/tenant-keys.ts'
import { tokenIssuer } from './access/token-issuer.ts'
import { createTokenVerifier } from './access/token-verifier.ts'
import { readTrustedIssuers } from './access/trusted-issuers.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { DeclarationDeps } from './declaration/deps.ts'
import { RECEIPT_TYPE } from './declaration/receipt.ts'
import type { VerifyReceipt } from './declaration/receipt-routes.ts'
import { enterpriseRegister } from './enterprise/register.ts'
import type { App } from './http/route-schema.ts'
import type { Clock } from './platform/clock.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { legalDateOf } from './reference/legal-date.ts'
import { releaseWaitingFilings } from './release-waiting-filings.ts'

/** Requests that may wait for each connection before more are turned away. */
const WAITING_PER_CONNECTION = 20
/** Milliseconds; below the time after which clients usually give up. */
const STATEMENT_TIMEOUT = 10_000

export interface Composition {
  readonly app: App
  readonly database: Database
  readonly declarations: DeclarationDeps
  close(): Promise<void>
}

export interface CompositionOptions {
  readonly config: Config
  /** Of a migrated database, as its owner. */
  readonly ownerUrl: string
  readonly clock: Clock
  readonly log: Logger
  readonly ready: () => boolean
}

/** Makes everything the application needs and the application itself. Listens to nothing. */
export async function compose({ config, ownerUrl, clock, log, ready }: CompositionOptions): Promise<Composition> {
  const connections = config.KHAIBAO_DB_CONNECTIONS
  const open = (url: string) =>
    openDatabase({
      url,
      connections,
      maxWaiting: connections * WAITING_PER_CONNECTION,
      statementTimeout: STATEMENT_TIMEOUT,
    })
  const database = open(ownerUrl)
  const readDatabase = config.DATABASE_READ_URL === undefined ? database : open(config.DATABASE_READ_URL)
  const closeBoth = async () => {
    await database.close()
    if (readDatabase !== database) await readDatabase.close()
  }
  try {
    const publicUrl = config.KHAIBAO_PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
    const master = await loadMasterKey({
      database,
      directory: config.dataDirectory,
      ...(config.KHAIBAO_MASTER_KEY === undefined ? {} : { hex: config.KHAIBAO_MASTER_KEY }),
    })
    const keys = await loadSigningKeys({ database, master })
    const register = enterpriseRegister({ database, master })
    const enterprises = {
      database,
      clock,
      master,
      tenantKeys: tenantKeys({ database, master }),
      onChange: register.forget,
    }
    const declarations: DeclarationDeps = {
      ...enterprises,
      signer: keys.signer,
      register,
      delegated: delegations({ database, clock }),
      ownTenant: ownTenants(enterprises),
      isOwnOffice: ownOffices(enterprises),
      issuer: publicUrl,
      sandbox: config.KHAIBAO_SANDBOX,
    }
    const app = await buildApp({
      config,
      log,
      publicUrl,
      ready,
      verifyToken: createTokenVerifier({
        issuer: publicUrl,
        keys,
        database,
        clock,
        trustedIssuers: readTrustedIssuers(config.KHAIBAO_TRUSTED_ISSUERS),
        tenantOfTaxCode: (taxCode) => register.tenantOfTaxCode(taxCode, legalDateOf(clock())),
      }),
      verifyReceipt: receiptVerifier(keys),
      declarations,
      readDatabase,
      enterprises,
      access: {
        ...enterprises,
        issuer: publicUrl,
        keys,
        tokens: tokenIssuer({ issuer: publicUrl, signer: keys.signer, clock }),
        onDecided: async (enterpriseId, decision, officer) => {
          register.forget(enterpriseId)
          if (decision === 'confirm') await releaseWaitingFilings(declarations, enterpriseId, officer)
        },
      },
    })
    return {
      app,
      database,
      declarations,
      close: async () => {
        await app.close()
        await closeBoth()
      },
    }
  } catch (error) {
    await closeBoth()
    throw error
  }
}

function receiptVerifier(keys: SigningKeys): VerifyReceipt {
  return async (receipt) => {
    try {
      const { kid, typ } = decodeProtectedHeader(receipt)
      const key = kid === undefined || typ !== RECEIPT_TYPE ? null : keys.publicKey(kid)
      if (key === null) return null
      const { payload } = await compactVerify(receipt, key, { algorithms: ['EdDSA'] })
      return JSON.parse(new TextDecoder().decode(payload))
    } catch {
      // Whatever is wrong with it, it is not a receipt of ours.
      return null
    }
  }
}
