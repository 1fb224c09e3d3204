import type { Context } from 'aws-lambda';

interface Order {
  readonly act: string;
  readonly milliseconds?: number;
  readonly value?: unknown;
}

let calls = 0;
let running = 0;

class CaseNotFound extends Error {
  override name = 'CaseNotFound';
}

/** Does what the event of the test says. */
export async function handler(order: Order, context: Context): Promise<unknown> {
  calls += 1;
  running += 1;
  const together = running;
  try {
    switch (order.act) {
      case 'echo':
        return order.value;
      case 'count':
        return { calls, together };
      case 'environment':
        return { ...process.env };
      case 'context':
        return { ...context, remaining: context.getRemainingTimeInMillis() };
      case 'time zone':
        return new Date(2026, 6, 1).getTimezoneOffset();
      case 'sleep':
        await new Promise((resolve) => setTimeout(resolve, order.milliseconds));
        return { calls, together, log: context.logStreamName };
      case 'loop':
        for (;;) calls += 1;
      case 'exit':
        process.exit(Number(order.value));
        break;
      case 'throw':
        throw new CaseNotFound('no such case');
      case 'throw text':
        // oxlint-disable-next-line typescript/only-throw-error -- a handler may do just this
        throw 'not an error object';
      case 'throw later':
        setTimeout(() => {
          throw new Error('nobody catches this');
        }, 1);
        return new Promise(() => undefined);
      case 'reject later':
        void Promise.reject(new Error('nobody awaits this'));
        return new Promise(() => undefined);
      case 'print':
        console.log(order.value);
        console.error('and on the other stream');
        return null;
      case 'large':
        return 'x'.repeat(Number(order.value));
      case 'circular': {
        const circle: { self?: unknown } = {};
        circle.self = circle;
        return circle;
      }
      case 'date':
        return { at: new Date(0), nothing: undefined, list: [undefined] };
      case 'time': {
        const [made, told] = [new Date(), Date.now()];
        return {
          made: made.getTime(),
          told,
          text: Date(),
          given: new Date('2026-01-31T12:00:00.000Z').toISOString(),
          utc: Date.UTC(2026, 0, 31),
          isDate: made instanceof Date && made.constructor === Date,
          remaining: context.getRemainingTimeInMillis(),
        };
      }
      case 'nothing':
        return undefined;
      case 'fill memory': {
        const kept: unknown[] = [];
        for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
      }
      default:
        throw new Error(`unknown act ${order.act}`);
    }
  } finally {
    running -= 1;
  }
  return undefined;
}
