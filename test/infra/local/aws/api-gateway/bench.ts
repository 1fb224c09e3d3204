import { connect } from 'node:net';
import type { InvokeFunction, InvokeOutcome, LocalClock, RunningEndpoint } from '#infra/local/endpoint.ts';
import { startGateway, type GatewaySettings } from '#infra/local/aws/api-gateway/gateway.ts';

/** The time of the local cloud, which is not the time of the machine. */
export const NOW = Date.parse('2027-03-12T19:03:58.390Z');
export const clock: LocalClock = { now: () => NOW, onShift: () => () => undefined };

export interface Invocation {
  readonly functionName: string;
  readonly event: Record<string, unknown> & { readonly requestContext: Record<string, unknown> };
}

export interface Bench {
  readonly gateway: RunningEndpoint;
  /** The invocations since the last call. */
  taken(): Invocation[];
  /** What the function returns from now on. */
  answer(next: unknown): void;
  /** How an invocation ends from now on. */
  end(next: () => Promise<InvokeOutcome>): void;
}

/** A gateway for one function that records its events and returns what the test says. */
export async function startBench(
  settings: Omit<GatewaySettings, 'invoke' | 'clock' | 'authorizer'> & Partial<Pick<GatewaySettings, 'authorizer'>>,
): Promise<Bench> {
  const invocations: Invocation[] = [];
  let outcome = (): Promise<InvokeOutcome> => Promise.resolve({ kind: 'returned', payload: { statusCode: 200 } });
  const invoke: InvokeFunction = (functionName, payload) => {
    invocations.push({ functionName, event: JSON.parse(JSON.stringify(payload)) as Invocation['event'] });
    return outcome();
  };
  const nobody = { issuer: 'http://127.0.0.1:1', audience: 'nobody', jwksUri: 'http://127.0.0.1:1/jwks' };
  const gateway = await startGateway({ authorizer: nobody, ...settings, invoke, clock });
  return {
    gateway,
    taken: () => invocations.splice(0),
    answer: (payload) => {
      outcome = () => Promise.resolve({ kind: 'returned', payload });
    },
    end: (next) => {
      outcome = next;
    },
  };
}

/** Sends bytes unchanged and returns everything that came until the server closed the connection. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text, 'latin1'));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer in time')));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}
