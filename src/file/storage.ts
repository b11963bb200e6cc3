/**
 * Where contents are kept. Kept before the file is known by any name, so that a file that is known has its content;
 * what a crash leaves behind is nothing that anybody can ask for.
 */
export interface FileStorage {
  /** @throws when it is not all kept. */
  keep(tenantId: string, fileId: string, content: Buffer): Promise<void>
  /** @throws Unsealable when it was changed; null when there is none. */
  read(tenantId: string, fileId: string): Promise<Buffer | null>
}
