/** What the demo reports while it runs. No event contains personal data. */
export type DemoEvent =
  | { readonly event: 'started'; readonly data: { readonly portal: string; readonly out: string } }
  | { readonly event: 'request-received'; readonly data: { readonly reference: string; readonly due: string } }
  | { readonly event: 'mail'; readonly data: { readonly code: string; readonly name: string; readonly file: string } }
  | { readonly event: 'verified'; readonly data: { readonly method: string } }
  | {
      readonly event: 'search';
      readonly data: { readonly system: string; readonly outcome: string; readonly records: number };
    }
  | { readonly event: 'waiting'; readonly data: { readonly for: string; readonly daysLeft: number } }
  | { readonly event: 'approved'; readonly data: { readonly by: string; readonly what: string } }
  | { readonly event: 'assembled'; readonly data: { readonly bytes: number; readonly entries: number } }
  | { readonly event: 'delivered'; readonly data: { readonly round: number } }
  | { readonly event: 'verified-export'; readonly data: { readonly file: string; readonly entries: number } }
  | { readonly event: 'held'; readonly data: { readonly reason: string } }
  | { readonly event: 'problem'; readonly data: { readonly message: string } }
  | { readonly event: 'finished'; readonly data: { readonly exit: number; readonly out: string } };

export interface Reporter {
  tell(event: DemoEvent): void;
}

/** Prints each event as a line of JSON: `{"at","event","data"}`. */
export function jsonReporter(write: (line: string) => void, now: () => number): Reporter {
  return {
    tell: ({ event, data }) => write(JSON.stringify({ at: new Date(now()).toISOString(), event, data })),
  };
}

/** Prints each event as a sentence, with the seconds since the start. */
export function textReporter(write: (line: string) => void, now: () => number): Reporter {
  const start = now();
  return {
    tell(event) {
      const seconds = ((now() - start) / 1000).toFixed(1).padStart(5);
      write(`${seconds} s  ${words(event)}`);
    },
  };
}

function words({ event, data }: DemoEvent): string {
  switch (event) {
    case 'started':
      return `The system runs on this machine: ${data.portal}`;
    case 'request-received':
      return `A request has come in: case ${data.reference}, to be answered by ${data.due}`;
    case 'mail':
      return `Letter ${data.code} (${data.name}) was sent (${data.file})`;
    case 'verified':
      return `The person has proven their identity by ${data.method}`;
    case 'search':
      return `Searched ${data.system}: ${data.outcome}, ${data.records} record${data.records === 1 ? '' : 's'}`;
    case 'waiting':
      return `The case waits for ${data.for} (${data.daysLeft} days left)`;
    case 'approved':
      return `${data.by}: ${data.what}`;
    case 'assembled':
      return `The answer is assembled: ${data.entries} entries, ${data.bytes} bytes`;
    case 'delivered':
      return data.round === 1 ? 'The answer is delivered' : `Supplement ${data.round - 1} is delivered`;
    case 'verified-export':
      return `Downloaded and verified: ${data.file}, ${data.entries} entries`;
    case 'held':
      return `No answer is sent: ${data.reason}`;
    case 'problem':
      return `Problem: ${data.message}`;
    case 'finished':
      return `Finished with exit code ${data.exit}. The results are in ${data.out}`;
  }
}
