/** Types for dynalite 4.0.0 as a server, which has none itself. Our endpoint is compared with it. */
declare module 'dynalite' {
  import type { Readable } from 'node:stream';

  export interface DynaliteRequest extends Readable {
    method: string;
    url: string;
    headers: Readonly<Record<string, string>>;
  }

  export interface DynaliteResponse {
    statusCode: number;
    contentType: string;
    setHeader(name: string, value: string | number): void;
    end(body: string): void;
  }

  export interface DynaliteServer {
    emit(event: 'request', request: DynaliteRequest, response: DynaliteResponse): boolean;
    removeAllListeners(event: 'request'): this;
    listen(port: number, host: string, listening: () => void): this;
    /** Closes the store as well, but only if the server was listening. */
    close(closed: (error?: Error | null) => void): this;
  }

  export default function dynalite(options: {
    readonly path: string;
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
  }): DynaliteServer;
}
